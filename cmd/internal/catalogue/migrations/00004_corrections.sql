-- +goose Up
CREATE TABLE corrections (
    id    TEXT NOT NULL,               -- document
    field TEXT NOT NULL,               -- JSON name of the field, or "text"
    page  INTEGER NOT NULL DEFAULT 0,  -- of words; 0: wherever they stand
    was   TEXT NOT NULL DEFAULT '',    -- words as they were read
    value TEXT NOT NULL,               -- '': the document has none
    made  INTEGER NOT NULL,            -- when, s since 1970
    PRIMARY KEY (id, field, page, was)
) STRICT, WITHOUT ROWID;

-- +goose Down
DROP TABLE corrections;
