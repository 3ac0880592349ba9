-- Somebody was called because her time had been taken away. Counts for the visit as it stood: moved, it is stranded no more.
CREATE TABLE stranded_call (
    id             BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    appointment_id BIGINT       NOT NULL,
    revision       INT          NOT NULL,
    actor          VARCHAR(100) NOT NULL,
    at             DATETIME(6)  NOT NULL,
    note           VARCHAR(500) NOT NULL,
    CONSTRAINT stranded_call_appointment FOREIGN KEY (appointment_id) REFERENCES appointment (id),
    KEY stranded_call_visit (appointment_id, revision)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
