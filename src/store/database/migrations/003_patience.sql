-- After how many silent days one parcel is stale, and until when the user does not want to hear of it: both the
-- user's word. A snooze that a later change has ended stays as it was said.
ALTER TABLE parcel ADD COLUMN stale_after_days INTEGER;
ALTER TABLE parcel ADD COLUMN snoozed_until TEXT;
ALTER TABLE parcel ADD COLUMN snoozed_at INTEGER;
