-- +goose Up
CREATE TABLE searches (
    name  TEXT PRIMARY KEY,
    query TEXT NOT NULL,               -- as JSON
    ran   INTEGER NOT NULL             -- when it last ran, s since 1970
) STRICT;

CREATE TABLE searches_seen (
    name TEXT NOT NULL REFERENCES searches (name) ON DELETE CASCADE,
    id   TEXT NOT NULL,                -- a document it has found
    PRIMARY KEY (name, id)
) STRICT, WITHOUT ROWID;

-- +goose Down
DROP TABLE searches_seen;
DROP TABLE searches;
