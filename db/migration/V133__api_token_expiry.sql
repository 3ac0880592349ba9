ALTER TABLE api_token ADD COLUMN expires_at DATETIME(6) NULL COMMENT 'none for a token made before tokens expired, until it has one';
