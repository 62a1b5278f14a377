create sequence order_number start with 4711;

create table orders (
  id       bigint       not null primary key,
  item     varchar(100) not null,
  phone    varchar(15)  not null,
  state    varchar(16)  not null,
  whatsapp varchar(16),
  sms      varchar(16),
  version  bigint       not null
);

create table sign_in (
  id      varchar(36) not null primary key,
  code    varchar(6)  not null,
  guesses int         not null,
  ends_at bigint      not null
);
