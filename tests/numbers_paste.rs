//! Pasted texts: every expected number is found with its format, and nothing else is.
#![expect(clippy::print_stdout, reason = "what was measured is for the reader of the test's output")]
#![expect(clippy::unwrap_used, reason = "a test may fail where its own files are broken")]

use std::path::PathBuf;

use posylka::domain::number::{IdentifyContext, NumberError, TrackingNumber, look, numbers_in, recognise};
use serde_json::Value;

fn own() -> Vec<Value> {
    serde_json::from_str(include_str!("data/numbers/pastes.json")).unwrap()
}

fn published() -> Vec<Value> {
    let folder = std::env::var_os("POSYLKA_NUMBERS").map(PathBuf::from);
    let folder = folder.unwrap_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared/numbers"));
    let text = std::fs::read_to_string(folder.join("paste_cases.json")).unwrap_or_else(|_| "[]".to_owned());
    serde_json::from_str(&text).unwrap()
}

fn list<'a>(case: &'a Value, key: &str) -> &'a [Value] {
    case[key].as_array().map_or(&[], Vec::as_slice)
}

/// What is wrong with the outcome of a case.
fn faults(case: &Value) -> Vec<String> {
    let text = case["text"].as_str().unwrap();
    let found = numbers_in(text, &IdentifyContext::default());
    let mut faults = Vec::new();
    for expected in list(case, "expect") {
        let number = expected["number"].as_str().unwrap();
        match found.iter().find(|f| f.number.as_str() == number) {
            None => faults.push(format!("{number} is not found")),
            Some(f) => {
                let best = f.candidates.first().map(|c| c.format.id);
                if best != expected["format"].as_str() {
                    faults.push(format!("{number} is {best:?}, not {}", expected["format"]));
                }
                if expected.get("order").is_some_and(|o| o.as_str() != f.order.as_deref()) {
                    faults.push(format!("{number} has order {:?}, not {}", f.order, expected["order"]));
                }
                if expected.get("shop").is_some_and(|o| o.as_str() != f.shop.as_deref()) {
                    faults.push(format!("{number} has shop {:?}, not {}", f.shop, expected["shop"]));
                }
            }
        }
    }
    for f in &found {
        if list(case, "expect").iter().all(|e| e["number"].as_str() != Some(f.number.as_str())) {
            faults.push(format!("{} is taken, as {:?}", f.number, f.candidates.first().map(|c| c.format.id)));
        }
    }
    let orders = look(text, &IdentifyContext::default()).orders;
    for order in list(case, "orders") {
        if orders.iter().all(|found| Some(&**found) != order.as_str()) {
            faults.push(format!("{order} is no order: {orders:?}"));
        }
    }
    for near in list(case, "near_miss") {
        let meant = |n: &str| {
            let all: Result<_, NumberError> = recognise(text, &IdentifyContext::default());
            all.is_ok_and(|all| all.iter().any(|r| r.corrections.iter().any(|c| c.number.as_str() == n)))
        };
        if !meant(near.as_str().unwrap()) {
            faults.push(format!("{near} is not proposed"));
        }
    }
    faults
}

fn check(cases: &[Value]) {
    let mut wrong = 0;
    for case in cases {
        let faults = faults(case);
        if !faults.is_empty() {
            wrong += 1;
            println!("{} {:?}\n    {}", case["id"], case["text"].as_str().unwrap(), faults.join("\n    "));
        }
    }
    println!("{} of {} texts right", cases.len() - wrong, cases.len());
    assert_eq!(wrong, 0);
}

#[test]
fn published_texts_give_their_numbers_and_no_decoy() {
    check(&published());
}

#[test]
fn our_own_texts_give_their_numbers_and_no_decoy() {
    let cases = own();
    assert!(cases.len() >= 60);
    check(&cases);
}

#[test]
fn spans_point_into_the_given_text() {
    let text = "вот: RS 705 757 520 NL и LP00742924741166";
    let found = numbers_in(text, &IdentifyContext::default());
    let spans: Vec<&str> = found.iter().filter_map(|f| f.span.clone()).map(|s| &text[s]).collect();
    assert_eq!(spans, ["RS 705 757 520 NL", "LP00742924741166"]);
}

#[test]
fn one_token_is_always_told_something_of() {
    let one = recognise("ABC1234567", &IdentifyContext::default()).unwrap();
    assert_eq!(one[0].number, TrackingNumber::parse("ABC1234567").ok());
    assert_eq!(recognise("hello", &IdentifyContext::default()).unwrap_err(), NumberError::NoDigit);
    assert_eq!(recognise("  ", &IdentifyContext::default()).unwrap_err(), NumberError::Empty);
    let cyrillic = recognise("RВ123456785СN", &IdentifyContext::default()).unwrap();
    assert!(cyrillic[0].number.is_none() && cyrillic[0].corrections[0].firm);
    let two = recognise("RB123456785CN LP00123456789012", &IdentifyContext::default()).unwrap();
    assert_eq!(two.len(), 2);
}
