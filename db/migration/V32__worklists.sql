-- What people of the clinic did about what waits for them: calls they promised, letters that reached nobody.
ALTER TABLE call_request
    ADD COLUMN answered_by VARCHAR(100) NULL,
    ADD COLUMN answer      VARCHAR(500) NULL;

ALTER TABLE outbox_mail
    ADD COLUMN called_at DATETIME(6)  NULL COMMENT 'undeliverable ones: when she was called instead',
    ADD COLUMN called_by VARCHAR(100) NULL,
    ADD COLUMN call_note VARCHAR(500) NULL,
    ADD INDEX outbox_mail_state (state, id);

ALTER TABLE appointment
    ADD INDEX appointment_status (status, day);
