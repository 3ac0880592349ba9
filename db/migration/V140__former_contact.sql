-- By what a patient was known in a record that was merged into this one: still found in searches and among duplicates.
CREATE TABLE IF NOT EXISTS former_contact (
    id         BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    patient_id BIGINT       NOT NULL,
    kind       VARCHAR(20)  NOT NULL COMMENT 'NAME, EMAIL, PHONE',
    contact    VARCHAR(254) NOT NULL,
    at         DATETIME(6)  NOT NULL,
    KEY former_contact_patient (patient_id),
    CONSTRAINT former_contact_of FOREIGN KEY (patient_id) REFERENCES patient (id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
