-- +goose Up
CREATE TABLE documents (
    id       TEXT PRIMARY KEY,           -- SHA-256 of the original
    kind     TEXT NOT NULL,              -- MIME type by content
    pages    INTEGER NOT NULL,
    state    TEXT NOT NULL,              -- done | failed
    reason   TEXT NOT NULL DEFAULT '',   -- why it failed, or which pages did
    retry    INTEGER NOT NULL DEFAULT 0, -- 1: trying again could help
    made_by  TEXT NOT NULL,              -- versions of the stages that made the record
    record   TEXT NOT NULL,              -- checksum of the record this row was made from
    indexed  TEXT NOT NULL DEFAULT '',   -- checksum of the record that the index holds
    number   TEXT NOT NULL DEFAULT '',
    type     TEXT NOT NULL DEFAULT '',
    title    TEXT NOT NULL DEFAULT '',
    issuer   TEXT NOT NULL DEFAULT '',
    province TEXT NOT NULL DEFAULT '',
    issued   TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX documents_unindexed ON documents (id) WHERE indexed <> record;

CREATE TABLE files (
    path    TEXT PRIMARY KEY,            -- absolute path it was seen at
    id      TEXT NOT NULL DEFAULT '',    -- document, if it became one
    size    INTEGER NOT NULL,
    changed INTEGER NOT NULL,            -- modification time, ns since 1970
    status  TEXT NOT NULL,               -- added | duplicate | failed | skipped
    reason  TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX files_by_id ON files (id);

CREATE TABLE deadlines (
    id   TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    date TEXT NOT NULL DEFAULT '',
    rule TEXT NOT NULL DEFAULT '',
    what TEXT NOT NULL,
    dest TEXT NOT NULL DEFAULT '',       -- to whom
    text TEXT NOT NULL,
    page INTEGER NOT NULL
) STRICT;
CREATE INDEX deadlines_by_id ON deadlines (id);
CREATE INDEX deadlines_by_date ON deadlines (date);

-- +goose Down
DROP TABLE deadlines;
DROP TABLE files;
DROP TABLE documents;
