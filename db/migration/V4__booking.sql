-- One visit: its rules by kind, the appointment, what it claims of the ledger, and every edge it went along.
CREATE TABLE visit_rule (
    kind             VARCHAR(20) NOT NULL PRIMARY KEY,
    minutes          INT         NOT NULL,
    grid_minutes     INT         NOT NULL COMMENT 'starts are offered every so many minutes, from midnight',
    lead_minutes     INT         NOT NULL,
    horizon_days     INT         NOT NULL,
    turnover_minutes INT         NOT NULL
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

CREATE TABLE appointment (
    id              BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    uid             CHAR(36)     NOT NULL COMMENT 'name of the visit in calendars',
    patient_id      BIGINT       NOT NULL,
    kind            VARCHAR(20)  NOT NULL,
    status          VARCHAR(20)  NOT NULL,
    day             DATE         NOT NULL,
    start_q         INT          NOT NULL,
    end_q           INT          NOT NULL,
    room_id         BIGINT       NOT NULL,
    clinician_id    BIGINT       NOT NULL,
    revision        INT          NOT NULL,
    link_generation INT          NOT NULL,
    fingerprint     CHAR(64)     NULL COMMENT 'SHA-256 of the private token',
    link_sent_at    DATETIME(6)  NULL,
    clinical_review BOOLEAN      NOT NULL,
    late_cancel     BOOLEAN      NOT NULL,
    for_first_name  VARCHAR(100) NULL COMMENT 'who comes, when somebody else books',
    for_last_name   VARCHAR(100) NULL,
    for_relation    VARCHAR(100) NULL,
    created_at      DATETIME(6)  NOT NULL,
    version         INT          NOT NULL,
    CONSTRAINT appointment_uid UNIQUE (uid),
    CONSTRAINT appointment_fingerprint UNIQUE (fingerprint),
    CONSTRAINT appointment_patient FOREIGN KEY (patient_id) REFERENCES patient (id),
    CONSTRAINT appointment_room FOREIGN KEY (room_id) REFERENCES resource (id),
    CONSTRAINT appointment_clinician FOREIGN KEY (clinician_id) REFERENCES resource (id),
    KEY appointment_day (day, start_q)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

CREATE TABLE claim (
    appointment_id BIGINT NOT NULL,
    day            DATE   NOT NULL,
    resource_id    BIGINT NOT NULL,
    start_q        INT    NOT NULL,
    end_q          INT    NOT NULL,
    amount         INT    NOT NULL,
    PRIMARY KEY (appointment_id, resource_id, start_q),
    KEY claim_day (day, resource_id),
    CONSTRAINT claim_appointment FOREIGN KEY (appointment_id) REFERENCES appointment (id),
    CONSTRAINT claim_span CHECK (0 <= start_q AND start_q < end_q AND end_q <= 96 AND amount > 0)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

CREATE TABLE visit_edge (
    id             BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    appointment_id BIGINT       NOT NULL,
    edge           VARCHAR(20)  NOT NULL COMMENT 'BOOK, KEEP, MOVE, CANCEL',
    actor          VARCHAR(20)  NOT NULL,
    at             DATETIME(6)  NOT NULL,
    reason         VARCHAR(500) NULL,
    CONSTRAINT visit_edge_appointment FOREIGN KEY (appointment_id) REFERENCES appointment (id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- What she told before the first visit. Kept apart from the appointment: the front desk does not read it.
CREATE TABLE intake (
    appointment_id BIGINT        NOT NULL PRIMARY KEY,
    pain_since     DATE          NULL,
    pain_now       INT           NULL,
    symptoms       VARCHAR(1000) NOT NULL,
    note           VARCHAR(2000) NULL,
    CONSTRAINT intake_appointment FOREIGN KEY (appointment_id) REFERENCES appointment (id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

CREATE TABLE red_flag_answer (
    appointment_id BIGINT      NOT NULL,
    code           VARCHAR(20) NOT NULL,
    level          VARCHAR(20) NOT NULL,
    text_version   VARCHAR(20) NOT NULL,
    at             DATETIME(6) NOT NULL,
    PRIMARY KEY (appointment_id, code),
    CONSTRAINT red_flag_answer_appointment FOREIGN KEY (appointment_id) REFERENCES appointment (id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- A first answer, kept a day, so that a repeated request gets it again instead of a second visit.
CREATE TABLE remembered_answer (
    id         CHAR(64)    NOT NULL PRIMARY KEY COMMENT 'SHA-256 of operation, caller and key',
    body       CHAR(64)    NOT NULL COMMENT 'SHA-256 of the request',
    subject    BIGINT      NULL COMMENT 'id of what was made',
    status     VARCHAR(20) NULL,
    day        DATE        NULL,
    start_q    INT         NULL,
    end_q      INT         NULL,
    created_at DATETIME(6) NOT NULL,
    KEY remembered_answer_age (created_at)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- Somebody waits for the front desk's call.
CREATE TABLE call_request (
    id             BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    cause          VARCHAR(20)  NOT NULL COMMENT 'NO_TIME_SUITS, NOT_ADULT, RED_FLAG',
    appointment_id BIGINT       NULL,
    name           VARCHAR(201) NOT NULL,
    phone          VARCHAR(40)  NOT NULL,
    language       CHAR(2)      NOT NULL,
    note           VARCHAR(500) NULL,
    created_at     DATETIME(6)  NOT NULL,
    due_at         DATETIME(6)  NOT NULL,
    answered_at    DATETIME(6)  NULL,
    CONSTRAINT call_request_appointment FOREIGN KEY (appointment_id) REFERENCES appointment (id),
    KEY call_request_due (answered_at, due_at)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
