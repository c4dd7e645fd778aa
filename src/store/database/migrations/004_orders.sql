-- An order is an object of its own: one may be in several parcels, and a parcel may hold several. A code names one
-- order of one shop; where only one shop is named beside a code, whoever names none means that one.
CREATE TABLE shop_order (
    id              INTEGER PRIMARY KEY AUTOINCREMENT,
    code            TEXT,
    shop            TEXT,
    title           TEXT,
    ordered_on      TEXT,
    shipped_on      TEXT,
    protected_until TEXT,
    preset          TEXT,
    received_on     TEXT
) STRICT;
CREATE INDEX shop_order_code ON shop_order (code);

ALTER TABLE parcel_order RENAME TO bare_order;
CREATE TABLE parcel_order (
    parcel_id INTEGER NOT NULL REFERENCES parcel (id),
    order_id  INTEGER NOT NULL REFERENCES shop_order (id),
    position  INTEGER NOT NULL,
    PRIMARY KEY (parcel_id, order_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX parcel_order_order ON parcel_order (order_id);

CREATE TABLE named_order (parcel_id INTEGER NOT NULL, code TEXT NOT NULL, shop TEXT, position INTEGER NOT NULL) STRICT;
INSERT INTO named_order
    SELECT b.parcel_id, b.code, coalesce(p.shop, (
               SELECT max(q.shop) FROM bare_order c JOIN parcel q ON q.id = c.parcel_id
               WHERE c.code = b.code HAVING count(DISTINCT q.shop) = 1)), b.position
    FROM bare_order b JOIN parcel p ON p.id = b.parcel_id;
INSERT INTO shop_order (code, shop)
    SELECT code, shop FROM named_order GROUP BY code, shop ORDER BY min(parcel_id), min(position);
INSERT INTO parcel_order
    SELECT n.parcel_id, o.id, n.position FROM named_order n JOIN shop_order o ON o.code = n.code AND o.shop IS n.shop;
DROP TABLE named_order;
DROP TABLE bare_order;

-- The preset that the protection's end was counted by, and since when the user misses what is said to be delivered.
ALTER TABLE parcel ADD COLUMN preset TEXT;
ALTER TABLE parcel ADD COLUMN missing_at INTEGER;

-- Entries of one batch are undone together.
ALTER TABLE journal ADD COLUMN batch INTEGER;
