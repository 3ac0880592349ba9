-- A call that takes the place of an email says what the patient is to be told.
ALTER TABLE call_request ADD COLUMN occasion VARCHAR(20) NULL COMMENT 'kind of the email that could not be sent';
