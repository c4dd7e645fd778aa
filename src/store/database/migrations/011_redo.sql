-- What makes again what was undone, while nothing else has been done since.
ALTER TABLE journal ADD COLUMN redo TEXT;
CREATE INDEX journal_redo ON journal (id) WHERE redo IS NOT NULL;
