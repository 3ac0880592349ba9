-- The secret of a second factor is derived from the house's own and from totp_secret, so that a copy of the database
-- holds no factor. A recovery code is deleted when it is used.
CREATE TABLE recovery_code (
    fingerprint CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY COMMENT 'SHA-256 of account and code',
    account_id  BIGINT   NOT NULL,
    CONSTRAINT recovery_code_account FOREIGN KEY (account_id) REFERENCES account (id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
