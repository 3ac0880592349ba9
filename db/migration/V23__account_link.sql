-- Links in letters to staff: the way to a first or a new password. The link itself is derived, like a patient's.
CREATE TABLE account_link (
    id          BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
    account_id  BIGINT      NOT NULL,
    kind        VARCHAR(20) NOT NULL COMMENT 'INVITATION, RESET',
    fingerprint CHAR(64)    CHARACTER SET ascii COLLATE ascii_bin NULL,
    created_at  DATETIME(6) NOT NULL,
    expires_at  DATETIME(6) NOT NULL,
    used_at     DATETIME(6) NULL,
    CONSTRAINT account_link_fingerprint UNIQUE (fingerprint),
    CONSTRAINT account_link_account FOREIGN KEY (account_id) REFERENCES account (id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- Who asked for a new password, as it was typed. It is answered by a letter, seconds later, or not at all: the page that
-- takes it does the same for everybody.
CREATE TABLE reset_request (
    id       BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    typed    VARCHAR(254) NOT NULL,
    asked_at DATETIME(6)  NOT NULL
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- Letters to staff wait in the same outbox. They are about no visit (visit_id 0), and about one of these links.
ALTER TABLE outbox_mail ADD COLUMN link_id BIGINT NULL COMMENT 'letters to staff only';
