-- A series that was cancelled in one act: what was given up and where it stood, so that the act can be taken back for a while.
CREATE TABLE series_cancellation (
    id           BIGINT        NOT NULL AUTO_INCREMENT PRIMARY KEY,
    series_id    BIGINT        NOT NULL,
    state_before VARCHAR(20)   NOT NULL,
    visits       VARCHAR(1000) NOT NULL COMMENT 'number, appointment and status before of each visit that was given up',
    actor        VARCHAR(100)  NOT NULL,
    at           DATETIME(6)   NOT NULL,
    taken_back   BOOLEAN       NOT NULL,
    CONSTRAINT series_cancellation_series FOREIGN KEY (series_id) REFERENCES series (id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
