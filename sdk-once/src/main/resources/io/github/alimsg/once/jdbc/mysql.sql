-- The tables of io.github.alimsg.once.jdbc.JdbcStore, and of stores that processes share, in MySQL. Copy it into your migrations.
-- Times are milliseconds since 1970 in UTC by the database's clock: from_unixtime(due_at / 1000) shows one.
-- Keys are compared byte by byte, and so are own ids, blanks at their end included.
-- due_at: NEW, NOT_SENT: from when on it may be sent. CLAIMED, SENDING: the end of the lease. UNKNOWN: when it is looked
-- up next. ACCEPTED, REFUSED, UNDECIDED: since when.

create table alimsg_once (
  idempotency_key varchar(200) character set ascii collate ascii_bin not null primary key,
  state           varchar(16) character set ascii collate ascii_bin not null,
  operation       varchar(128) not null,
  fingerprint     varchar(64),
  owner           varchar(64),
  fence           bigint       not null,
  attempts        int          not null,
  look_ups        int          not null,
  own_id          varchar(255) collate utf8mb4_0900_bin,
  own_id_derived  boolean      not null,
  template        varchar(255),
  message_id      varchar(255),
  request_id      varchar(255),
  code            varchar(255),
  note            varchar(255),
  late_outcome    varchar(16),
  due_at          bigint       not null,
  created_at      bigint       not null,
  updated_at      bigint       not null,
  sent_at         bigint
) engine = InnoDB default character set = utf8mb4;
create index alimsg_once_due on alimsg_once (state, due_at);
create index alimsg_once_own_id on alimsg_once (own_id);

-- For campaigns. next_moment: when the next part may be sent, in nanoseconds since 1970.

create table alimsg_campaign (
  campaign         varchar(100) character set ascii collate ascii_bin not null primary key,
  fingerprint      varchar(64)      not null,
  parts_per_second double precision not null,
  next_moment      bigint           not null,
  created_at       bigint           not null,
  updated_at       bigint           not null
) engine = InnoDB default character set = utf8mb4;

create table alimsg_part (
  campaign        varchar(100) character set ascii collate ascii_bin not null,
  part            varchar(64) character set ascii collate ascii_bin not null,
  first_recipient bigint       not null,
  last_recipient  bigint       not null,
  fingerprint     varchar(64)  not null,
  state           varchar(16) character set ascii collate ascii_bin not null,
  owner           varchar(64),
  fence           bigint       not null,
  attempts        int          not null,
  look_ups        int          not null,
  is_split        boolean      not null,
  own_id          varchar(255) collate utf8mb4_0900_bin,
  outcome         varchar(16),
  message_id      varchar(255),
  request_id      varchar(255),
  code            varchar(255),
  accepted        bigint       not null,
  refused         bigint       not null,
  not_sent        bigint       not null,
  unsure          bigint       not null,
  details         mediumtext,
  note            varchar(255),
  late_outcome    varchar(16),
  due_at          bigint       not null,
  created_at      bigint       not null,
  updated_at      bigint       not null,
  sent_at         bigint,
  primary key (campaign, part)
) engine = InnoDB default character set = utf8mb4;
create index alimsg_part_first on alimsg_part (campaign, first_recipient);
create index alimsg_part_due on alimsg_part (campaign, state, due_at);
create index alimsg_part_own_id on alimsg_part (own_id);

-- For campaigns whose recipients have keys. recipient: the position in the source that has the key.

create table alimsg_recipient (
  recipient_key varchar(200) character set ascii collate ascii_bin not null primary key,
  campaign      varchar(100) character set ascii collate ascii_bin not null,
  recipient     bigint       not null,
  created_at    bigint       not null
) engine = InnoDB default character set = utf8mb4;
create index alimsg_recipient_campaign on alimsg_recipient (campaign, recipient);

-- For receipts that several processes handle: JdbcSeenReceipts. due_at: when a claim ends, or when a receipt that is done
-- is forgotten.

create table alimsg_receipt (
  receipt_key varchar(200) character set ascii collate ascii_bin not null primary key,
  owner       varchar(64) character set ascii collate ascii_bin  not null,
  is_done     boolean      not null,
  due_at      bigint       not null
) engine = InnoDB default character set = utf8mb4;
create index alimsg_receipt_due on alimsg_receipt (due_at);

-- For caps that several processes count together: JdbcCapStore. slices: number and count of each sixtieth of the window
-- that has sends. due_at: when nothing is left in it.

create table alimsg_cap (
  window_key varchar(200) character set ascii collate ascii_bin not null primary key,
  slices     varchar(4000) character set ascii collate ascii_bin not null,
  due_at     bigint        not null
) engine = InnoDB default character set = utf8mb4;
create index alimsg_cap_due on alimsg_cap (due_at);

-- For turns that several processes take: JdbcRateLimiter. next_moment: when the next turn is free, in microseconds since
-- 1970.

create table alimsg_turn (
  account     varchar(64) character set ascii collate ascii_bin  not null,
  operation   varchar(128) character set ascii collate ascii_bin not null,
  next_moment bigint       not null,
  primary key (account, operation)
) engine = InnoDB default character set = utf8mb4;
