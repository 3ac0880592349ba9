-- What went wrong during an infusion: one incident report for each event. Never changed; a later finding is another row.
CREATE TABLE adverse_event (
    id             BIGINT        NOT NULL AUTO_INCREMENT PRIMARY KEY,
    appointment_id BIGINT        NOT NULL,
    happened       VARCHAR(2000) NOT NULL,
    called         VARCHAR(500)  NOT NULL COMMENT 'who was called; empty when no one',
    given          VARCHAR(1000) NOT NULL COMMENT 'what was given, as free text; empty when nothing',
    outcome        VARCHAR(30)   NOT NULL,
    stopped        BOOLEAN       NOT NULL COMMENT 'whether the infusion was stopped with it',
    recorded_at    DATETIME(6)   NOT NULL,
    recorded_by    VARCHAR(100)  NOT NULL,
    KEY adverse_event_appointment (appointment_id),
    CONSTRAINT adverse_event_of FOREIGN KEY (appointment_id) REFERENCES appointment (id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
