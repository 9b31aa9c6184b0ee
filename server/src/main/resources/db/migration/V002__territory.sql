-- A unit keeps its id; its codes and names are attributes from date to date, because real lists move both.
create table territory.unit (
    district_id integer not null,
    id          bigint  not null,
    kind        text    not null check (kind in ('district', 'street', 'community', 'grid')),
    parent_id   bigint,
    valid_from  date    not null,
    valid_to    date,
    pos_lo      bigint  not null,
    pos_hi      bigint  not null,
    residential boolean not null,
    primary key (district_id, id),
    check (pos_lo < pos_hi),
    check (valid_to is null or valid_from < valid_to)
);
create index unit_by_position on territory.unit (district_id, pos_lo, pos_hi);

create table territory.unit_code (
    district_id integer not null,
    unit_id     bigint  not null,
    valid_from  date    not null,
    valid_to    date,
    code        bigint  not null,
    primary key (district_id, unit_id, valid_from),
    foreign key (district_id, unit_id) references territory.unit
);

create table territory.unit_name (
    district_id integer not null,
    unit_id     bigint  not null,
    valid_from  date    not null,
    valid_to    date,
    zh          text    not null,
    en          text    not null,
    initials    text    not null,
    primary key (district_id, unit_id, valid_from),
    foreign key (district_id, unit_id) references territory.unit
);

create view territory.unit_public as
select u.district_id, u.id, u.kind, u.parent_id, u.valid_from, u.valid_to, u.pos_lo, u.pos_hi, u.residential,
       c.code, n.zh, n.en, n.initials
  from territory.unit u
  join territory.unit_code c on c.district_id = u.district_id and c.unit_id = u.id and c.valid_to is null
  join territory.unit_name n on n.district_id = u.district_id and n.unit_id = u.id and n.valid_to is null;

grant select, insert, update on territory.unit, territory.unit_code, territory.unit_name to gongzhi_app;
grant select on territory.unit_public to gongzhi_app;
