-- Persons who hold an office. Residents are not here: they need no account.
create table people.person (
    district_id integer not null,
    id          bigint  not null,
    zh          text    not null,
    en          text    not null,
    primary key (district_id, id)
);
create view people.person_public as select p.district_id, p.id, p.zh, p.en from people.person p;

-- The vault: personal data of residents, a field a row, encrypted by the program before it comes here.
create table people.sealed (
    district_id integer     not null,
    matter_id   bigint      not null,
    field       text        not null,
    pos         bigint      not null,
    key_id      text        not null,
    cipher      bytea       not null,
    keep_days   integer     not null check (keep_days > 0),
    delete_on   date,
    primary key (district_id, matter_id, field)
);
create index sealed_by_deletion on people.sealed (district_id, delete_on);

-- Who has read what of it, when, and as whom.
create table people.reading (
    district_id integer     not null,
    id          uuid        not null,
    matter_id   bigint      not null,
    field       text        not null,
    pos         bigint      not null,
    read_at     timestamptz not null,
    person_id   bigint      not null,
    capacity_id bigint      not null,
    primary key (district_id, id)
);
create index reading_by_matter on people.reading (district_id, matter_id, read_at);

create table bodies.body (
    district_id integer not null,
    id          bigint  not null,
    kind        text    not null,
    unit_id     bigint  not null,
    pos_lo      bigint  not null,
    pos_hi      bigint  not null,
    zh          text    not null,
    en          text    not null,
    valid_from  date    not null,
    valid_to    date,
    primary key (district_id, id)
);
create index body_by_kind on bodies.body (district_id, kind, pos_lo);

create table bodies.post (
    district_id integer not null,
    id          bigint  not null,
    body_id     bigint  not null,
    kind        text    not null,
    zh          text    not null,
    en          text    not null,
    primary key (district_id, id),
    foreign key (district_id, body_id) references bodies.body
);

create table bodies.appointment (
    district_id integer not null,
    id          bigint  not null,
    post_id     bigint  not null,
    person_id   bigint  not null,
    valid_from  date    not null,
    valid_to    date,
    primary key (district_id, id),
    foreign key (district_id, post_id) references bodies.post
);
create index appointment_by_person on bodies.appointment (district_id, person_id);

-- A capacity: a person in a post of a body over a stretch of territory.
create view bodies.capacity_public as
select a.district_id, a.id, a.person_id, a.valid_from, a.valid_to, p.id as post_id, p.kind as post_kind,
       p.zh as post_zh, p.en as post_en, b.id as body_id, b.kind as body_kind, b.zh as body_zh, b.en as body_en,
       b.unit_id, b.pos_lo, b.pos_hi
  from bodies.appointment a
  join bodies.post p on p.district_id = a.district_id and p.id = a.post_id
  join bodies.body b on b.district_id = p.district_id and b.id = p.body_id;

create table access.account (
    district_id   integer not null,
    person_id     bigint  not null,
    name          text    not null,
    password_hash text    not null,
    closed_on     date,
    primary key (district_id, person_id),
    unique (district_id, name)
);

-- Sessions of those who signed in; the columns are those that Spring Session expects.
create table access.session (
    primary_id            char(36) not null primary key,
    session_id            char(36) not null unique,
    creation_time         bigint   not null,
    last_access_time      bigint   not null,
    max_inactive_interval integer  not null,
    expiry_time           bigint   not null,
    principal_name        varchar(100)
);
create index session_by_expiry on access.session (expiry_time);
create index session_by_principal on access.session (principal_name);
create table access.session_attributes (
    session_primary_id char(36)     not null references access.session (primary_id) on delete cascade,
    attribute_name     varchar(200) not null,
    attribute_bytes    bytea        not null,
    primary key (session_primary_id, attribute_name)
);

grant select, insert, update on people.person, bodies.body, bodies.post, bodies.appointment, access.account to gongzhi_app;
grant select on people.person_public, bodies.capacity_public to gongzhi_app;
grant select, insert, update, delete on people.sealed, access.session, access.session_attributes to gongzhi_app;
grant select, insert on people.reading to gongzhi_app;
