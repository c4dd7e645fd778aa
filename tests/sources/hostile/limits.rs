//! Answers that are too deep, too long, or made to reach the terminal; codes that nobody knows.

use posylka::domain::Trouble;
use posylka::sources::{cainiao, seventeen_track};
use proptest::prelude::*;
use serde_json::{Value, json};

use super::CAINIAO_DELIVERED;
use crate::support::{number, says_delivered};

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

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
