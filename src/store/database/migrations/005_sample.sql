-- What a version 5 database holds beyond version 4: translations, and what was spent in a month. With it all that the
-- sources' tables hold in any version: answers, checks, claims, states, withdrawn events. Never edited either.
INSERT INTO event (source, number, fingerprint, listed_under, local, offset, precision, place, country, text, text_lang,
        status, sub_status, raw_code, rank, first_seen, withdrawn_at, translation)
    VALUES ('russian-post', 'RA123456785RU', X'0F0E0D0C0B0A09080706050403020100', 'RA123456785RU', '2026-11-10T09:00:00.5',
        10800, 'second', 'Внуково', 'RU', 'Прибыло', 'ru', 'in_transit', 'arrival', '39', 4, 1790000600000, 1790000700000,
        'Arrived');
UPDATE parcel SET event_fingerprint = X'0F0E0D0C0B0A09080706050403020100', event_number = 'RA123456785RU',
    event_local = '2026-11-10T09:00:00.5', event_offset = 10800, event_precision = 'second', event_place = 'Внуково',
    event_country = 'RU', event_text = 'Прибыло', event_text_lang = 'ru', event_translation = 'Arrived' WHERE id = 1;
INSERT INTO source_state VALUES ('russian-post', 1790001000000, 'rate_limited', 2, 1790000500000, 1790000900000,
    'rate_limited', 'HTTP 429', 17, '2026-11-10', 1790000900100, 170, '2026-11-01');
INSERT INTO answer (id, source, question, asked_at, answered_at, http_status, body, body_hash, chain)
    VALUES (1, 'russian-post', 'POST /tracking', 1790000599000, 1790000600000, 200, X'789C03000000000001', zeroblob(32), zeroblob(32));
INSERT INTO checks VALUES (1, 'russian-post', 'RA123456785RU', 1790000599000, 1790000600000, 'answered', NULL);
INSERT INTO check_answer VALUES (1, 1);
INSERT INTO claim VALUES ('russian-post', 'RA123456785RU', 1790000650000, 'ABCDEF');
INSERT INTO meta VALUES ('created_at', '2026-09-01T00:00:00+00:00');
