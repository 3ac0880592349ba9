-- Calls about an appointment whose time was taken away are kept like all others, with what came of them.
ALTER TABLE call_attempt
    ADD COLUMN appointment_id BIGINT NULL COMMENT 'the appointment that had lost its time; or' AFTER mail_id,
    ADD COLUMN revision       INT    NULL COMMENT 'of the appointment: the time it was about' AFTER appointment_id,
    ADD KEY call_attempt_visit (appointment_id, revision),
    ADD CONSTRAINT call_attempt_appointment FOREIGN KEY (appointment_id) REFERENCES appointment (id);
