-- What an email tells besides the time: who comes, who moved or canceled it, and another appointment on the same day.
ALTER TABLE outbox_mail
    ADD COLUMN comes              VARCHAR(201) NULL COMMENT 'who comes, where somebody else wrote',
    ADD COLUMN by_patient         BOOLEAN      NOT NULL DEFAULT FALSE COMMENT 'moves and cancellations',
    ADD COLUMN mention_visit_id   BIGINT       NULL COMMENT 'another appointment of the same person that day',
    ADD COLUMN mention_generation INT          NULL,
    ADD COLUMN mention_day        DATE         NULL,
    ADD COLUMN mention_start_q    INT          NULL,
    ADD COLUMN mention_end_q      INT          NULL;
