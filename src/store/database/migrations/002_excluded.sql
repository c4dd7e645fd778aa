-- Sources that the user wants never to be asked about a parcel.
CREATE TABLE excluded_source (
    parcel_id INTEGER NOT NULL REFERENCES parcel (id),
    source    TEXT NOT NULL,
    position  INTEGER NOT NULL,
    PRIMARY KEY (parcel_id, source)
) STRICT, WITHOUT ROWID;
