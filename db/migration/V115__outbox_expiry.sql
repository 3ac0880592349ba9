-- An email that comes after its appointment has begun helps nobody: expires_at (the clinic's clock) is that start.
-- unknown_outcomes counts how often an email was sent whole and the mail server never said whether it took it.
-- What is due is taken with the fewest tries first.
ALTER TABLE outbox_mail
    ADD COLUMN expires_at       DATETIME(6) NULL,
    ADD COLUMN unknown_outcomes INT NOT NULL DEFAULT 0,
    ADD INDEX outbox_mail_tries (state, attempts, next_attempt_at),
    ADD INDEX outbox_mail_expiry (state, expires_at);
