-- Which files outside this database hold the head of the audit log: one a node.
CREATE TABLE IF NOT EXISTS audit_anchor (
    id       CHAR(43)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY COMMENT 'stands in the first line of the file',
    node     VARCHAR(100) NOT NULL COMMENT 'host and folder, for people',
    first_no BIGINT       NOT NULL COMMENT 'seals up to this one were there before the file',
    last_no  BIGINT       NOT NULL COMMENT 'last seal written to the file',
    began_at DATETIME(6)  NOT NULL
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
