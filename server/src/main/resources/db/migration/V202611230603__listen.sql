-- What people said. Contacts and photos stand apart and can be erased on their own.
CREATE SEQUENCE voice_public_number START 1001;

CREATE TABLE voice (
  id              uuid PRIMARY KEY,
  public_number   bigint NOT NULL UNIQUE DEFAULT nextval('voice_public_number'),
  code_lookup     bytea UNIQUE,           -- HMAC of the receipt code; null once erased
  code_sealed     bytea,
  channel         text NOT NULL,
  source          text,
  source_id       text,
  idempotency_key bytea UNIQUE,
  language        text NOT NULL,          -- ISO 639-1 or 'und'
  words           text,                   -- null once erased
  search          tsvector,               -- words, and character pairs where words are not spaced
  area_id         uuid REFERENCES area,
  place           text,                   -- an address in the person's words
  longitude       double precision,
  latitude        double precision,
  may_show        boolean NOT NULL DEFAULT false,
  shown_words     text,                   -- cleared by staff for the public, without names
  shown_by        uuid REFERENCES staff,
  urgent          boolean NOT NULL DEFAULT false,
  doubtful        text,                   -- why it waits for a look; null: it does not
  restricted      boolean NOT NULL DEFAULT false,
  said_at         timestamptz NOT NULL,
  received_at     timestamptz NOT NULL,
  erase_after     timestamptz,            -- an erasure without contact can be undone until then
  erased_at       timestamptz,
  UNIQUE (source, source_id)
);
CREATE INDEX voice_search ON voice USING gin (search);
CREATE INDEX voice_trigrams ON voice USING gin (words gin_trgm_ops);
CREATE INDEX voice_said ON voice (said_at);
CREATE INDEX voice_erase ON voice (erase_after) WHERE erase_after IS NOT NULL AND erased_at IS NULL;
CREATE INDEX voice_doubtful ON voice (received_at) WHERE doubtful IS NOT NULL;

CREATE TABLE voice_addition (
  id       uuid PRIMARY KEY,
  voice_id uuid NOT NULL REFERENCES voice,
  kind     text NOT NULL CHECK (kind IN ('addition', 'correction', 'reply')),
  words    text NOT NULL,
  at       timestamptz NOT NULL
);
CREATE INDEX voice_addition_voice ON voice_addition (voice_id);

CREATE TABLE voice_segment (
  voice_id   uuid NOT NULL REFERENCES voice,
  segment_id uuid NOT NULL REFERENCES segment,
  PRIMARY KEY (voice_id, segment_id)
);
CREATE INDEX voice_segment_segment ON voice_segment (segment_id);

CREATE TABLE contact (
  voice_id       uuid PRIMARY KEY REFERENCES voice,
  kind           text NOT NULL CHECK (kind IN ('email', 'mobile')),
  address_sealed bytea NOT NULL,
  address_lookup bytea NOT NULL,
  language       text NOT NULL,
  confirm_hash   bytea UNIQUE,
  asked_at       timestamptz NOT NULL,
  confirmed_at   timestamptz,
  reply_token    text NOT NULL UNIQUE,    -- threads replies, opens nothing else
  once_hash      bytea,                   -- a one-time code for erasing, exporting, changing
  once_until     timestamptz,
  once_tries     int NOT NULL DEFAULT 0
);
CREATE INDEX contact_lookup ON contact (address_lookup);

CREATE TABLE voice_photo (
  id         uuid PRIMARY KEY,
  voice_id   uuid NOT NULL REFERENCES voice,
  media_type text NOT NULL,
  width      int NOT NULL,
  height     int NOT NULL,
  content    bytea NOT NULL,
  at         timestamptz NOT NULL
);
CREATE INDEX voice_photo_voice ON voice_photo (voice_id);
