-- What a version 6 database holds beyond version 5: the silences of a delivered parcel. Never edited either.
INSERT INTO parcel (id, title, added_at, status, finished_at) VALUES (8, 'Cup', 1780000000000, 'delivered', 1789000000000);
INSERT INTO silence VALUES (8, 'customs', 9, 'CN', 'RU');
INSERT INTO silence VALUES (8, 'in_country', 4, NULL, NULL);
INSERT INTO meta VALUES ('silences', '1');
