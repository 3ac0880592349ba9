-- Staff take visits along their edges: since when a visit stands where it stands, by whose step, and from where, so that
-- the same person may take that step back.
ALTER TABLE appointment
    ADD COLUMN status_since  DATETIME(6)  NOT NULL DEFAULT CURRENT_TIMESTAMP(6),
    ADD COLUMN status_by     VARCHAR(100) NULL COMMENT 'whose step can be undone; null: there is none',
    ADD COLUMN status_before VARCHAR(20)  NULL COMMENT 'where an undo leads back to',
    ADD COLUMN partial       BOOLEAN      NOT NULL DEFAULT FALSE COMMENT 'stopped early';

UPDATE appointment SET status_since = created_at;

ALTER TABLE visit_edge
    MODIFY COLUMN edge VARCHAR(20) NOT NULL COMMENT 'BOOK, MOVE, UNDO, or a step of the contract: CHECK_IN, CANCEL ...',
    MODIFY COLUMN actor VARCHAR(100) NOT NULL COMMENT 'name of the account; PATIENT, HOUSE',
    ADD COLUMN role          VARCHAR(20)  NULL,
    ADD COLUMN status_before VARCHAR(20)  NULL,
    ADD COLUMN status_after  VARCHAR(20)  NULL;

-- A house that is furnished already learns the kinds of visit its staff book; an empty one is furnished with them.
INSERT INTO visit_rule (kind, minutes, grid_minutes, lead_minutes, horizon_days, turnover_minutes)
SELECT 'EVALUATION', 45, 15, 120, 90, 5 FROM visit_rule WHERE kind = 'CONSULTATION';

INSERT INTO visit_rule (kind, minutes, grid_minutes, lead_minutes, horizon_days, turnover_minutes)
SELECT 'REVIEW', 30, 15, 120, 90, 0 FROM visit_rule WHERE kind = 'CONSULTATION';
