-- Who the clinic is and when it is open. Quarter-hours count from midnight of the clinic's wall clock: 32 is 08:00.
CREATE TABLE clinic (
    id        INT          NOT NULL PRIMARY KEY,
    name      VARCHAR(100) NOT NULL,
    street    VARCHAR(200) NOT NULL,
    city      VARCHAR(200) NOT NULL,
    phone     VARCHAR(40)  NOT NULL,
    time_zone VARCHAR(64)  NOT NULL,
    version   INT          NOT NULL,
    CONSTRAINT clinic_is_one CHECK (id = 1)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

CREATE TABLE opening_hours (
    weekday INT NOT NULL PRIMARY KEY COMMENT '1 Monday .. 7 Sunday; no row: closed',
    start_q INT NOT NULL,
    end_q   INT NOT NULL,
    CONSTRAINT opening_hours_span CHECK (0 <= start_q AND start_q < end_q AND end_q <= 96)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- A date the clinic opens or closes by hand: stronger than weekday and holiday.
CREATE TABLE day_exception (
    day         DATE         NOT NULL PRIMARY KEY,
    clinic_open BOOLEAN      NOT NULL,
    start_q     INT          NULL COMMENT 'hours of a day opened by hand; null: the weekday''s, or the usual ones',
    end_q       INT          NULL,
    note        VARCHAR(200) NOT NULL,
    CONSTRAINT day_exception_span CHECK (start_q IS NULL OR (0 <= start_q AND start_q < end_q AND end_q <= 96))
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
