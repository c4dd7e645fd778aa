-- What a version 13 database holds beyond version 12: an outbox with something told, something on its way and
-- something that waits. Never edited either.
UPDATE told SET looked_at = 1790002000000, situation = 'stuck_at_customs', protection_warned = '2026-12-01' WHERE parcel_id = 1;
INSERT INTO notice VALUES (1, 1790002000000, 'stuck', 1, NULL, '{"situation":"stuck_at_customs","silent_days":9}');
INSERT INTO notice VALUES (2, 1790002100000, 'source_down', NULL, 'russian-post', '{"outcome":"blocked"}');
INSERT INTO channel (name, last_sent_at, batch, claimed_until, claimed_by, claimed_pid)
    VALUES ('phone', 1790002050000, 'ABCD', 1790002200000, 'ABCDEF', 4711);
INSERT INTO delivery VALUES ('phone', 1, 'sent', 'AAAA', 1790002050000);
INSERT INTO delivery VALUES ('phone', 2, 'begun', 'ABCD', 1790002110000);
INSERT INTO failing_source VALUES ('russian-post', 1790001000000, 1);
