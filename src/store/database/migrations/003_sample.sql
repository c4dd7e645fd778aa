-- What a version 3 database holds beyond version 2: how long one parcel may be silent, and a snooze. Never edited either.
UPDATE parcel SET stale_after_days = 21, snoozed_until = '2026-12-05', snoozed_at = 1790000600000 WHERE id = 3;
INSERT INTO parcel (id, title, added_at, snoozed_until, snoozed_at, archived_at)
    VALUES (7, 'Лампа', 1790000000000, '2026-11-01', 1780000000000, 1790000700000);
