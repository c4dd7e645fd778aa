-- What a version 7 database holds beyond version 6: messages that went out, and one that was begun. Never edited either.
INSERT INTO message (id, parcel_id, at, addressee, situation, language, how, text)
    VALUES (1, 1, 1790000900000, 'seller', 'stuck', 'zh', 'copied', '你好' || char(10) || '再见');
INSERT INTO message_draft VALUES (1, 'carrier', 'stuck', 'en', 1790000950000, 'Dear Sir');
