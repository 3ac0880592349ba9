-- What a start does once for a database, such as filling a demonstration: begun, and done when it has come to its end.
CREATE TABLE start_step (
    step     VARCHAR(40) NOT NULL PRIMARY KEY,
    begun_at DATETIME(6) NOT NULL,
    done_at  DATETIME(6) NULL COMMENT 'null: it was cut off, and the next start goes on'
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
