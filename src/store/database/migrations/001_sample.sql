-- A little of everything that a version 1 database holds: the start of every upgrade test. Never edited either.
INSERT INTO parcel (id, title, added_at, status, changed_at) VALUES (1, 'USB hub', 1790000000000, 'in_transit', 1790000500000);
INSERT INTO parcel (id, title, added_at, removed_at) VALUES (2, NULL, 1790000000000, 1790000100000);
INSERT INTO track_number VALUES (1, 'LP00620966542870', 'first', 0, 1790000000000);
INSERT INTO track_number VALUES (1, 'RA123456785RU', 'handover', 1, 1790000500000);
INSERT INTO parcel_order VALUES (1, '8150000000000001', 0);
INSERT INTO tag VALUES (1, 'gift', 0);
INSERT INTO pinned_source VALUES (1, 'cainiao', 0);
INSERT INTO event (source, number, fingerprint, listed_under, local, precision, text, rank, first_seen)
    VALUES ('cainiao', 'LP00620966542870', X'000102030405060708090A0B0C0D0E0F', 'LP00620966542870',
            '2026-11-09T10:31:00', 'second', 'At customs', 0, 1790000500000);
INSERT INTO standing (source, number, checked_at, outcome, answered_at, facts_at, facts)
    VALUES ('cainiao', 'LP00620966542870', 1790000500000, 'answered', 1790000500000, 1790000500000, '{"status":"in_transit"}');
INSERT INTO journal (at, action, parcel_id, inverse) VALUES (1790000100000, 'remove', 2, '"unremove"');
