-- What a million voices showed: my own open cases, in the order of their promises.
CREATE INDEX case_mine_owed ON case_work (assigned_to, service_id, promised_on, voice_id)
 INCLUDE (restricted) WHERE debt AND state IN ('new', 'open');
-- What somebody else changed on my cases since I looked; the condition is CaseView.CHANGED's.
CREATE INDEX case_changed ON case_work (assigned_to, service_id, changed_at, voice_id)
 INCLUDE (restricted)
 WHERE changed_at > coalesce(seen_at, '-infinity') AND state <> 'withdrawn'
   AND (answered_at IS NULL OR changed_at > answered_at);
