-- A visit announced before two records were merged keeps the mailbox it was announced to.
ALTER TABLE appointment
    ADD COLUMN mailbox VARCHAR(254) NULL COMMENT 'where it was announced, when the record has another address since',
    ADD INDEX appointment_mailbox (mailbox);
