-- What the user wrote about a parcel, as it went out: evidence, so it can be neither changed nor deleted.
CREATE TABLE message (
    id        INTEGER PRIMARY KEY AUTOINCREMENT,
    parcel_id INTEGER NOT NULL REFERENCES parcel (id),
    at        INTEGER NOT NULL,
    addressee TEXT NOT NULL,
    situation TEXT NOT NULL,
    language  TEXT NOT NULL,
    how       TEXT NOT NULL,
    text      TEXT NOT NULL
) STRICT;
CREATE INDEX message_parcel ON message (parcel_id);
CREATE TRIGGER message_is_never_changed BEFORE UPDATE ON message
BEGIN SELECT RAISE(ABORT, 'messages are append-only'); END;
CREATE TRIGGER message_is_never_deleted BEFORE DELETE ON message
BEGIN SELECT RAISE(ABORT, 'messages are append-only'); END;

-- What the user has begun to write and not sent: one for each thing to write about.
CREATE TABLE message_draft (
    parcel_id INTEGER NOT NULL REFERENCES parcel (id),
    addressee TEXT NOT NULL,
    situation TEXT NOT NULL,
    language  TEXT NOT NULL,
    at        INTEGER NOT NULL,
    text      TEXT NOT NULL,
    PRIMARY KEY (parcel_id, addressee, situation, language)
) STRICT, WITHOUT ROWID;
