-- What is asked, measured and verified on the day of a visit. Rows are added, never changed; the latest of a kind counts.
CREATE TABLE visit_check (
    id             BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    appointment_id BIGINT       NOT NULL,
    kind           VARCHAR(20)  NOT NULL COMMENT 'CONSENT, ESCORT, FASTING, VITALS, WEIGHT, ORDER, ALERT, NO_REACTION, LINE_OUT, ESCORT_HERE',
    ok             BOOLEAN      NOT NULL,
    systolic       INT          NULL COMMENT 'mmHg',
    diastolic      INT          NULL COMMENT 'mmHg',
    pulse          INT          NULL COMMENT 'beats a minute',
    saturation     INT          NULL COMMENT 'percent',
    weight         INT          NULL COMMENT 'grams',
    note           VARCHAR(500) NULL,
    actor          VARCHAR(100) NOT NULL,
    role           VARCHAR(20)  NULL,
    at             DATETIME(6)  NOT NULL,
    CONSTRAINT visit_check_appointment FOREIGN KEY (appointment_id) REFERENCES appointment (id),
    KEY visit_check_kind (appointment_id, kind, id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
