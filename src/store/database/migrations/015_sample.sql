-- What a version 15 database holds beyond version 14: a parcel that changed after it was looked at. Never edited either.
UPDATE parcel SET seen_at = 1767225600000, seen_status = 'in_transit', seen_sub_status = 'departure' WHERE id = 1;
