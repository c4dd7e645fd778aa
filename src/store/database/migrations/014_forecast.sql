-- When each parcel passed the landmarks of its way; made from its events, as its summary is.
CREATE TABLE milestone (
    parcel_id    INTEGER NOT NULL PRIMARY KEY REFERENCES parcel (id),
    shipped_at   INTEGER,
    left_at      INTEGER,
    arrived_at   INTEGER,
    delivered_at INTEGER,
    stopped_at   INTEGER
) STRICT;

-- Every span of days that a source named for an arrival, a row where it differs from the one before.
CREATE TABLE expected_day (
    number   TEXT NOT NULL,
    source   TEXT NOT NULL,
    said_at  INTEGER NOT NULL,
    from_day TEXT NOT NULL,
    to_day   TEXT NOT NULL,
    PRIMARY KEY (number, source, said_at)
) STRICT, WITHOUT ROWID;

-- The forecasts that were made, a row where the days differ from the ones before.
CREATE TABLE forecast (
    parcel_id INTEGER NOT NULL REFERENCES parcel (id),
    landmark  TEXT NOT NULL,
    made_at   INTEGER NOT NULL,
    from_day  TEXT NOT NULL,
    to_day    TEXT NOT NULL,
    parcels   INTEGER NOT NULL,
    PRIMARY KEY (parcel_id, landmark, made_at)
) STRICT, WITHOUT ROWID;
