-- A need gathers voices without destroying them.
CREATE SEQUENCE need_public_number START 101;

CREATE TABLE need (
  id            uuid PRIMARY KEY,
  public_number bigint NOT NULL UNIQUE DEFAULT nextval('need_public_number'),
  titles        jsonb NOT NULL,           -- {"en": "Lamps in Mill Lane", ...}
  summaries     jsonb NOT NULL DEFAULT '{}',
  service_id    uuid NOT NULL REFERENCES service,
  area_id       uuid REFERENCES area,
  shown         boolean NOT NULL DEFAULT false,  -- on public pages
  opened_at     timestamptz NOT NULL,
  opened_by     uuid REFERENCES staff,
  closed_at     timestamptz,
  search        tsvector,
  all_titles    text NOT NULL DEFAULT ''
);
CREATE INDEX need_search ON need USING gin (search);
CREATE INDEX need_trigrams ON need USING gin (all_titles gin_trgm_ops);
CREATE INDEX need_service ON need (service_id, opened_at DESC);

CREATE TABLE need_voice (
  voice_id  uuid PRIMARY KEY REFERENCES voice,   -- one need a voice; see docs/adr/006
  need_id   uuid NOT NULL REFERENCES need,
  linked_at timestamptz NOT NULL,
  linked_by uuid REFERENCES staff,               -- null: the person joined it themselves
  person    boolean NOT NULL DEFAULT false
);
CREATE INDEX need_voice_need ON need_voice (need_id, linked_at);

-- Groups of open voices that look alike, found by a job and offered to staff.
CREATE TABLE alike_group (
  id         uuid PRIMARY KEY,
  service_id uuid NOT NULL REFERENCES service ON DELETE CASCADE,
  label      text NOT NULL,               -- the words they share
  found_at   timestamptz NOT NULL
);
CREATE TABLE alike_voice (
  group_id uuid NOT NULL REFERENCES alike_group ON DELETE CASCADE,
  voice_id uuid NOT NULL REFERENCES voice,
  PRIMARY KEY (group_id, voice_id)
);
CREATE INDEX alike_voice_voice ON alike_voice (voice_id);
