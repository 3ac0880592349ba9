-- Repairs that were proposed: what each would do, and how the series stood then. Swept after an hour.
CREATE TABLE series_repair (
    id             VARCHAR(36)   NOT NULL PRIMARY KEY COMMENT 'not to be guessed',
    series_id      BIGINT        NOT NULL,
    series_version INT           NOT NULL,
    seen           VARCHAR(2000) NOT NULL COMMENT 'visit, times moved and state, by number',
    steps          VARCHAR(2000) NOT NULL COMMENT 'a line each: MAKE, MOVE or DROP, number, visit, start, room',
    created_at     DATETIME(6)   NOT NULL,
    CONSTRAINT series_repair_series FOREIGN KEY (series_id) REFERENCES series (id),
    KEY series_repair_age (created_at)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
