-- Settings, keys, staff and sessions: what the platform needs before any feature.
CREATE EXTENSION IF NOT EXISTS pg_trgm;

CREATE TABLE setting (
  key   text PRIMARY KEY,
  value jsonb NOT NULL
);

CREATE TABLE key_fingerprint (
  name        text PRIMARY KEY,
  fingerprint bytea NOT NULL
);

-- How often something was done lately, by whom (hashed); swept by a job.
CREATE TABLE rate_window (
  who        bytea NOT NULL,
  what       text NOT NULL,
  started_at timestamptz NOT NULL,
  times      int NOT NULL,
  PRIMARY KEY (what, who, started_at)
);
CREATE INDEX rate_window_started ON rate_window (started_at);

CREATE TABLE staff (
  id             uuid PRIMARY KEY,
  login          text NOT NULL UNIQUE,
  name           text NOT NULL,
  public_name    text NOT NULL,           -- what residents see
  email          text,
  language       text NOT NULL DEFAULT 'en',
  password_hash  text,                    -- null: OIDC only
  oidc_subject   text UNIQUE,
  totp_sealed    bytea,
  totp_confirmed timestamptz,
  totp_last_step bigint,                  -- a code opens once
  failed_tries   int NOT NULL DEFAULT 0,
  locked_until   timestamptz,
  disabled_at    timestamptz,
  created_at     timestamptz NOT NULL
);

CREATE TABLE staff_role (
  staff_id uuid NOT NULL REFERENCES staff ON DELETE CASCADE,
  role     text NOT NULL,
  PRIMARY KEY (staff_id, role)
);

CREATE TABLE staff_session (
  token_hash    bytea PRIMARY KEY,
  staff_id      uuid NOT NULL REFERENCES staff ON DELETE CASCADE,
  created_at    timestamptz NOT NULL,
  seen_at       timestamptz NOT NULL,
  expires_at    timestamptz NOT NULL,
  second_factor boolean NOT NULL,
  browser       text NOT NULL DEFAULT ''
);
CREATE INDEX staff_session_staff ON staff_session (staff_id);

CREATE TABLE recovery_code (
  staff_id  uuid NOT NULL REFERENCES staff ON DELETE CASCADE,
  code_hash bytea NOT NULL,
  used_at   timestamptz,
  PRIMARY KEY (staff_id, code_hash)
);

-- One-time links: invitations, password resets, the first run.
CREATE TABLE one_time_link (
  token_hash bytea PRIMARY KEY,
  purpose    text NOT NULL,
  staff_id   uuid REFERENCES staff ON DELETE CASCADE,
  payload    jsonb NOT NULL DEFAULT '{}',
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  used_at    timestamptz
);

-- Messages to be sent by e-mail or SMS; bodies vanish once sent.
CREATE TABLE outbox (
  id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  channel     text NOT NULL CHECK (channel IN ('email', 'sms')),
  to_sealed   bytea,
  subject     text,
  body_sealed bytea,
  reply_token text,
  purpose     text NOT NULL,
  subject_id  uuid,                       -- the delivery or the voice that it is about
  voice_id    uuid,
  state       text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'sent', 'refused', 'gave_up')),
  tries       int NOT NULL DEFAULT 0,
  next_try_at timestamptz NOT NULL,
  last_error  text,
  created_at  timestamptz NOT NULL,
  done_at     timestamptz
);
CREATE INDEX outbox_due ON outbox (next_try_at) WHERE state = 'waiting';
CREATE INDEX outbox_voice ON outbox (voice_id);

CREATE TABLE job_run (
  name        text PRIMARY KEY,
  started_at  timestamptz,
  finished_at timestamptz,
  failed_at   timestamptz,
  last_error  text
);
