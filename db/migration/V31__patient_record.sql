-- What the front desk knows of a patient besides how to reach her, and the words by which she is found.
ALTER TABLE patient
    ADD COLUMN birth_date   DATE         NULL,
    ADD COLUMN escort_name  VARCHAR(100) NULL COMMENT 'who brings her home',
    ADD COLUMN escort_phone VARCHAR(40)  NULL COMMENT 'E.164',
    ADD COLUMN merged_into  BIGINT       NULL COMMENT 'the record that was kept, when two were one person',
    MODIFY COLUMN email VARCHAR(254) NOT NULL COMMENT 'empty: none',
    MODIFY COLUMN phone VARCHAR(40)  NOT NULL COMMENT 'E.164; empty: none',
    ADD CONSTRAINT patient_merged FOREIGN KEY (merged_into) REFERENCES patient (id);

-- Written with the record: parts of names without accents (n:), mail (m:), numbers from the front (p:) and from the back
-- (r:), date of birth (b:). A search asks for beginnings of words, which the index answers.
CREATE TABLE patient_key (
    patient_id BIGINT       NOT NULL,
    word       VARCHAR(260) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    PRIMARY KEY (patient_id, word),
    KEY patient_key_word (word, patient_id),
    CONSTRAINT patient_key_patient FOREIGN KEY (patient_id) REFERENCES patient (id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

CREATE TABLE patient_note (
    id         BIGINT        NOT NULL AUTO_INCREMENT PRIMARY KEY,
    patient_id BIGINT        NOT NULL,
    clinical   BOOLEAN       NOT NULL COMMENT 'for the eyes of nurses and prescribers only',
    text       VARCHAR(2000) NOT NULL,
    author     VARCHAR(100)  NOT NULL,
    at         DATETIME(6)   NOT NULL,
    CONSTRAINT patient_note_patient FOREIGN KEY (patient_id) REFERENCES patient (id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
