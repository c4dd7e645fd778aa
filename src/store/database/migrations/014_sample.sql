-- What a version 14 database holds beyond version 13. Never edited either.
INSERT INTO milestone (parcel_id, shipped_at, left_at) VALUES (1, 1767225600000, 1767571200000);
INSERT INTO expected_day (number, source, said_at, from_day, to_day)
VALUES ('RB123456785CN', 'cainiao', 1767225600000, '2026-01-20', '2026-01-28');
INSERT INTO forecast (parcel_id, landmark, made_at, from_day, to_day, parcels)
VALUES (1, 'shipped', 1767225600000, '2026-01-18', '2026-01-30', 23);
