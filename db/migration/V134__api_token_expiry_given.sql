-- Tokens made before tokens expired last as long from now as a new one would.
UPDATE api_token SET expires_at = UTC_TIMESTAMP(6) + INTERVAL 90 DAY WHERE expires_at IS NULL;
