-- One row a mailbox, number, address or week: whoever books or holds takes its turn there, so that two at once are counted.
CREATE TABLE IF NOT EXISTS public_booking_turn (
    id       CHAR(43)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
    taken_at DATETIME(6) NOT NULL,
    KEY public_booking_turn_age (taken_at)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
