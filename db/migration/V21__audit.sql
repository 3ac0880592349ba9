-- Who did what. Entries are only ever added, in the transaction of the deed; so are the seals that chain them, seconds
-- later. The head alone is renewed: it holds the sealer's turn, and tells when the end of the chain was cut off.
CREATE TABLE audit_entry (
    id        BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    at        DATETIME(6)  NOT NULL,
    who       VARCHAR(60)  NOT NULL COMMENT 'name of the account; PATIENT, HOUSE, UNKNOWN',
    role      VARCHAR(20)  NOT NULL COMMENT 'at that time; empty for who has none',
    address   VARCHAR(45)  NOT NULL,
    action    VARCHAR(40)  NOT NULL,
    record    VARCHAR(40)  NOT NULL COMMENT 'kind of record',
    record_id VARCHAR(60)  NOT NULL,
    fields    VARCHAR(500) NOT NULL COMMENT 'names, never what stood in them',
    reason    VARCHAR(500) NOT NULL,
    outcome   VARCHAR(10)  NOT NULL COMMENT 'DONE, REFUSED',
    KEY audit_entry_at (at),
    KEY audit_entry_who (who, id),
    KEY audit_entry_record (record, record_id, id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

CREATE TABLE audit_seal (
    no       BIGINT   NOT NULL PRIMARY KEY COMMENT '1, 2, 3 ... without a gap',
    entry_id BIGINT   NOT NULL,
    seal     CHAR(43) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'keyed hash of the seal before and of the entry',
    CONSTRAINT audit_seal_entry UNIQUE (entry_id),
    CONSTRAINT audit_seal_of FOREIGN KEY (entry_id) REFERENCES audit_entry (id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

CREATE TABLE audit_head (
    id         INT      NOT NULL PRIMARY KEY,
    no         BIGINT   NOT NULL,
    seal       CHAR(43) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    last_entry BIGINT   NOT NULL COMMENT 'highest entry sealed so far'
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

INSERT INTO audit_head (id, no, seal, last_entry) VALUES (1, 0, '', 0);
