create sequence matters.matter_no start 1 increment 100 no cycle;
grant usage on sequence matters.matter_no to gongzhi_app;

create table matters.matter (
    district_id  integer     not null,
    id           bigint      not null,
    pos          bigint      not null,
    institution  text        not null,
    edition      text        not null,
    step         text        not null,
    state        jsonb       not null,
    form         jsonb       not null,
    category     text        not null,
    summary      text        not null,
    is_public    boolean     not null,
    channel      text        not null,
    opened_at    timestamptz not null,
    moved_at     timestamptz not null,
    due_at       timestamptz,
    wakes_at     timestamptz,
    closed_at    timestamptz,
    form_key     uuid        not null,
    code_digest  bytea       not null,
    words        text[]      not null,
    revision     integer     not null,
    primary key (district_id, id),
    unique (district_id, form_key)
);
create index matter_by_position on matters.matter (district_id, pos, id desc);
create index matter_by_wake on matters.matter (district_id, wakes_at) where wakes_at is not null;
create index matter_public_newest on matters.matter (district_id, id desc) where is_public;
create index matter_by_word on matters.matter using gin (words) with (fastupdate = on);

-- Whose turn it is: a row for each body that may act on a matter now. Written anew with each move of the matter.
create table matters.task (
    district_id integer     not null,
    matter_id   bigint      not null,
    revision    integer     not null,
    nr          integer     not null,
    pos         bigint      not null,
    body_id     bigint      not null,
    posts       text[]      not null,
    role        text        not null,
    due_at      timestamptz,
    primary key (district_id, matter_id, revision, nr)
);
create index task_by_desk on matters.task (district_id, body_id, due_at, matter_id);

-- What the public may read of a matter: the institution's public fields, never the resident's own words.
create view matters.matter_public as
select m.district_id, m.id, m.pos, m.institution, m.edition, m.step, m.category, m.summary, m.opened_at, m.moved_at,
       m.due_at, m.closed_at
  from matters.matter m
 where m.is_public;

create table journal.event (
    district_id integer     not null,
    matter_id   bigint      not null,
    nr          integer     not null,
    pos         bigint      not null,
    at          timestamptz not null,
    law_date    date        not null,
    person_id   bigint,
    capacity_id bigint,
    actor       text        not null,
    body        jsonb       not null,
    primary key (district_id, matter_id, nr)
);

create table journal.finding (
    district_id integer not null,
    matter_id   bigint  not null,
    nr          integer not null,
    pos         bigint  not null,
    event_nr    integer not null,
    body        jsonb   not null,
    primary key (district_id, matter_id, nr)
);

-- Work that follows an act: rows deleted when done, never a cursor over a sequence.
create table journal.queue (
    district_id integer     not null,
    id          uuid        not null,
    matter_id   bigint      not null,
    pos         bigint      not null,
    body        jsonb       not null,
    put_at      timestamptz not null,
    primary key (district_id, id)
);

create table files.picture (
    district_id integer not null,
    id          uuid    not null,
    matter_id   bigint  not null,
    pos         bigint  not null,
    nr          integer not null,
    width       integer not null,
    height      integer not null,
    jpeg        bytea   not null,
    primary key (district_id, id)
);
create index picture_by_matter on files.picture (district_id, matter_id, nr);

-- What somebody is to be told: by deadline, escalation or act.
create table messages.note (
    district_id integer     not null,
    id          uuid        not null,
    pos         bigint      not null,
    body_id     bigint      not null,
    post_kind   text        not null,
    matter_id   bigint      not null,
    zh          text        not null,
    en          text        not null,
    told_at     timestamptz not null,
    seen_at     timestamptz,
    primary key (district_id, id)
);
create index note_by_desk on messages.note (district_id, body_id, told_at desc);

-- Figures, folded from the queue: counts by community and day, never counted on a page.
create table insight.tally (
    district_id integer not null,
    pos         bigint  not null,
    institution text    not null,
    day         date    not null,
    figure      text    not null,
    n           bigint  not null,
    primary key (district_id, pos, institution, day, figure)
);

grant select, insert, update on matters.matter to gongzhi_app;
grant select, insert, delete on matters.task to gongzhi_app;
grant select on matters.matter_public to gongzhi_app;
grant select, insert on journal.event, journal.finding, files.picture to gongzhi_app;
-- Locking a row to take it needs the right to update it.
grant select, insert, update, delete on journal.queue to gongzhi_app;
grant select, insert, update on messages.note, insight.tally to gongzhi_app;

-- The second line: nobody reaches beyond the range of the post in which they act. Fails closed when no range is set.
alter table matters.matter enable row level security;
alter table matters.task enable row level security;
alter table journal.event enable row level security;
alter table journal.finding enable row level security;
alter table journal.queue enable row level security;
alter table files.picture enable row level security;
alter table people.sealed enable row level security;
alter table people.reading enable row level security;
alter table messages.note enable row level security;
create policy reach on matters.matter using (pos >= nullif(current_setting('app.lo', true), '')::bigint and pos < nullif(current_setting('app.hi', true), '')::bigint);
create policy reach on matters.task using (pos >= nullif(current_setting('app.lo', true), '')::bigint and pos < nullif(current_setting('app.hi', true), '')::bigint);
create policy reach on journal.event using (pos >= nullif(current_setting('app.lo', true), '')::bigint and pos < nullif(current_setting('app.hi', true), '')::bigint);
create policy reach on journal.finding using (pos >= nullif(current_setting('app.lo', true), '')::bigint and pos < nullif(current_setting('app.hi', true), '')::bigint);
create policy reach on journal.queue using (pos >= nullif(current_setting('app.lo', true), '')::bigint and pos < nullif(current_setting('app.hi', true), '')::bigint);
create policy reach on files.picture using (pos >= nullif(current_setting('app.lo', true), '')::bigint and pos < nullif(current_setting('app.hi', true), '')::bigint);
create policy reach on people.sealed using (pos >= nullif(current_setting('app.lo', true), '')::bigint and pos < nullif(current_setting('app.hi', true), '')::bigint);
create policy reach on people.reading using (pos >= nullif(current_setting('app.lo', true), '')::bigint and pos < nullif(current_setting('app.hi', true), '')::bigint);
create policy reach on messages.note using (pos >= nullif(current_setting('app.lo', true), '')::bigint and pos < nullif(current_setting('app.hi', true), '')::bigint);
