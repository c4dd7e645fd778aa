-- How long a parcel is kept where it waits to be collected, what comes then, and who said so.
ALTER TABLE parcel ADD COLUMN storage_until TEXT;
ALTER TABLE parcel ADD COLUMN storage_then TEXT;
ALTER TABLE parcel ADD COLUMN storage_source TEXT;
