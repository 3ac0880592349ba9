-- The recipes of series, by code and version. Only drafts go away again; a version that was approved never changes.
-- Gaps of a single visit are counted from the last one before it. No most_weekend_splits: as many as the gaps make.
CREATE TABLE protocol (
    id                 BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    code               VARCHAR(40)  NOT NULL,
    version            INT          NOT NULL,
    state              VARCHAR(10)  NOT NULL,
    visits             INT          NOT NULL,
    gap_unit           VARCHAR(15)  NOT NULL,
    gap_least          INT          NOT NULL,
    gap_target         INT          NOT NULL,
    gap_most           INT          NOT NULL,
    window_days        INT          NOT NULL,
    most_weekend_splits INT         NULL,
    room               VARCHAR(10)  NOT NULL,
    prep               INT          NOT NULL,
    infusion           INT          NOT NULL,
    infusion_least     INT          NOT NULL,
    infusion_most      INT          NOT NULL,
    recovery           INT          NOT NULL,
    recovery_least     INT          NOT NULL,
    recovery_most      INT          NOT NULL,
    turnover           INT          NOT NULL,
    acuity             INT          NOT NULL,
    checkpoints        VARCHAR(40)  NOT NULL,
    proposed_by        VARCHAR(100) NOT NULL,
    proposed_at        DATETIME(6)  NOT NULL,
    approved_by        VARCHAR(100) NULL,
    approved_at        DATETIME(6)  NULL,
    UNIQUE KEY protocol_version (code, version)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- With which every house begins, one that has been open before as well.
INSERT INTO protocol (code, version, state, visits, gap_unit, gap_least, gap_target, gap_most, window_days,
    most_weekend_splits, room, prep, infusion, infusion_least, infusion_most, recovery, recovery_least, recovery_most,
    turnover, acuity, checkpoints, proposed_by, proposed_at, approved_by, approved_at) VALUES
('MOOD_6',     1, 'APPROVED',  6, 'CALENDAR_DAYS',  2,  3,  5, 21, NULL, 'MOOD', 15,  45,  40,  60, 30, 20,  60, 15, 2, '2,6',  'HOUSE', UTC_TIMESTAMP(6), 'HOUSE', UTC_TIMESTAMP(6)),
('MOOD_4',     1, 'APPROVED',  4, 'CALENDAR_DAYS',  2,  3,  5, 14, NULL, 'MOOD', 15,  45,  45,  45, 30, 30,  30, 15, 2, '2,4',  'HOUSE', UTC_TIMESTAMP(6), 'HOUSE', UTC_TIMESTAMP(6)),
('PAIN_LOW_6', 1, 'APPROVED',  6, 'CALENDAR_DAYS',  2,  3,  5, 21, NULL, 'PAIN', 15,  60,  60,  60, 30, 30,  30, 15, 2, '2,6',  'HOUSE', UTC_TIMESTAMP(6), 'HOUSE', UTC_TIMESTAMP(6)),
('PAIN_MID_3', 1, 'APPROVED',  3, 'CALENDAR_DAYS',  1,  2,  4, 14, NULL, 'PAIN', 30, 120, 120, 180, 60, 60,  60, 15, 3, '1,3',  'HOUSE', UTC_TIMESTAMP(6), 'HOUSE', UTC_TIMESTAMP(6)),
('PAIN_5DAY',  1, 'APPROVED',  5, 'CLINIC_DAYS',    1,  1,  1,  7,    0, 'PAIN', 30, 240, 180, 240, 60, 60, 120, 15, 3, '5',    'HOUSE', UTC_TIMESTAMP(6), 'HOUSE', UTC_TIMESTAMP(6)),
('CRPS_10DAY', 1, 'APPROVED', 10, 'CLINIC_DAYS',    1,  1,  1, 14,    1, 'PAIN', 30, 240, 240, 240, 60, 60,  60, 15, 3, '5,10', 'HOUSE', UTC_TIMESTAMP(6), 'HOUSE', UTC_TIMESTAMP(6)),
('BOOST_MOOD', 1, 'APPROVED',  1, 'CALENDAR_DAYS', 14, 28, 42,  0, NULL, 'MOOD', 15,  45,  45,  45, 30, 30,  30, 15, 2, '1',    'HOUSE', UTC_TIMESTAMP(6), 'HOUSE', UTC_TIMESTAMP(6)),
('BOOST_PAIN', 1, 'APPROVED',  1, 'CALENDAR_DAYS', 14, 28, 90,  0, NULL, 'PAIN', 30, 180, 180, 180, 60, 60,  60, 15, 3, '1',    'HOUSE', UTC_TIMESTAMP(6), 'HOUSE', UTC_TIMESTAMP(6));
