-- What came of every call the clinic promised, and of every call in the place of an email. Never changed.
CREATE TABLE call_attempt (
    id      BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    call_id BIGINT       NULL COMMENT 'the call it belongs to; or',
    mail_id BIGINT       NULL COMMENT 'the email it took the place of',
    outcome VARCHAR(30)  NOT NULL,
    note    VARCHAR(500) NULL,
    at      DATETIME(6)  NOT NULL,
    actor   VARCHAR(100) NOT NULL,
    CONSTRAINT call_attempt_call FOREIGN KEY (call_id) REFERENCES call_request (id) ON DELETE CASCADE,
    CONSTRAINT call_attempt_mail FOREIGN KEY (mail_id) REFERENCES outbox_mail (id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
