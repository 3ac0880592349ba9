-- What was set aside for a step, as codes with commas between, and why.
ALTER TABLE visit_edge
    ADD COLUMN overridden      VARCHAR(500) NULL,
    ADD COLUMN override_reason VARCHAR(500) NULL;
