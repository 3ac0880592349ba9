-- Letters are deleted some time after the visit they speak of: found by its day.
CREATE INDEX outbox_mail_age ON outbox_mail (state, day);
