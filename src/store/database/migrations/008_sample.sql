-- What a version 8 database holds beyond version 7: how long a parcel is kept for collection. Never edited either.
UPDATE parcel SET storage_until = '2026-12-09', storage_then = 'sent_back', storage_source = 'russian-post',
    disagreement = 1, troubles = '[["cainiao","blocked"]]' WHERE id = 1;
