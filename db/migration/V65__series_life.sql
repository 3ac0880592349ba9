-- How a series goes on: up to which checkpoint a prescriber has decided, which breaches she accepted, and who may be treated.
ALTER TABLE series
    ADD COLUMN decided_to    INT         NOT NULL DEFAULT 0 COMMENT 'number of the last visit whose checkpoint was decided',
    ADD COLUMN accepted_gaps VARCHAR(60) NOT NULL DEFAULT '' COMMENT 'numbers of the later visits of gaps a prescriber accepted';

-- Whether a patient may be treated, as a prescriber decided: the latest row counts, until it expires.
CREATE TABLE eligibility (
    id          BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    patient_id  BIGINT       NOT NULL,
    eligible    BOOLEAN      NOT NULL,
    valid_until DATE         NULL COMMENT 'inclusive; null when not eligible',
    decided_by  VARCHAR(100) NOT NULL,
    decided_at  DATETIME(6)  NOT NULL,
    reason      VARCHAR(500) NULL,
    CONSTRAINT eligibility_patient FOREIGN KEY (patient_id) REFERENCES patient (id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
