-- Calls of before: in the chart of their patient, and what was written down of them as their first attempt.
UPDATE call_request c JOIN appointment a ON a.id = c.appointment_id SET c.patient_id = a.patient_id;

INSERT INTO call_attempt (call_id, outcome, note, at, actor)
SELECT id, 'CALLED', answer, answered_at, COALESCE(answered_by, 'HOUSE') FROM call_request WHERE answered_at IS NOT NULL;

INSERT INTO call_attempt (mail_id, outcome, note, at, actor)
SELECT id, 'CALLED', call_note, called_at, COALESCE(called_by, 'HOUSE') FROM outbox_mail WHERE called_at IS NOT NULL;
