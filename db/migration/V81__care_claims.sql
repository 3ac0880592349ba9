-- What infusions claim of the nurses' care, day by day, without a look at the claims themselves.
CREATE INDEX claim_of_resource ON claim (resource_id, day, appointment_id, start_q, end_q, amount);
