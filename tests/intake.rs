//! Whatever bytes come: reading them ends, stays in bounds, and holds nothing that a terminal would take for a command.

#![cfg(test)]

use std::path::Path;

use posylka::domain::CleanText;
use posylka::import::{ImportSettings, Kind, MOST_RECORDS, ParsedFile, Reading, Unreadable, merge, read};
use proptest::prelude::*;

fn settings() -> ImportSettings {
    ImportSettings {
        today: "2026-11-23".parse().unwrap(),
        home: None,
        reading: Some(Reading::DayFirst),
        encoding: None,
        since: None,
        mails_since: "2026-05-01".parse().unwrap(),
    }
}

/// Every text that a file has put into its records.
fn texts(intake: &ParsedFile) -> Vec<&CleanText> {
    let mut all = Vec::new();
    for record in &intake.records {
        all.extend(record.title.iter().chain(&record.shop).chain(&record.note).chain(&record.tags));
        all.extend(record.orders.iter().flat_map(|order| [&order.code, &order.shop, &order.title]).flatten());
    }
    all
}

fn held(bytes: &[u8]) -> Option<ParsedFile> {
    let intake = match read(bytes, &settings()) {
        Ok(intake) => intake,
        Err(Unreadable::NoText | Unreadable::Ambiguous(..) | Unreadable::Workbook(_)) => return None,
    };
    assert!(intake.records.len() <= MOST_RECORDS);
    let harmless = |text: &&CleanText| !text.chars().any(|c| c.is_control() && c != '\n');
    assert!(texts(&intake).iter().all(harmless));
    let merged = merge(intake.records.clone());
    assert_eq!(merge(merged.clone()), merged, "joined once is joined");
    Some(intake)
}

fn samples() -> Vec<Vec<u8>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/intake");
    let mut files: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    files.into_iter().map(|file| std::fs::read(file).unwrap()).collect()
}

#[test]
fn an_escape_sequence_in_a_cell_loses_its_teeth() {
    let table = "order,title,note,tracking\n815\u{1b}[31m001,\"\u{1b}]0;pwned\u{7}hub\",\u{202e}x,RB123456785CN\n";
    let intake = held(table.as_bytes()).unwrap();
    assert_eq!(intake.records[0].title.as_deref(), Some("]0;pwnedhub"));
}

#[test]
fn a_table_without_end_is_cut_and_a_row_without_end_is_read() {
    let row = |row: usize| format!("815{row:06},2026-11-03,RX{row:09}CN\n");
    let rows: String = (0..MOST_RECORDS + 50).map(row).collect();
    let table = format!("order,date,tracking\n{rows}");
    let intake = held(table.as_bytes()).unwrap();
    assert_eq!(intake.records.len(), MOST_RECORDS);
    assert!(intake.passed.iter().any(|passed| passed.why == posylka::import::SkipReason::TooMany));
    let long = format!("order,title,tracking\n815001,{},RB123456785CN\n", "\"\"".repeat(300_000));
    assert!(held(long.as_bytes()).is_some());
}

#[test]
fn a_mailbox_of_nothing_but_beginnings_ends() {
    let mut mailbox = b"From a\nFrom: a@example.org\nSubject: x\n\n".to_vec();
    mailbox.extend(b"\nFrom b\n".repeat(5_000));
    assert_eq!(held(&mailbox).unwrap().kind, Kind::Mailbox);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let _ = held(&bytes);
    }

    #[test]
    fn any_rows(rows in prop::collection::vec("[-0-9A-Za-z,;\t\"'./=年月日 ]{0,40}", 0..12)) {
        for head in ["Order ID,Order Date,Tracking Number,Title\n", "№ заказа;Дата;Трек;Товар\n", "订单号\t下单时间\t运单号\n"] {
            let _ = held(format!("{head}{}", rows.join("\n")).as_bytes());
        }
    }

    #[test]
    fn samples_that_were_damaged(at in any::<prop::sample::Index>(), sample in any::<prop::sample::Index>(), byte in any::<u8>(), cut in any::<bool>()) {
        let samples = samples();
        let mut bytes = samples[sample.index(samples.len())].clone();
        let at = at.index(bytes.len());
        bytes[at] = byte;
        if cut {
            bytes.truncate(at);
        }
        let _ = held(&bytes);
    }
}
