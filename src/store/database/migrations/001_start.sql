-- Migrations are append-only: a released file is never edited, the next change is the next file.
-- Times are unix milliseconds in UTC; an event's wall time stays as it was said, beside its offset in seconds.
PRAGMA application_id = 1886352236; -- "posl"

CREATE TABLE meta (
    key   TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- What the user said of a parcel, then what the sources say in short (recomputed whenever they answer, so that
-- the list never reads an event).
CREATE TABLE parcel (
    id                INTEGER PRIMARY KEY AUTOINCREMENT,
    title             TEXT,
    shop              TEXT,
    note              TEXT,
    protected_until   TEXT,
    added_at          INTEGER NOT NULL,
    archived_at       INTEGER,
    closed_at         INTEGER,
    removed_at        INTEGER,
    status            TEXT,
    sub_status        TEXT,
    status_text       TEXT,
    status_source     TEXT,
    origin            TEXT,
    destination       TEXT,
    carrier           TEXT,
    event_fingerprint BLOB,
    event_number      TEXT,
    event_local       TEXT,
    event_offset      INTEGER,
    event_precision   TEXT,
    event_place       TEXT,
    event_country     TEXT,
    event_text        TEXT,
    event_text_lang   TEXT,
    event_status      TEXT,
    event_sub_status  TEXT,
    event_raw_code    TEXT,
    eta_from          TEXT,
    eta_to            TEXT,
    eta_source        TEXT,
    changed_at        INTEGER,
    answered_at       INTEGER,
    checked_at        INTEGER,
    next_check_at     INTEGER,
    finished_at       INTEGER,
    disagreement      INTEGER NOT NULL DEFAULT 0,
    troubles          TEXT NOT NULL DEFAULT '[]'
) STRICT;

-- A number may be on several parcels: a handover number of a consolidated shipment, or a parcel added again.
CREATE TABLE track_number (
    parcel_id INTEGER NOT NULL REFERENCES parcel (id),
    number    TEXT NOT NULL,
    role      TEXT NOT NULL CHECK (role IN ('first', 'handover')),
    position  INTEGER NOT NULL,
    added_at  INTEGER NOT NULL,
    PRIMARY KEY (parcel_id, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX track_number_number ON track_number (number);

CREATE TABLE parcel_order (
    parcel_id INTEGER NOT NULL REFERENCES parcel (id),
    code      TEXT NOT NULL,
    position  INTEGER NOT NULL,
    PRIMARY KEY (parcel_id, code)
) STRICT, WITHOUT ROWID;
CREATE INDEX parcel_order_code ON parcel_order (code);

CREATE TABLE tag (
    parcel_id INTEGER NOT NULL REFERENCES parcel (id),
    tag       TEXT NOT NULL,
    position  INTEGER NOT NULL,
    PRIMARY KEY (parcel_id, tag)
) STRICT, WITHOUT ROWID;

CREATE TABLE pinned_source (
    parcel_id INTEGER NOT NULL REFERENCES parcel (id),
    source    TEXT NOT NULL,
    position  INTEGER NOT NULL,
    PRIMARY KEY (parcel_id, source)
) STRICT, WITHOUT ROWID;

-- What a source said, by the number that was asked about, never by parcel.
CREATE TABLE event (
    id           INTEGER PRIMARY KEY,
    source       TEXT NOT NULL,
    number       TEXT NOT NULL,
    fingerprint  BLOB NOT NULL,
    listed_under TEXT NOT NULL,
    local        TEXT,
    offset       INTEGER,
    precision    TEXT,
    place        TEXT,
    country      TEXT,
    text         TEXT NOT NULL,
    text_lang    TEXT,
    status       TEXT,
    sub_status   TEXT,
    raw_code     TEXT,
    rank         INTEGER NOT NULL,
    first_seen   INTEGER NOT NULL,
    withdrawn_at INTEGER,
    UNIQUE (number, source, fingerprint)
) STRICT;

-- Where a source stands on a number. `listed_at` and `facts_at` tell from which answer the events and the facts
-- are, so that an answer that arrives late does not undo a later one.
CREATE TABLE standing (
    number        TEXT NOT NULL,
    source        TEXT NOT NULL,
    checked_at    INTEGER,
    outcome       TEXT,
    detail        TEXT,
    answered_at   INTEGER,
    changed_at    INTEGER,
    listed_at     INTEGER,
    facts_at      INTEGER,
    facts         TEXT,
    next_check_at INTEGER,
    failures      INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (number, source)
) STRICT, WITHOUT ROWID;

-- Every answer as it came. Rows are chained by hash and can be neither changed nor deleted.
CREATE TABLE answer (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    source      TEXT NOT NULL,
    question    TEXT NOT NULL,
    asked_at    INTEGER NOT NULL,
    answered_at INTEGER NOT NULL,
    http_status INTEGER NOT NULL,
    body        BLOB NOT NULL,
    body_hash   BLOB NOT NULL,
    chain       BLOB NOT NULL
) STRICT;
CREATE INDEX answer_question ON answer (source, question);
CREATE TRIGGER answer_is_never_changed BEFORE UPDATE ON answer
BEGIN SELECT RAISE(ABORT, 'answers are append-only'); END;
CREATE TRIGGER answer_is_never_deleted BEFORE DELETE ON answer
BEGIN SELECT RAISE(ABORT, 'answers are append-only'); END;

CREATE TABLE checks (
    id          INTEGER PRIMARY KEY,
    source      TEXT NOT NULL,
    number      TEXT NOT NULL,
    asked_at    INTEGER NOT NULL,
    answered_at INTEGER NOT NULL,
    outcome     TEXT NOT NULL,
    detail      TEXT
) STRICT;
CREATE INDEX checks_number ON checks (number, source);

CREATE TABLE check_answer (
    check_id  INTEGER NOT NULL REFERENCES checks (id),
    answer_id INTEGER NOT NULL REFERENCES answer (id),
    PRIMARY KEY (check_id, answer_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE source_state (
    source          TEXT NOT NULL PRIMARY KEY,
    paused_until    INTEGER,
    paused_for      TEXT,
    failures        INTEGER NOT NULL DEFAULT 0,
    last_success    INTEGER,
    trouble_at      INTEGER,
    trouble_outcome TEXT,
    trouble_detail  TEXT,
    spent           INTEGER NOT NULL DEFAULT 0,
    spent_day       TEXT,
    next_allowed_at INTEGER
) STRICT, WITHOUT ROWID;

CREATE TABLE claim (
    source        TEXT NOT NULL,
    number        TEXT NOT NULL,
    claimed_until INTEGER NOT NULL,
    owner         TEXT NOT NULL,
    PRIMARY KEY (source, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE journal (
    id        INTEGER PRIMARY KEY AUTOINCREMENT,
    at        INTEGER NOT NULL,
    action    TEXT NOT NULL,
    parcel_id INTEGER NOT NULL REFERENCES parcel (id),
    inverse   TEXT NOT NULL,
    undone_at INTEGER
) STRICT;
