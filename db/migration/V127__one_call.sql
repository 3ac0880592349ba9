-- One open request a telephone number: what is written again is added to it, so its note may grow.
ALTER TABLE call_request
    MODIFY COLUMN note VARCHAR(2000) NULL,
    ADD COLUMN open_phone VARCHAR(40) NULL COMMENT 'while somebody waits at this number for a time; empty once they were called',
    ADD CONSTRAINT call_request_open_phone UNIQUE (open_phone);
