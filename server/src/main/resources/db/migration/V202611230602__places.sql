-- Where people live, who lives there, and which service owes them the answer.
CREATE TABLE area (
  id       uuid PRIMARY KEY,
  code     text NOT NULL UNIQUE,
  name     text NOT NULL,
  shape    jsonb,                         -- a GeoJSON geometry (WGS 84, longitude first)
  position int NOT NULL
);

CREATE TABLE dimension (
  id       uuid PRIMARY KEY,
  code     text NOT NULL UNIQUE,
  names    jsonb NOT NULL,                -- {"en": "Age", ...}
  reasons  jsonb NOT NULL DEFAULT '{}',   -- why it is asked
  position int NOT NULL
);

CREATE TABLE segment (
  id           uuid PRIMARY KEY,
  dimension_id uuid NOT NULL REFERENCES dimension,
  code         text NOT NULL,
  names        jsonb NOT NULL,
  position     int NOT NULL,
  UNIQUE (dimension_id, code)
);

CREATE TABLE margin (
  segment_id uuid NOT NULL REFERENCES segment,
  area_id    uuid REFERENCES area,
  population bigint NOT NULL CHECK (population >= 0),
  UNIQUE NULLS NOT DISTINCT (segment_id, area_id)
);

CREATE TABLE service (
  id           uuid PRIMARY KEY,
  code         text NOT NULL UNIQUE,
  names        jsonb NOT NULL,
  descriptions jsonb NOT NULL DEFAULT '{}',
  front_desk   boolean NOT NULL DEFAULT false,
  working_days int[] NOT NULL DEFAULT '{1,2,3,4,5}',  -- ISO, Monday = 1
  promise_days int NOT NULL CHECK (promise_days BETWEEN 1 AND 250),
  four_eyes    boolean NOT NULL DEFAULT false,
  closed_at    timestamptz,
  position     int NOT NULL
);
CREATE UNIQUE INDEX service_front_desk ON service (front_desk) WHERE front_desk;

CREATE TABLE holiday (
  service_id uuid REFERENCES service ON DELETE CASCADE, -- null: every service
  day        date NOT NULL,
  UNIQUE NULLS NOT DISTINCT (service_id, day)
);

CREATE TABLE staff_service (
  staff_id   uuid NOT NULL REFERENCES staff ON DELETE CASCADE,
  service_id uuid NOT NULL REFERENCES service ON DELETE CASCADE,
  PRIMARY KEY (staff_id, service_id)
);

CREATE TABLE urgent_word (
  language text NOT NULL,
  word     text NOT NULL,
  PRIMARY KEY (language, word)
);
