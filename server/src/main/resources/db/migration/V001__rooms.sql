-- One schema a room. The program acts as gongzhi_app, which owns nothing; migrations run as gongzhi_owner.
create schema journal;
create schema people;
create schema territory;
create schema bodies;
create schema access;
create schema institutions;
create schema files;
create schema matters;
create schema messages;
create schema insight;

grant usage on schema journal, people, territory, bodies, access, institutions, files, matters, messages, insight to gongzhi_app;
