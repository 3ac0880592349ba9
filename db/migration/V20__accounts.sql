-- Who works here and how they prove it. Secrets that can be looked up are kept as their SHA-256, passwords as a slow hash.
CREATE TABLE account (
    id            BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    name          VARCHAR(60)  NOT NULL COMMENT 'what one signs in with, and stands in the audit trail',
    full_name     VARCHAR(100) NOT NULL,
    email         VARCHAR(254) NOT NULL,
    role          VARCHAR(20)  NOT NULL COMMENT 'FRONT_DESK, NURSE, PRESCRIBER, ADMIN, AUDITOR',
    language      VARCHAR(8)   NOT NULL,
    password_hash VARCHAR(255) NULL COMMENT 'none until the invitation is accepted',
    disabled      BOOLEAN      NOT NULL,
    demo          BOOLEAN      NOT NULL COMMENT 'made by a demonstration, and let in by none but a demonstration',
    totp_secret   VARCHAR(255) NULL,
    totp_step     BIGINT       NOT NULL COMMENT 'the last one a code was used of: none is used twice',
    created_at    DATETIME(6)  NOT NULL,
    version       INT          NOT NULL,
    CONSTRAINT account_name UNIQUE (name)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

CREATE TABLE staff_session (
    id           BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    account_id   BIGINT       NOT NULL,
    fingerprint  CHAR(64)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'SHA-256 of the cookie',
    address      VARCHAR(45)  NOT NULL,
    created_at   DATETIME(6)  NOT NULL,
    last_seen_at DATETIME(6)  NOT NULL,
    proved_at    DATETIME(6)  NOT NULL COMMENT 'when the password was last asked for',
    ended_at     DATETIME(6)  NULL,
    waits_for_code BOOLEAN    NOT NULL COMMENT 'the password was right, the second factor is owed',
    CONSTRAINT staff_session_fingerprint UNIQUE (fingerprint),
    CONSTRAINT staff_session_account FOREIGN KEY (account_id) REFERENCES account (id),
    KEY staff_session_age (created_at)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

CREATE TABLE api_token (
    id           BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    account_id   BIGINT       NOT NULL,
    label        VARCHAR(60)  NOT NULL,
    fingerprint  CHAR(64)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    created_at   DATETIME(6)  NOT NULL,
    last_used_at DATETIME(6)  NULL,
    revoked_at   DATETIME(6)  NULL,
    CONSTRAINT api_token_fingerprint UNIQUE (fingerprint),
    CONSTRAINT api_token_account FOREIGN KEY (account_id) REFERENCES account (id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- Counted by what was typed, whether there is such an account or not: the answer must not tell.
CREATE TABLE sign_in_failures (
    id           CHAR(64)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY COMMENT 'SHA-256 of the name typed',
    failures     INT         NOT NULL,
    last_at      DATETIME(6) NOT NULL,
    locked_until DATETIME(6) NULL
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
