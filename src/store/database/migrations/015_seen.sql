-- What the reader has seen of a parcel on the screen: the change that was looked at last, and its state then. What is
-- there counts as seen.
ALTER TABLE parcel ADD COLUMN seen_at INTEGER;
ALTER TABLE parcel ADD COLUMN seen_status TEXT;
ALTER TABLE parcel ADD COLUMN seen_sub_status TEXT;
-- Whether the parcel is followed only to the border, by its numbers or by what its service is called.
ALTER TABLE parcel ADD COLUMN to_border INTEGER NOT NULL DEFAULT 0;
UPDATE parcel SET seen_at = changed_at, seen_status = status, seen_sub_status = sub_status;
