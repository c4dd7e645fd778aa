-- What a version 2 database holds beyond version 1, above all orders in every constellation. Never edited either.
INSERT INTO excluded_source VALUES (1, '17track', 0);
INSERT INTO parcel (id, title, shop, added_at) VALUES (3, 'Lamp', 'AliExpress', 1790000000000);
INSERT INTO parcel (id, title, added_at) VALUES (4, 'Bulb', 1790000000000);
INSERT INTO parcel (id, title, shop, added_at, removed_at) VALUES (5, 'Book', 'Temu', 1790000000000, 1790000100000);
INSERT INTO parcel (id, title, added_at) VALUES (6, 'Case', 1790000000000);
-- One order in two parcels, of which one names the shop.
INSERT INTO parcel_order VALUES (3, '8150000000000002', 0);
INSERT INTO parcel_order VALUES (4, '8150000000000002', 1);
-- Several in one parcel.
INSERT INTO parcel_order VALUES (4, '8150000000000003', 0);
-- One code in two shops: which of them a parcel without a shop means, nobody knows.
INSERT INTO parcel_order VALUES (3, '77', 1);
INSERT INTO parcel_order VALUES (5, '77', 0);
INSERT INTO parcel_order VALUES (6, '77', 0);
INSERT INTO journal (at, action, parcel_id, inverse) VALUES (1790000200000, 'edit', 4,
    '{"fields":{"title":"Bulb","shop":null,"note":null,"protected_until":null,"closed_at":null,"orders":["8150000000000002","9"],"tags":[],"pinned":[],"excluded":[],"joined":[]}}');
