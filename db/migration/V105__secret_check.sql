-- To which CLINIC_SECRET this database belongs. Another one would send dead links and leave revoked ones open.
CREATE TABLE secret_check (
    id          INT          NOT NULL PRIMARY KEY,
    fingerprint CHAR(64)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'SHA-256 of a key that is derived from it',
    lasting     VARCHAR(500) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'encrypted with it: the first secret, of which audit seals and second factors stay derived',
    since       DATETIME(6)  NOT NULL,
    CONSTRAINT secret_check_is_one CHECK (id = 1)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
