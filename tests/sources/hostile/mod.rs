//! Whatever comes back, nothing breaks and nothing is made up.

use posylka::domain::{Finding, Reply, Status, TrackingNumber, Trouble};
use posylka::sources::{cainiao, seventeen_track};
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::common::fixtures;
use crate::support::{number, recording};

/// The words that say "delivered"; a body without them may never be read so.
const CAINIAO_DELIVERED: [&str; 9] = [
    "DELIVERED",
    "GTMS_SIGNED",
    "GSTA_SIGN",
    "GSTA_BUYER_SIGN",
    "STA_SIGN",
    "SIGNED",
    "COMMON_SIGNED",
    "LM_SIGN_SUCCESS",
    "GTMS_STA_SIGNED_DELIVER",
];

pub fn says_delivered(replies: &[Reply]) -> bool {
    replies.iter().filter_map(|reply| reply.result.as_ref().ok()).any(|report| {
        let claimed = match &report.finding {
            Finding::Known(facts) => facts.state,
            Finding::Unknown => None,
        };
        report.events.iter().map(|event| event.state).chain([claimed]).flatten().any(|s| s.status == Status::Delivered)
    })
}

/// Bodies to spoil: the project's own, and the recorded ones where they are there.
pub fn bodies(source: &str, own: &[&str]) -> Vec<Vec<u8>> {
    recorded(source, source, own)
}

/// The same where the folder of recorded bodies has another name than the source.
pub fn recorded(source: &str, folder: &str, own: &[&str]) -> Vec<Vec<u8>> {
    let mut bodies: Vec<Vec<u8>> = own.iter().map(|file| recording(&format!("{source}/{file}"))).collect();
    if let Some(folder) = fixtures::dir(folder) {
        let files = folder.read_dir().expect("the folder").map(|entry| entry.expect("an entry").path());
        let json = files.filter(|file| file.extension().is_some_and(|end| end == "json"));
        bodies.extend(json.map(|file| std::fs::read(file).expect("a body")));
    }
    bodies
}

fn cainiao_bodies() -> Vec<Vec<u8>> {
    bodies("cainiao", &["in_transit.json", "delivered.json", "pickup_station.json", "batch_of_two.json"])
}

fn seventeen_track_bodies() -> Vec<Vec<u8>> {
    bodies("17track", &["in_transit.json", "delivered.json", "rejected.json", "one_known_one_not_registered.json"])
}

/// Where bodies name their numbers.
const NUMBER_FIELDS: [&str; 10] = [
    "mailNo",
    "number",
    "Number",
    "id",
    "trackingNumber",
    "idShip",
    "tracking_number",
    "queryCode",
    "codEnvio",
    "idTracciatura",
];

/// Every number that a body names, so that its entries are read.
fn named(body: &[u8]) -> Vec<TrackingNumber> {
    fn collect(value: &Value, found: &mut Vec<TrackingNumber>) {
        match value {
            Value::Object(fields) => {
                let named = NUMBER_FIELDS.iter().filter_map(|field| fields.get(*field)?.as_str());
                found.extend(named.filter_map(|text| TrackingNumber::parse(text).ok()));
                fields.values().for_each(|value| collect(value, found));
            }
            Value::Array(items) => items.iter().for_each(|item| collect(item, found)),
            _ => {}
        }
    }
    let mut found = Vec::new();
    collect(&serde_json::from_slice(body).unwrap_or_default(), &mut found);
    found.dedup();
    found
}

/// Whether any field with one of these names holds a value of that kind. A body that is no JSON may hold anything.
pub fn holds(body: &[u8], fields: &[&str], kind: fn(&str) -> bool) -> bool {
    fn search(value: &Value, fields: &[&str], kind: fn(&str) -> bool) -> bool {
        let text = |value: &Value| value.as_str().map_or_else(|| value.to_string(), str::to_owned);
        match value {
            Value::Object(all) => all.iter().any(|(name, value)| {
                (fields.contains(&name.as_str()) && kind(text(value).trim())) || search(value, fields, kind)
            }),
            Value::Array(items) => items.iter().any(|item| search(item, fields, kind)),
            _ => false,
        }
    }
    serde_json::from_str(&String::from_utf8_lossy(body)).map_or(true, |tree| search(&tree, fields, kind))
}

/// Replaces the value at the n-th place of a tree, counted depth first.
fn replace(value: &mut Value, nth: &mut usize, with: &Value) -> bool {
    if *nth == 0 {
        *value = with.clone();
        return true;
    }
    *nth -= 1;
    match value {
        Value::Object(fields) => fields.values_mut().any(|field| replace(field, nth, with)),
        Value::Array(items) => items.iter_mut().any(|item| replace(item, nth, with)),
        _ => false,
    }
}

/// Values that no field expects.
fn oddity() -> impl Strategy<Value = Value> {
    prop_oneof![
        Just(Value::Null),
        Just(json!({})),
        Just(json!([])),
        Just(json!([[]])),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        any::<String>().prop_map(Value::from),
        "[A-Z_]{0,24}".prop_map(Value::from),
        Just(json!("\u{1b}]0;x\u{7}\u{202e}")),
        Just(json!("9999-99-99 99:99:99")),
    ]
}

