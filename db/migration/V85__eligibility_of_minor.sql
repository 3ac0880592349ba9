-- Whether the patient was under 18 when it was decided: for a minor only a decision with a reason, made knowing the age, counts.
ALTER TABLE eligibility
    ADD COLUMN of_minor BOOLEAN NOT NULL DEFAULT FALSE COMMENT 'the patient was under 18 when it was decided, and there is a reason';
