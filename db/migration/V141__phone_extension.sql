-- What is dialed once a number is answered; the number itself stays comparable without it.
ALTER TABLE patient
    ADD COLUMN phone_extension        VARCHAR(10) NOT NULL DEFAULT '',
    ADD COLUMN escort_phone_extension VARCHAR(10) NULL;
