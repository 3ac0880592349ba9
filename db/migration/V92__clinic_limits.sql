-- The clinic's limits, by version: they hold for protocols that have none of their own.
CREATE TABLE clinic_limits (
    id          BIGINT        NOT NULL AUTO_INCREMENT PRIMARY KEY,
    version     INT           NOT NULL,
    state       VARCHAR(10)   NOT NULL COMMENT 'APPROVED, DRAFT, RETIRED',
    limits      VARCHAR(1000) NOT NULL,
    proposed_by VARCHAR(100)  NOT NULL,
    proposed_at DATETIME(6)   NOT NULL,
    approved_by VARCHAR(100)  NULL,
    approved_at DATETIME(6)   NULL,
    UNIQUE KEY clinic_limits_version (version)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
