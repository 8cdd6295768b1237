-- What casework and answers need beyond the first schema.
ALTER TABLE case_work
  ADD COLUMN set_aside_at timestamptz,       -- kept, but owed nothing: an advertisement, a test
  ADD COLUMN set_aside_because text,
  ADD COLUMN moved_because text;             -- why the promise was moved last

-- The lists of the morning page: only what is owed, in the order in which it is shown.
DROP INDEX case_owed;
DROP INDEX case_new;
DROP INDEX case_urgent;
CREATE INDEX case_owed ON case_work (service_id, promised_on, voice_id) INCLUDE (restricted, assigned_to)
 WHERE debt AND state IN ('new', 'open');
CREATE INDEX case_new ON case_work (service_id, opened_at, voice_id) INCLUDE (restricted, assigned_to)
 WHERE debt AND state = 'new';
CREATE INDEX case_urgent ON case_work (service_id, opened_at, voice_id) INCLUDE (restricted, assigned_to)
 WHERE urgent AND debt AND state IN ('new', 'open');
CREATE INDEX case_recent ON case_work (service_id, opened_at, voice_id);

ALTER TABLE answer ADD COLUMN returned_because text;
CREATE INDEX delivery_answer ON delivery (answer_id, state);
CREATE INDEX outbox_subject ON outbox (subject_id);
CREATE UNIQUE INDEX answer_one_draft_need ON answer (need_id) WHERE state <> 'sent';
CREATE UNIQUE INDEX answer_one_draft_voice ON answer (voice_id) WHERE state <> 'sent';
ALTER TABLE answer_template ADD COLUMN changed_at timestamptz NOT NULL DEFAULT now();
CREATE INDEX case_aside ON case_work (service_id, set_aside_at) WHERE set_aside_at IS NOT NULL;
