-- One email may list the private links of several appointments: each of them has a generation of its own.
ALTER TABLE outbox_visit ADD COLUMN generation INT NOT NULL DEFAULT 0 COMMENT 'of the private link';
