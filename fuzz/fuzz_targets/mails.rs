//! Any bytes as a mail or a mailbox: reading ends, nothing that it keeps is a command for a terminal, days are in order.
#![no_main]

use libfuzzer_sys::fuzz_target;
use posylka::import::{ImportSettings, Kind, MOST_RECORDS, merge, read};

fuzz_target!(|bytes: &[u8]| {
    let (Ok(today), Ok(mails_since)) = ("2026-11-23".parse(), "2026-05-01".parse()) else { return };
    let settings = ImportSettings { today, home: None, reading: None, encoding: None, since: None, mails_since };
    // Headers in front make a mail of what the fuzzer has found so far.
    let mail = [b"From: AliExpress <transaction@notice.aliexpress.com>\nSubject: ", bytes].concat();
    for bytes in [bytes, &mail] {
        let Ok(file) = read(bytes, &settings) else { continue };
        assert!(file.records.len() <= MOST_RECORDS);
        let is_mail = matches!(file.kind, Kind::Mail | Kind::Mailbox);
        for record in merge(file.records) {
            let texts = record.title.iter().chain(&record.shop).chain(record.orders.iter().filter_map(|order| order.code.as_ref()));
            assert!(texts.into_iter().all(|text| !text.chars().any(char::is_control)));
            for order in &record.orders {
                let later = order.shipped_on.or(order.received_on);
                assert!(order.ordered_on.zip(later).is_none_or(|(ordered, later)| ordered <= later) || !is_mail);
            }
        }
    }
});
