-- Whose chart a call belongs to, and from which client it was asked for, while the cap of a day counts it.
ALTER TABLE call_request
    ADD COLUMN patient_id  BIGINT   NULL,
    ADD COLUMN address_key CHAR(43) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'pseudonym of the client address; empty after a day',
    ADD KEY call_request_address (address_key, created_at),
    ADD CONSTRAINT call_request_patient FOREIGN KEY (patient_id) REFERENCES patient (id);
