-- Appointments that strangers booked online, by whom and from where, for the caps on them. Nothing in clear.
CREATE TABLE IF NOT EXISTS public_booking (
    appointment_id BIGINT      NOT NULL PRIMARY KEY,
    email_key      CHAR(43)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'pseudonym of the mailbox',
    phone_key      CHAR(43)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'pseudonym of the number',
    address_key    CHAR(43)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'pseudonym of the client address',
    created_at     DATETIME(6) NOT NULL,
    KEY public_booking_email (email_key),
    KEY public_booking_phone (phone_key),
    KEY public_booking_address (address_key, created_at),
    CONSTRAINT public_booking_appointment FOREIGN KEY (appointment_id) REFERENCES appointment (id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
