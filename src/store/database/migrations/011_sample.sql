-- What a version 11 database holds beyond version 10: something that was undone and can be made again. Never edited either.
UPDATE journal SET redo = '"unremove"' WHERE undone_at IS NOT NULL;
