-- Tries are counted by name and network, or by name and known browser; the name alone tells which belong together.
ALTER TABLE sign_in_failures
    ADD COLUMN name CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '' COMMENT 'SHA-256 of the name typed',
    ADD KEY sign_in_failures_name (name, last_at);
