-- An entry that was a mistake is struck out with a reason: it stays, and no longer counts. It is the only change to a row.
ALTER TABLE visit_check
    ADD COLUMN infusing      BOOLEAN      NOT NULL DEFAULT FALSE COMMENT 'vitals taken while infusing',
    ADD COLUMN struck_by     VARCHAR(100) NULL,
    ADD COLUMN struck_role   VARCHAR(20)  NULL,
    ADD COLUMN struck_at     DATETIME(6)  NULL,
    ADD COLUMN struck_reason VARCHAR(500) NULL;
