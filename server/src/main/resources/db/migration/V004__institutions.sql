-- Every edition of the rulebook that was ever in force, with its files: a matter ends under the edition it began with.
create table institutions.edition (
    district_id integer     not null,
    digest      text        not null,
    files       jsonb       not null,
    enacted_at  timestamptz not null,
    in_force    boolean     not null,
    primary key (district_id, digest)
);
create unique index one_edition_in_force on institutions.edition (district_id) where in_force;
grant select, insert, update on institutions.edition to gongzhi_app;
