-- What follows a series: who was asked to come again, in which window, and which estimates of its price are owed.
CREATE TABLE series_invitation (
    id           BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    series_id    BIGINT       NOT NULL,
    window_opens DATE         NOT NULL COMMENT 'of the window she was invited into: once for each',
    way          VARCHAR(10)  NOT NULL COMMENT 'LETTER, CALL',
    invited_by   VARCHAR(100) NOT NULL,
    invited_at   DATETIME(6)  NOT NULL,
    CONSTRAINT series_invitation_once UNIQUE (series_id, window_opens),
    CONSTRAINT series_invitation_series FOREIGN KEY (series_id) REFERENCES series (id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

CREATE TABLE series_estimate (
    id        BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    series_id BIGINT       NOT NULL,
    visits    INT          NOT NULL COMMENT 'how many it is for',
    opened_at DATETIME(6)  NOT NULL,
    due_on    DATE         NULL COMMENT 'inclusive; null: none is owed, the first visit was too near',
    given_at  DATETIME(6)  NULL,
    given_by  VARCHAR(100) NULL,
    note      VARCHAR(500) NULL,
    closed_at DATETIME(6)  NULL COMMENT 'fell away before it was given: another took its place, or the series ended',
    CONSTRAINT series_estimate_series FOREIGN KEY (series_id) REFERENCES series (id),
    KEY series_estimate_open (due_on, given_at, closed_at)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- Series planned before this was asked for owe none until their visits change in number.
INSERT INTO series_estimate (series_id, visits, opened_at)
SELECT s.id, (SELECT COUNT(*) FROM series_visit v WHERE v.series_id = s.id), s.created_at FROM series s;
