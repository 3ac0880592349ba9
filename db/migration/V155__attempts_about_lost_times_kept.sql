INSERT INTO call_attempt (appointment_id, revision, outcome, note, at, actor)
SELECT appointment_id, revision, 'CALLED', note, at, actor FROM stranded_call;