/// A spoiled body: bytes overwritten, cut off, or values replaced.
pub fn spoiled(bodies: Vec<Vec<u8>>) -> impl Strategy<Value = (Vec<TrackingNumber>, Vec<u8>)> {
    let edits = prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 0..6);
    let values = prop::collection::vec((0..400_usize, oddity()), 0..6);
    (prop::sample::select(bodies), edits, values, prop::option::of(any::<prop::sample::Index>())).prop_map(
        |(body, edits, values, cut)| {
            let asked = named(&body);
            let mut tree: Value = serde_json::from_slice(&body).unwrap_or_default();
            for (mut nth, value) in values {
                replace(&mut tree, &mut nth, &value);
            }
            let mut bytes = tree.to_string().into_bytes();
            for (at, byte) in edits {
                let at = at.index(bytes.len());
                bytes[at] = byte;
            }
            if let Some(cut) = cut {
                bytes.truncate(cut.index(bytes.len()));
            }
            (asked, bytes)
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn any_bytes_are_survived(status in 100_u16..600, body in prop::collection::vec(any::<u8>(), 0..2048)) {
        let asked = [number("LP00990000000017")];
        let replies = [cainiao::decode(&asked, status, &body), seventeen_track::decode(&asked, status, &body)];
        for replies in replies.into_iter().flatten() {
            prop_assert_eq!(replies.len(), 1);
            prop_assert!(!says_delivered(&replies));
        }
        let _ = seventeen_track::decode_registration(&asked, status, &body);
    }

    #[test]
    fn spoiled_answers_are_survived_and_answer_each_number_once((asked, body) in spoiled(cainiao_bodies())) {
        if let Ok(replies) = cainiao::decode(&asked, 200, &body) {
            let mut answered: Vec<_> = replies.iter().map(|reply| &reply.number).collect();
            answered.sort();
            let mut expected: Vec<_> = asked.iter().collect();
            expected.sort();
            expected.dedup();
            prop_assert_eq!(answered, expected);
            let text = String::from_utf8_lossy(&body).to_uppercase();
            let may = CAINIAO_DELIVERED.iter().any(|word| text.contains(word));
            prop_assert!(may || !says_delivered(&replies));
        }
    }

    #[test]
    fn spoiled_answers_of_17track_are_survived((asked, body) in spoiled(seventeen_track_bodies())) {
        if let Ok(replies) = seventeen_track::decode(&asked, 200, &body) {
            let text = String::from_utf8_lossy(&body).to_lowercase();
            prop_assert!(text.contains("delivered") || !says_delivered(&replies));
        }
        let _ = seventeen_track::decode_registration(&asked, 200, &body);
    }

    #[test]
    fn an_unknown_code_never_delivers(code in "[A-Za-z_ ]{0,30}", status in "[A-Z_]{0,20}") {
        let unknown = |text: &str| {
            let text = text.trim().to_uppercase().replace(' ', "_");
            !CAINIAO_DELIVERED.contains(&text.as_str())
        };
        prop_assume!(unknown(&code) && unknown(&status));
        let body = json!({ "success": true, "module": [{
            "mailNo": "LP00990000000017", "mailNoSource": "AE", "status": status,
            "detailList": [{ "actionCode": code, "standerdDesc": "Delivered" }],
        }]});
        let replies = cainiao::decode(&[number("LP00990000000017")], 200, body.to_string().as_bytes());
        prop_assert!(!says_delivered(&replies.expect("an answer")));
    }
}

#[test]
fn escape_sequences_from_outside_are_gone_at_the_door() {
    let body = json!({ "success": true, "module": [{
        "mailNo": "LP00990000000017", "mailNoSource": "AE", "statusDesc": "\u{1b}[2Jgone",
        "destCpInfo": { "cpName": "Post\u{1b}]52;c;AAAA\u{7}" },
        "detailList": [{ "actionCode": "X\u{1b}[31m", "standerdDesc": "[To\u{202e}wn] Arr\u{9b}31mived" }],
    }]});
    let replies = cainiao::decode(&[number("LP00990000000017")], 200, body.to_string().as_bytes()).expect("an answer");
    let shown = format!("{replies:?}");
    assert!(!shown.contains("\\u{1b}") && !shown.contains("\\u{9b}") && !shown.contains("\\u{202e}"), "{shown}");
}

#[test]
fn deep_nesting_is_refused_without_a_crash() {
    let body = "[".repeat(1_000_000);
    let trouble = cainiao::decode(&[number("LP00990000000017")], 200, body.as_bytes()).expect_err("a trouble");
    assert!(matches!(trouble, Trouble::NotUnderstood { .. }));
}

#[test]
fn endless_lists_are_cut() {
    let scans = vec![json!({ "description": "x" }); 50_000];
    let lists = vec![json!({ "events": [{ "description": "y" }] }); 5_000];
    let items =
        |providers: Value| json!({ "number": "LB900000019CN", "track_info": { "tracking": { "providers": providers }}});
    let different: Vec<Value> = (0..50_000).map(|i| json!({ "description": format!("scan {i}") })).collect();
    for (providers, expected) in
        [(json!([{ "events": scans }]), 1), (json!(lists), 1), (json!([{ "events": different }]), 1_000)]
    {
        let body = json!({ "code": 0, "data": { "accepted": [items(providers)] } }).to_string();
        let replies = seventeen_track::decode(&[number("LB900000019CN")], 200, body.as_bytes()).expect("an answer");
        assert_eq!(replies[0].result.as_ref().expect("a report").events.len(), expected);
    }
    let details = vec![json!({ "actionCode": "LH_DEPART" }); 50_000];
    let body = json!({ "module": [{ "mailNo": "LP00990000000017", "detailList": details }] }).to_string();
    let replies = cainiao::decode(&[number("LP00990000000017")], 200, body.as_bytes()).expect("an answer");
    assert_eq!(replies[0].result.as_ref().expect("a report").events.len(), 1_000);
}
