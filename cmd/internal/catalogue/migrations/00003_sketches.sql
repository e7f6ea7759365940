-- +goose Up
ALTER TABLE documents ADD COLUMN sketch TEXT NOT NULL DEFAULT ''; -- of the text, to tell papers scanned twice

-- +goose Down
ALTER TABLE documents DROP COLUMN sketch;
