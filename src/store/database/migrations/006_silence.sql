-- The longest silence of a delivered parcel at each stage of its way, in full days. Derived from its events.
CREATE TABLE silence (
    parcel_id   INTEGER NOT NULL REFERENCES parcel (id),
    stage       TEXT NOT NULL,
    days        INTEGER NOT NULL,
    origin      TEXT,
    destination TEXT,
    PRIMARY KEY (parcel_id, stage)
) STRICT, WITHOUT ROWID;
