-- Which nurse sees to which infusion, assigned on the day. Read against the visits as they are: a row that no longer fits does not count.
CREATE TABLE visit_nurse (
    appointment_id BIGINT       NOT NULL PRIMARY KEY,
    nurse_id       BIGINT       NOT NULL,
    next_nurse_id  BIGINT       NULL COMMENT 'takes over before the shift of the first one ends, if the visit outlives it',
    assigned_by    VARCHAR(100) NOT NULL,
    assigned_at    DATETIME(6)  NOT NULL,
    CONSTRAINT visit_nurse_appointment FOREIGN KEY (appointment_id) REFERENCES appointment (id),
    CONSTRAINT visit_nurse_nurse FOREIGN KEY (nurse_id) REFERENCES resource (id),
    CONSTRAINT visit_nurse_next FOREIGN KEY (next_nurse_id) REFERENCES resource (id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
