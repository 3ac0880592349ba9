-- Letters about a series. One letter tells of many visits: each stands here as it was when the letter became owed, so
-- that a repeat says the same. Letters about one series leave in the order they were written.
ALTER TABLE outbox_mail
    ADD COLUMN series_id BIGINT NULL COMMENT 'letters about visits of a series',
    ADD COLUMN series_no INT    NULL COMMENT 'which visit of it, or the first of those it tells of',
    ADD COLUMN series_of INT    NULL,
    MODIFY COLUMN kind VARCHAR(20) NOT NULL COMMENT 'BOOKED, KEPT_FOR_REVIEW, MOVED, CANCELLED, WITHDRAWN, LINK, SERIES_PLANNED, SERIES_CHANGED, ENTRY_MOVED, ENTRY_CANCELLED, STAFF_INVITATION, STAFF_RESET',
    ADD INDEX outbox_mail_series (series_id, state, id);

CREATE TABLE outbox_visit (
    mail_id        BIGINT      NOT NULL,
    position       INT         NOT NULL COMMENT 'in the letter, from 1',
    news           VARCHAR(20) NOT NULL COMMENT 'STANDS, ADDED, MOVED, DROPPED: since she was last told',
    visit_id       BIGINT      NOT NULL,
    no             INT         NOT NULL COMMENT 'which of the series',
    uid            CHAR(36)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    revision       INT         NOT NULL,
    day            DATE        NOT NULL,
    start_q        INT         NOT NULL,
    end_q          INT         NOT NULL,
    before_day     DATE        NULL COMMENT 'MOVED: the time that no longer applies, where it is known',
    before_start_q INT         NULL,
    before_end_q   INT         NULL,
    PRIMARY KEY (mail_id, position),
    CONSTRAINT outbox_visit_mail FOREIGN KEY (mail_id) REFERENCES outbox_mail (id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
