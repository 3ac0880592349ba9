-- Who asked for the links to the appointments of an address. It is answered by an email, seconds later, or not at all:
-- the page that takes it does the same for an address that is known and for one that is not.
CREATE TABLE link_request (
    id       BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    email    VARCHAR(254) NOT NULL,
    mailbox  VARCHAR(320) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL COMMENT 'the same for every spelling of one mailbox',
    asked_at DATETIME(6)  NOT NULL,
    sent_at  DATETIME(6)  NULL COMMENT 'when its email became owed; kept for a day, so that nobody is flooded',
    INDEX link_request_mailbox (mailbox, sent_at)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
