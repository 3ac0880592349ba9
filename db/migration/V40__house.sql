-- A room or clinician the house no longer has; its past stays.
ALTER TABLE resource ADD COLUMN retired BOOLEAN NOT NULL DEFAULT FALSE;

-- The visits a closure stranded, as whoever closed was told; it outlives the closure, for a repeated request is answered so.
CREATE TABLE closure_stranded (
    closure_id     BIGINT NOT NULL,
    appointment_id BIGINT NOT NULL,
    PRIMARY KEY (closure_id, appointment_id),
    CONSTRAINT closure_stranded_appointment FOREIGN KEY (appointment_id) REFERENCES appointment (id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
