-- What the reader was last told of a parcel. News is what differs from it, whatever was seen meanwhile.
CREATE TABLE told (
    parcel_id         INTEGER PRIMARY KEY REFERENCES parcel (id),
    heard_at         INTEGER,
    first_notice     INTEGER,
    news_at          INTEGER,
    status           TEXT,
    sub_status       TEXT,
    event_local      TEXT,
    event_offset     INTEGER,
    event_precision  TEXT,
    events_that_day  INTEGER NOT NULL DEFAULT 0,
    eta_from         TEXT,
    eta_to           TEXT,
    storage_until    TEXT,
    looked_at        INTEGER,
    situation        TEXT,
    storage_warned   TEXT,
    protection_warned TEXT,
    dispute_warned   TEXT
) STRICT;
-- What is there counts as told; so does one event on its day, of which more are known when it is next computed.
INSERT INTO told (parcel_id, heard_at, status, sub_status, event_local, event_offset, event_precision, events_that_day,
        eta_from, eta_to, storage_until)
    SELECT id, CASE WHEN event_text IS NOT NULL OR coalesce(status, 'not_found') <> 'not_found'
            THEN coalesce(changed_at, added_at) END,
        nullif(status, 'not_found'), CASE WHEN status <> 'not_found' THEN sub_status END,
        event_local, event_offset, event_precision,
        (SELECT count(*) FROM event e JOIN track_number n ON n.number = e.number
            WHERE n.parcel_id = parcel.id AND e.withdrawn_at IS NULL
                AND substr(e.local, 1, 10) = substr(parcel.event_local, 1, 10)),
        eta_from, eta_to, storage_until
    FROM parcel;

-- What is worth telling, written with the change that it tells of.
CREATE TABLE notice (
    id        INTEGER PRIMARY KEY AUTOINCREMENT,
    at        INTEGER NOT NULL,
    kind      TEXT NOT NULL,
    parcel_id INTEGER REFERENCES parcel (id),
    source    TEXT,
    facts     TEXT NOT NULL
) STRICT;
CREATE INDEX notice_at ON notice (at);

-- A way by which the reader is told: how it fares, and what it is sending right now.
CREATE TABLE channel (
    name          TEXT PRIMARY KEY,
    not_before    INTEGER,
    failures      INTEGER NOT NULL DEFAULT 0,
    last_sent_at  INTEGER,
    trouble       TEXT,
    trouble_at    INTEGER,
    batch         TEXT,
    claimed_until INTEGER,
    claimed_by    TEXT,
    claimed_pid   INTEGER
) STRICT, WITHOUT ROWID;

-- What became of a notice on a channel; none: it waits there. `state` is begun, sent, or left (never told there).
CREATE TABLE delivery (
    channel   TEXT NOT NULL REFERENCES channel (name),
    notice_id INTEGER NOT NULL REFERENCES notice (id),
    state     TEXT NOT NULL,
    batch     TEXT,
    at        INTEGER NOT NULL,
    PRIMARY KEY (channel, notice_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX delivery_notice ON delivery (notice_id);

-- A source that fails: since when, and whether the reader was told.
CREATE TABLE failing_source (
    source TEXT PRIMARY KEY,
    since  INTEGER NOT NULL,
    told   INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;
