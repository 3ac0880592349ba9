-- Treatments: what all nurses and prescribers give together, and what each visit of a series takes of it.
ALTER TABLE resource
    MODIFY COLUMN kind VARCHAR(20) NOT NULL COMMENT 'ROOM, CLINICIAN, NURSE; pools: HANDS, HEADS, CARE, PRESCRIBER';

ALTER TABLE appointment
    ADD COLUMN purpose    VARCHAR(20) NULL COMMENT 'MOOD, PAIN: what the room is fitted for',
    ADD COLUMN prep_q     INT         NULL COMMENT 'quarter-hours of each phase',
    ADD COLUMN infusion_q INT         NULL,
    ADD COLUMN recovery_q INT         NULL,
    ADD COLUMN turnover_q INT         NULL,
    ADD COLUMN care       INT         NULL COMMENT 'units of watching until recovery',
    ADD COLUMN series_id  BIGINT      NULL,
    ADD COLUMN series_no  INT         NULL,
    ADD COLUMN series_of  INT         NULL,
    ADD KEY appointment_series (series_id, series_no);

-- A house that is furnished already gets its pools, empty until it says who its nurses are.
INSERT INTO resource (name, kind, retired)
SELECT pool.name, pool.kind, FALSE
FROM (SELECT 'Nursing hands' AS name, 'HANDS' AS kind
      UNION ALL SELECT 'Nursing heads', 'HEADS'
      UNION ALL SELECT 'Nursing care', 'CARE'
      UNION ALL SELECT 'Prescriber on site', 'PRESCRIBER') pool
WHERE EXISTS (SELECT 1 FROM visit_rule);

INSERT INTO visit_rule (kind, minutes, grid_minutes, lead_minutes, horizon_days, turnover_minutes)
SELECT 'INFUSION', 90, 15, 1440, 90, 15 FROM visit_rule WHERE kind = 'CONSULTATION';
