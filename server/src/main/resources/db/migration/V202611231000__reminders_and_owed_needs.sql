-- Cases that somebody asked to be reminded of, by the day.
CREATE INDEX case_reminded ON case_work (service_id, remind_on, voice_id)
 INCLUDE (restricted, assigned_to) WHERE remind_on IS NOT NULL;

-- The need of a case, kept as its voice joins and leaves, so that what is owed behind a need is read
-- from one small index and not from every voice that ever joined.
ALTER TABLE case_work ADD COLUMN need_id uuid REFERENCES need;
UPDATE case_work w SET need_id = v.need_id FROM need_voice v WHERE v.voice_id = w.voice_id;
CREATE INDEX case_owed_need ON case_work (need_id, promised_on)
 WHERE need_id IS NOT NULL AND debt AND state IN ('new', 'open');
