-- Which sources tell a parcel's newest event (their ids, a space between two) and when it was first seen, beside the
-- event: `list --json` of 10,000 parcels of 20 events read 200,000 events for it, 13 times the work of all the rest.
-- Empty until the parcel's summary is computed again; then its events tell.
ALTER TABLE parcel ADD COLUMN event_sources TEXT;
ALTER TABLE parcel ADD COLUMN event_first_seen INTEGER;
