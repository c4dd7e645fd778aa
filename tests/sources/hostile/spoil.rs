//! Spoiled answers: values replaced, bytes overwritten, pieces cut out.

use posylka::domain::TrackingNumber;
use proptest::prelude::*;
use proptest::sample::Index;
use serde_json::{Value, json};

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
pub fn named(body: &[u8]) -> Vec<TrackingNumber> {
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
    found.sort();
    found.dedup();
    found
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
        Just(json!("99.99.9999 99:99:99")),
    ]
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

/// The body as JSON with some values replaced; a body that is no JSON stays as it is.
fn with_values(body: &[u8], values: Vec<(usize, Value)>) -> Vec<u8> {
    let Ok(mut tree) = serde_json::from_slice::<Value>(body) else { return body.to_vec() };
    for (mut nth, value) in values {
        replace(&mut tree, &mut nth, &value);
    }
    tree.to_string().into_bytes()
}

/// A spoiled body: values replaced where it is JSON, bytes overwritten, a piece cut out, the end cut off.
pub fn spoiled(bodies: Vec<Vec<u8>>) -> impl Strategy<Value = Vec<u8>> {
    let values = prop::collection::vec((0..400_usize, oddity()), 0..6);
    let edits = prop::collection::vec((any::<Index>(), any::<u8>()), 0..6);
    let piece = prop::option::weighted(0.25, (any::<Index>(), 0..200_usize));
    let end = prop::option::of(any::<Index>());
    (prop::sample::select(bodies), values, edits, piece, end).prop_map(|(body, values, edits, piece, end)| {
        let mut bytes = with_values(&body, values);
        bytes.push(b' ');
        for (at, byte) in edits {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        if let Some((from, length)) = piece {
            let from = from.index(bytes.len());
            bytes.drain(from..(from + length).min(bytes.len()));
        }
        if let Some(end) = end {
            bytes.truncate(end.index(bytes.len() + 1));
        }
        bytes
    })
}
