-- Clinical limits of a protocol: its own, and all that hold for its series, as NAME=value with commas between.
ALTER TABLE protocol
    ADD COLUMN own_limits VARCHAR(1000) NOT NULL DEFAULT '',
    ADD COLUMN limits     VARCHAR(1000) NOT NULL DEFAULT '';
