-- The work item of each voice, the answers, and what became of each delivery.
CREATE TABLE case_work (
  voice_id        uuid PRIMARY KEY REFERENCES voice,
  service_id      uuid NOT NULL REFERENCES service,
  assigned_to     uuid REFERENCES staff,
  state           text NOT NULL CHECK (state IN ('new', 'open', 'answered', 'withdrawn')),
  debt            boolean NOT NULL DEFAULT true,  -- false: imported history, owed nothing new
  restricted      boolean NOT NULL DEFAULT false,
  urgent          boolean NOT NULL DEFAULT false,
  opened_at       timestamptz NOT NULL,
  acknowledged_at timestamptz,                    -- first read by staff
  promised_on     date NOT NULL,
  answered_at     timestamptz,                    -- the first answer
  waiting_for     text,
  waiting_since   timestamptz,
  remind_on       date,
  reopened_at     timestamptz,
  changed_at      timestamptz NOT NULL,           -- the last thing that the person or a colleague did
  seen_at         timestamptz                     -- by the person it is assigned to
);
CREATE INDEX case_owed ON case_work (service_id, promised_on, opened_at) WHERE state IN ('new', 'open');
CREATE INDEX case_new ON case_work (service_id, opened_at DESC) WHERE state = 'new';
CREATE INDEX case_urgent ON case_work (service_id) WHERE urgent AND state IN ('new', 'open');
CREATE INDEX case_waiting ON case_work (service_id, waiting_since) WHERE waiting_for IS NOT NULL;
CREATE INDEX case_mine ON case_work (assigned_to, changed_at DESC);
CREATE INDEX case_opened ON case_work (opened_at);

CREATE TABLE case_note (
  id       uuid PRIMARY KEY,
  voice_id uuid NOT NULL REFERENCES case_work,
  staff_id uuid NOT NULL REFERENCES staff,
  words    text NOT NULL,
  at       timestamptz NOT NULL
);
CREATE INDEX case_note_voice ON case_note (voice_id, at);

CREATE TABLE answer (
  id           uuid PRIMARY KEY,
  need_id      uuid REFERENCES need,
  voice_id     uuid REFERENCES voice,
  service_id   uuid NOT NULL REFERENCES service,
  outcome      text NOT NULL CHECK (outcome IN ('done', 'planned', 'considered', 'no', 'not_ours')),
  planned_for  date,
  state        text NOT NULL CHECK (state IN ('draft', 'second_look', 'sent')),
  author_id    uuid NOT NULL REFERENCES staff,
  approved_by  uuid REFERENCES staff,
  created_at   timestamptz NOT NULL,
  changed_at   timestamptz NOT NULL,
  sent_at      timestamptz,
  CHECK ((need_id IS NULL) <> (voice_id IS NULL)),
  CHECK (outcome <> 'planned' OR planned_for IS NOT NULL OR state = 'draft')
);
CREATE INDEX answer_need ON answer (need_id, sent_at);
CREATE INDEX answer_voice ON answer (voice_id, sent_at);
CREATE INDEX answer_unsent ON answer (service_id, state) WHERE state <> 'sent';

CREATE TABLE answer_text (
  answer_id uuid NOT NULL REFERENCES answer,
  language  text NOT NULL,
  words     text NOT NULL,
  PRIMARY KEY (answer_id, language)
);

-- One row for each person who gets an answer; the receipt page always has it.
CREATE TABLE delivery (
  id         uuid PRIMARY KEY,
  answer_id  uuid NOT NULL REFERENCES answer,
  voice_id   uuid NOT NULL REFERENCES voice,
  channel    text NOT NULL CHECK (channel IN ('receipt', 'email', 'sms')),
  language   text NOT NULL,
  state      text NOT NULL CHECK (state IN ('waiting', 'sent', 'refused', 'gave_up', 'shown')),
  at         timestamptz NOT NULL,
  changed_at timestamptz NOT NULL,
  UNIQUE (answer_id, voice_id)
);
CREATE INDEX delivery_voice ON delivery (voice_id);

CREATE TABLE felt_heard (
  voice_id  uuid NOT NULL REFERENCES voice,
  answer_id uuid NOT NULL REFERENCES answer,
  score     int CHECK (score BETWEEN 1 AND 5),
  solved    boolean,
  words     text,
  at        timestamptz NOT NULL,
  PRIMARY KEY (voice_id, answer_id)
);
CREATE INDEX felt_heard_at ON felt_heard (at);

CREATE TABLE answer_template (
  id         uuid PRIMARY KEY,
  service_id uuid REFERENCES service,
  language   text NOT NULL,
  name       text NOT NULL,
  outcome    text NOT NULL,
  words      text NOT NULL
);

-- Public figures: frozen once a day, small cells already hidden. Shape: see docs/methods/debt.md.
CREATE TABLE frozen_figure (
  day      date NOT NULL,
  name     text NOT NULL,
  value    jsonb NOT NULL,
  PRIMARY KEY (day, name)
);
