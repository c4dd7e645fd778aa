-- What an event says in the reader's language, beside the carrier's words.
ALTER TABLE event ADD COLUMN translation TEXT;
ALTER TABLE parcel ADD COLUMN event_translation TEXT;
-- What was spent on a source in a month, beside what was spent on a day.
ALTER TABLE source_state ADD COLUMN spent_in_month INTEGER NOT NULL DEFAULT 0;
ALTER TABLE source_state ADD COLUMN spent_month TEXT;
