-- What can still be undone, found at once however much has been undone before it.
CREATE INDEX journal_open ON journal (id) WHERE undone_at IS NULL;
