//! Every mail of `tests/data/mails` becomes what `expected.toml` says of it: these records, or nothing and why.

#![cfg(test)]

use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use posylka::import::{ImportSettings, OrderRecord, SkipReason, read};
use serde::Deserialize;

#[derive(Deserialize)]
struct Expected {
    mail: Vec<ExpectedMail>,
}

/// What a mail has to become.
#[derive(Deserialize)]
struct ExpectedMail {
    file: String,
    /// Why it becomes nothing.
    nothing: Option<String>,
    #[serde(default)]
    record: Vec<ExpectedRecord>,
}

#[derive(Deserialize, PartialEq, Eq, Debug)]
#[serde(deny_unknown_fields)]
struct ExpectedRecord {
    #[serde(default)]
    numbers: Vec<String>,
    #[serde(default)]
    orders: Vec<ExpectedOrder>,
    title: Option<String>,
    shop: Option<String>,
    #[serde(default)]
    only_if_known: bool,
}

#[derive(Deserialize, PartialEq, Eq, Debug)]
#[serde(deny_unknown_fields)]
struct ExpectedOrder {
    code: Option<String>,
    ordered_on: Option<String>,
    shipped_on: Option<String>,
    received_on: Option<String>,
    protected_until: Option<String>,
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/mails")
}

fn expected() -> Vec<ExpectedMail> {
    let text = std::fs::read_to_string(folder().join("expected.toml")).unwrap();
    toml::from_str::<Expected>(&text).unwrap().mail
}

fn settings() -> ImportSettings {
    ImportSettings {
        today: "2026-11-23".parse().unwrap(),
        home: None,
        reading: None,
        encoding: None,
        since: None,
        mails_since: "2026-05-01".parse().unwrap(),
    }
}

fn told(record: &OrderRecord) -> ExpectedRecord {
    let day = |day: Option<NaiveDate>| day.map(|day| day.to_string());
    let orders = record.orders.iter().map(|order| {
        assert_eq!(order.shop, record.shop, "the order's shop is the record's");
        ExpectedOrder {
            code: order.code.as_ref().map(ToString::to_string),
            ordered_on: day(order.ordered_on),
            shipped_on: day(order.shipped_on),
            received_on: day(order.received_on),
            protected_until: day(order.protection.as_ref().map(|end| end.until)),
        }
    });
    ExpectedRecord {
        numbers: record.numbers.iter().map(ToString::to_string).collect(),
        orders: orders.collect(),
        title: record.title.as_ref().map(ToString::to_string),
        shop: record.shop.as_ref().map(ToString::to_string),
        only_if_known: record.only_if_known,
    }
}

fn reason(why: &SkipReason) -> &'static str {
    match why {
        SkipReason::NoOrder => "no order",
        SkipReason::Cancelled => "cancelled",
        SkipReason::Old(_) => "old",
        SkipReason::Sealed(_) => "sealed",
        _ => "another reason",
    }
}

/// What is wrong with the reading of one mail.
fn fault(wanted: &ExpectedMail) -> Option<String> {
    let file = read(&std::fs::read(folder().join(&wanted.file)).unwrap(), &settings()).unwrap();
    let records: Vec<ExpectedRecord> = file.records.iter().map(told).collect();
    let passed: Vec<&str> =
        file.passed.iter().filter(|passed| !passed.partly).map(|passed| reason(&passed.why)).collect();
    let nothing: Vec<&str> = wanted.nothing.as_deref().into_iter().collect();
    let right = records == wanted.record && passed == nothing;
    (!right)
        .then(|| format!("{}\n  wanted {:?} {nothing:?}\n  found  {records:?} {passed:?}", wanted.file, wanted.record))
}

#[test]
fn every_mail_becomes_what_is_expected_of_it() {
    let expected = expected();
    let faults: Vec<String> = expected.iter().filter_map(fault).collect();
    assert!(faults.is_empty(), "{} of {} mails are read wrongly:\n{}", faults.len(), expected.len(), faults.join("\n"));
}

#[test]
fn every_mail_beside_the_list_is_in_it() {
    let mut listed: Vec<String> = expected().into_iter().map(|mail| mail.file).collect();
    let entries = std::fs::read_dir(folder()).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let mut there: Vec<String> = entries.filter(|name| name != "expected.toml").collect();
    listed.sort();
    there.sort();
    assert_eq!(listed, there);
}
