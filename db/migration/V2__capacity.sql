-- What can be booked, when it is there, and how much of it is taken.
CREATE TABLE resource (
    id   BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    name VARCHAR(100) NOT NULL,
    kind VARCHAR(20)  NOT NULL COMMENT 'ROOM, CLINICIAN',
    CONSTRAINT resource_name UNIQUE (name)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

CREATE TABLE resource_use (
    resource_id BIGINT      NOT NULL,
    purpose     VARCHAR(20) NOT NULL COMMENT 'CONSULT, MOOD, PAIN',
    PRIMARY KEY (resource_id, purpose),
    CONSTRAINT resource_use_resource FOREIGN KEY (resource_id) REFERENCES resource (id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- A clinician's weekly working time; breaks lie inside shifts. Rooms have none: they are there whenever the clinic is.
CREATE TABLE shift (
    id          BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    resource_id BIGINT NOT NULL,
    weekday     INT    NOT NULL,
    start_q     INT    NOT NULL,
    end_q       INT    NOT NULL,
    CONSTRAINT shift_resource FOREIGN KEY (resource_id) REFERENCES resource (id),
    CONSTRAINT shift_span CHECK (0 <= start_q AND start_q < end_q AND end_q <= 96)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

CREATE TABLE shift_break (
    shift_id BIGINT NOT NULL,
    start_q  INT    NOT NULL,
    end_q    INT    NOT NULL,
    PRIMARY KEY (shift_id, start_q),
    CONSTRAINT shift_break_shift FOREIGN KEY (shift_id) REFERENCES shift (id) ON DELETE CASCADE,
    CONSTRAINT shift_break_span CHECK (0 <= start_q AND start_q < end_q AND end_q <= 96)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- Time taken away from the whole clinic (no resource) or from one resource. Half-open wall-clock span.
CREATE TABLE closure (
    id          BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    resource_id BIGINT       NULL,
    starts_at   DATETIME     NOT NULL,
    ends_at     DATETIME     NOT NULL,
    reason      VARCHAR(500) NOT NULL,
    CONSTRAINT closure_resource FOREIGN KEY (resource_id) REFERENCES resource (id),
    CONSTRAINT closure_span CHECK (starts_at < ends_at),
    KEY closure_time (ends_at, starts_at)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- The ledger: 96 bytes each, one per quarter-hour.
CREATE TABLE resource_day (
    day         DATE          NOT NULL,
    resource_id BIGINT        NOT NULL,
    capacity    VARBINARY(96) NOT NULL,
    used        VARBINARY(96) NOT NULL,
    PRIMARY KEY (day, resource_id),
    CONSTRAINT resource_day_resource FOREIGN KEY (resource_id) REFERENCES resource (id),
    CONSTRAINT resource_day_vectors CHECK (LENGTH(capacity) = 96 AND LENGTH(used) = 96)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- A slot somebody fills the form for. Beside the ledger, never in "used"; an expired one simply no longer counts.
CREATE TABLE hold (
    id          BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
    fingerprint CHAR(64)    NULL COMMENT 'SHA-256 of the token by which the holder names it',
    address     CHAR(43)    NOT NULL COMMENT 'keyed pseudonym of the network address',
    day         DATE        NOT NULL,
    start_q     INT         NOT NULL,
    end_q       INT         NOT NULL,
    expires_at  DATETIME(6) NOT NULL,
    CONSTRAINT hold_fingerprint UNIQUE (fingerprint),
    KEY hold_expiry (expires_at),
    KEY hold_address (address, expires_at)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

CREATE TABLE hold_claim (
    hold_id     BIGINT NOT NULL,
    day         DATE   NOT NULL,
    resource_id BIGINT NOT NULL,
    start_q     INT    NOT NULL,
    end_q       INT    NOT NULL,
    amount      INT    NOT NULL,
    PRIMARY KEY (hold_id, resource_id, start_q),
    KEY hold_claim_day (day, resource_id),
    CONSTRAINT hold_claim_hold FOREIGN KEY (hold_id) REFERENCES hold (id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
