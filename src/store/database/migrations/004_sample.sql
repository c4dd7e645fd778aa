-- What a version 4 database holds beyond version 3: orders with everything that is known of one, a parcel of a preset, one
-- that is missed, and entries that are undone together. Never edited either.
INSERT INTO shop_order (id, code, shop, title, ordered_on, shipped_on, protected_until, preset, received_on)
    VALUES (41, '8150000000000041', 'AliExpress', 'Lamp, 2 pcs', '2026-09-01', '2026-09-03', '2026-11-17', 'aliexpress', '2026-10-30');
INSERT INTO shop_order (id, code, shop, title) VALUES (42, NULL, NULL, 'a gift without a code');
INSERT INTO parcel_order VALUES (6, 41, 1);
INSERT INTO parcel_order VALUES (7, 42, 0);
UPDATE parcel SET protected_until = '2026-12-01', preset = 'temu', missing_at = 1790000800000 WHERE id = 7;
INSERT INTO journal (at, action, parcel_id, inverse, batch) VALUES (1790000800000, 'import', 7, '"remove"', 3);
INSERT INTO journal (at, action, parcel_id, inverse, batch, undone_at)
    VALUES (1790000800000, 'import', 6, '"remove"', 3, 1790000900000);
