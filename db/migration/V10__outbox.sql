-- Letters the clinic owes, written in the transaction that made them owed. What a letter says is kept as it was then;
-- the private link is not kept, it is derived again when the letter is written.
-- created_at and sent_at are the clinic's clock (a demonstration may shift it); next_attempt_at and lease_until are the
-- database's own time in UTC, which every node shares and nothing shifts.
CREATE TABLE outbox_mail (
    id              BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    dedup_key       VARCHAR(120) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'visit:17:moved:3, link:17:<request>',
    kind            VARCHAR(20)  NOT NULL COMMENT 'BOOKED, KEPT_FOR_REVIEW, MOVED, CANCELLED, WITHDRAWN, LINK',
    visit_id        BIGINT       NOT NULL,
    uid             CHAR(36)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    generation      INT          NOT NULL COMMENT 'of the private link',
    revision        INT          NOT NULL COMMENT 'of the visit: its letters leave in this order',
    day             DATE         NOT NULL,
    start_q         INT          NOT NULL,
    end_q           INT          NOT NULL,
    before_day      DATE         NULL COMMENT 'moves only: the time that no longer applies',
    before_start_q  INT          NULL,
    before_end_q    INT          NULL,
    first_name      VARCHAR(100) NOT NULL,
    last_name       VARCHAR(100) NOT NULL,
    recipient       VARCHAR(254) NOT NULL,
    language        VARCHAR(8)   NOT NULL,
    state           VARCHAR(20)  NOT NULL COMMENT 'QUEUED, SENT, UNDELIVERABLE, SUPPRESSED',
    attempts        INT          NOT NULL,
    next_attempt_at DATETIME(6)  NOT NULL DEFAULT (UTC_TIMESTAMP(6)) COMMENT 'while leased: when the lease ends',
    lease_until     DATETIME(6)  NULL,
    lease_owner     CHAR(36)     CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'one claim by one node',
    last_error      VARCHAR(500) NULL,
    created_at      DATETIME(6)  NOT NULL,
    sent_at         DATETIME(6)  NULL,
    CONSTRAINT outbox_mail_once UNIQUE (dedup_key),
    INDEX outbox_mail_due (state, next_attempt_at),
    INDEX outbox_mail_order (visit_id, state, revision)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
