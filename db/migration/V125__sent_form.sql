-- What a browser has just sent and what it was answered, for half an hour: so that every form is answered by a redirect, a second
-- press of the same button does nothing twice, and what was typed survives the end of a session. Sealed with a key the browser holds.
CREATE TABLE sent_form (
    id          CHAR(22)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
    fingerprint CHAR(64)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    account_id  BIGINT      NULL COMMENT 'whose it is, for pages of staff',
    state       VARCHAR(20) NOT NULL COMMENT 'SENDING, WENT_ON, ANSWERED, ANSWERED_ONCE, TYPED',
    place       CHAR(64)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'SHA-256 of the path',
    status      SMALLINT    NOT NULL,
    content     MEDIUMBLOB  NULL COMMENT 'sealed',
    begun_at    DATETIME(6) NOT NULL,
    ended_at    DATETIME(6) NULL,
    expires_at  DATETIME(6) NOT NULL,
    CONSTRAINT sent_form_fingerprint UNIQUE (fingerprint),
    KEY sent_form_expires (expires_at)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
