-- The ledger of acts and the public record over it. See docs/adr/002 and docs/methods/record.md.
CREATE TABLE act (
  seq          bigint PRIMARY KEY,        -- the leaf index in the record
  at           timestamptz NOT NULL,      -- when it happened
  recorded_at  timestamptz NOT NULL,      -- when it was appended
  type         text NOT NULL,
  subject_kind text NOT NULL,
  subject_id   uuid NOT NULL,
  actor_kind   text NOT NULL CHECK (actor_kind IN ('person', 'staff', 'system')),
  actor_id     uuid,
  payload      text,                      -- canonical JSON, committed to byte for byte; null once erased
  salt         bytea,                     -- null once erased
  entry        bytea NOT NULL,            -- the public line
  erased_at    timestamptz
);
CREATE INDEX act_by_subject ON act (subject_id, seq);

-- What makes a subject's tag unguessable; deleted when the subject is erased.
CREATE TABLE act_subject (
  id   uuid PRIMARY KEY,
  salt bytea NOT NULL
);

CREATE TABLE log_state (
  one    boolean PRIMARY KEY DEFAULT true CHECK (one),
  origin text NOT NULL,
  size   bigint NOT NULL,
  fence  bigint NOT NULL DEFAULT 0
);

CREATE TABLE log_tile (
  level  smallint NOT NULL,
  number bigint NOT NULL,
  hashes bytea NOT NULL,                  -- 32 bytes each, at most 256
  PRIMARY KEY (level, number)
);

CREATE TABLE checkpoint (
  size   bigint PRIMARY KEY,
  note   text NOT NULL,
  at     timestamptz NOT NULL
);
