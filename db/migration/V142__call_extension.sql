ALTER TABLE call_request
    ADD COLUMN phone_extension VARCHAR(10) NOT NULL DEFAULT '';
