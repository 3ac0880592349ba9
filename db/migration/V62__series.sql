-- A course of visits planned as one thing, every step it took, and who of its visits is which.
CREATE TABLE series (
    id               BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    patient_id       BIGINT       NOT NULL,
    protocol         VARCHAR(40)  NOT NULL,
    protocol_version INT          NOT NULL,
    state            VARCHAR(20)  NOT NULL COMMENT 'DRAFT, PLANNED, ACTIVE, AT_CHECKPOINT, PAUSED, GAP_BREACH, STOPPED, COMPLETED, MAINTENANCE, CANCELLED',
    revision         INT          NOT NULL COMMENT 'how often its plan was changed',
    created_at       DATETIME(6)  NOT NULL,
    version          INT          NOT NULL,
    CONSTRAINT series_patient FOREIGN KEY (patient_id) REFERENCES patient (id),
    KEY series_of_patient (patient_id, state),
    KEY series_state (state, id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

CREATE TABLE series_visit (
    series_id      BIGINT      NOT NULL,
    no             INT         NOT NULL,
    appointment_id BIGINT      NOT NULL,
    commitment     VARCHAR(20) NOT NULL COMMENT 'FIRM, TENTATIVE',
    PRIMARY KEY (series_id, no),
    CONSTRAINT series_visit_appointment UNIQUE (appointment_id),
    CONSTRAINT series_visit_series FOREIGN KEY (series_id) REFERENCES series (id),
    CONSTRAINT series_visit_to_appointment FOREIGN KEY (appointment_id) REFERENCES appointment (id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

CREATE TABLE series_step (
    id           BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    series_id    BIGINT       NOT NULL,
    step         VARCHAR(20)  NOT NULL COMMENT 'PLAN, REPAIR, or a decision: CONTINUE, EXTEND, SWITCH, STOP, ACCEPT_GAP, RESTART ...',
    state_before VARCHAR(20)  NULL,
    state_after  VARCHAR(20)  NOT NULL,
    actor        VARCHAR(100) NOT NULL,
    role         VARCHAR(20)  NULL,
    at           DATETIME(6)  NOT NULL,
    reason       VARCHAR(500) NULL,
    CONSTRAINT series_step_series FOREIGN KEY (series_id) REFERENCES series (id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
