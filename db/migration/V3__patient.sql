-- Whom the clinic cares for, and what they allowed it to do.
CREATE TABLE patient (
    id         BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    first_name VARCHAR(100) NOT NULL,
    last_name  VARCHAR(100) NOT NULL,
    email      VARCHAR(254) NOT NULL,
    phone      VARCHAR(40)  NOT NULL COMMENT 'E.164',
    language   CHAR(2)      NOT NULL,
    adult      BOOLEAN      NOT NULL COMMENT 'said she is 18 or older',
    created_at DATETIME(6)  NOT NULL,
    version    INT          NOT NULL,
    KEY patient_email (email)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- What was asked, in which wording, and the answer. Never changed: a new answer is a new row.
CREATE TABLE consent (
    id           BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
    patient_id   BIGINT      NOT NULL,
    subject      VARCHAR(20) NOT NULL COMMENT 'EMAIL, PRIVACY_NOTICE',
    given        BOOLEAN     NOT NULL,
    text_version VARCHAR(20) NOT NULL,
    language     CHAR(2)     NOT NULL,
    source       VARCHAR(20) NOT NULL COMMENT 'PAGE, API',
    at           DATETIME(6) NOT NULL,
    CONSTRAINT consent_patient FOREIGN KEY (patient_id) REFERENCES patient (id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
