//! Kazpost: its recordings, the request, and whatever else may come back.

use posylka::domain::{Finding, Outcome, Precision, Reply, Status, SubStatus, Trouble};
use posylka::sources::Ownership;
use posylka::sources::kazpost::decode;
use proptest::prelude::*;

use crate::ask::{asked, unreachable};
use crate::hostile::KAZPOST_DELIVERED;
use crate::support::{event, facts, instant, number, ownership, recorded, recording, report, says_delivered, state};

const FOREIGN: &str = "RB900000138CN";
const OWN: &str = "RR900000115KZ";
const SENT_BACK: &str = "CC900000124KZ";

fn replies(file: &str, asked: &str) -> Vec<Reply> {
    decode(&[number(asked)], 200, &recording(&format!("kazpost/{file}"))).expect("an answer")
}

#[test]
fn a_parcel_waits_at_its_office() {
    let replies = replies("waiting.json", FOREIGN);
    let events = &report(&replies, FOREIGN).events;
    assert_eq!(events.len(), 8);
    assert_eq!(facts(&replies, FOREIGN).state, Some(state(Status::AvailableForPickup, SubStatus::Other)));
    assert_eq!(facts(&replies, FOREIGN).status_text.as_deref(), Some("Хранение"));
    assert_eq!(instant(&events[0]), "2026-11-18 04:41:00 UTC");
    assert_eq!(events[0].place.as_deref(), Some("г. Караганда, ОПС 12"));
    assert_eq!(event(events, "SNDZONE_T").state, Some(state(Status::InTransit, SubStatus::CustomsReleased)));
    let abroad = event(events, "EMC").time.expect("a time");
    assert_eq!((abroad.to_string().as_str(), abroad.offset()), ("2026-11-05T23:14:00", None));
    assert_eq!(abroad.precision(), Precision::Minute);
}

#[test]
fn delivered_taken_back_and_returned_are_told_apart() {
    let delivered = replies("delivered.json", OWN);
    assert_eq!(facts(&delivered, OWN).state, Some(state(Status::Delivered, SubStatus::Other)));
    let taken_back = replies("taken_back.json", OWN);
    assert_eq!(facts(&taken_back, OWN).state, Some(state(Status::AvailableForPickup, SubStatus::Other)));
    assert!(!says_delivered(&taken_back));
    assert_eq!(&*report(&taken_back, OWN).events[0].text, "Отмена: Вручено");
    let returned = replies("returned.json", SENT_BACK);
    assert_eq!(facts(&returned, SENT_BACK).state, Some(state(Status::Exception, SubStatus::Returned)));
    assert!(!says_delivered(&returned));
}

#[test]
fn the_rows_of_a_day_come_in_any_order() {
    let mut tree: serde_json::Value = serde_json::from_slice(&recording("kazpost/waiting.json")).expect("JSON");
    for day in tree["events"].as_array_mut().expect("days") {
        day["activity"].as_array_mut().expect("rows").reverse();
    }
    let turned = decode(&[number(FOREIGN)], 200, tree.to_string().as_bytes()).expect("an answer");
    assert_eq!(turned, replies("waiting.json", FOREIGN));
}

#[test]
fn an_unknown_number_is_a_result_under_either_status() {
    for status in [200, 404] {
        let body = recording("kazpost/unknown.json");
        let replies = decode(&[number(FOREIGN)], status, &body).expect("an answer");
        assert_eq!(report(&replies, FOREIGN).finding, Finding::Unknown);
    }
    let empty = decode(&[number(FOREIGN)], 200, br#"{"events":[]}"#).expect("an answer");
    assert_eq!(report(&empty, FOREIGN).finding, Finding::Unknown);
}

#[test]
fn refusals_are_told_apart() {
    let at = |status, file: &str| decode(&[number(FOREIGN)], status, &recording(&format!("kazpost/{file}")));
    assert_eq!(at(200, "captcha.html"), Err(Trouble::Blocked));
    assert_eq!(at(429, "unknown.json"), Err(Trouble::RateLimited { retry_after: None }));
    assert!(matches!(at(502, "unknown.json"), Err(Trouble::Temporary { .. })));
    let Err(Trouble::NotUnderstood { path }) = at(200, "other_error.json") else { panic!("an error") };
    assert_eq!(&*path, "error: Сервис временно перегружен");
    assert!(matches!(at(200, "delivered.json"), Err(Trouble::NotUnderstood { .. })), "it is about another number");
    assert!(matches!(decode(&[number(FOREIGN)], 404, b"{}"), Err(Trouble::NotUnderstood { .. })));
}

#[test]
fn odd_types_and_nulls_lose_only_themselves() {
    let nulls = replies("nulls.json", OWN);
    let events = &report(&nulls, OWN).events;
    assert_eq!((events.len(), events[0].time), (2, None));
    assert_eq!(events[1].time.expect("a date").precision(), Precision::Day);
    let odd = replies("wrong_types.json", OWN);
    let events = &report(&odd, OWN).events;
    assert_eq!(
        events.iter().map(|e| e.raw_code.as_deref()).collect::<Vec<_>>(),
        [Some("SRTSND"), Some("RCP"), Some("RCPOPS")]
    );
    assert_eq!(events[0].place.as_deref(), Some("7"));
    assert!(!says_delivered(&odd));
}

#[test]
fn recorded_bodies_are_read() {
    let asked = "RP000000005CN";
    for (file, body) in recorded("kazpost") {
        let decoded = decode(&[number(asked)], 200, &body);
        if file == "track.json" {
            assert!(matches!(decoded, Err(Trouble::NotUnderstood { .. })), "the summary is no list of events");
            continue;
        }
        let replies = decoded.expect("an answer");
        let events = &report(&replies, asked).events;
        assert_eq!(events.len(), 3);
        let time = events[0].time.expect("a time");
        assert_eq!((time.to_string().as_str(), time.offset()), ("2019-02-06T18:59:00", None), "two zones then");
        assert_eq!(facts(&replies, asked).state.map(|s| s.status), Some(Status::InTransit));
    }
}

#[test]
fn it_claims_its_own_numbers_and_those_of_other_posts_perhaps() {
    assert_eq!((ownership("kazpost", OWN), ownership("kazpost", FOREIGN)), (Ownership::Own, Ownership::Possible));
    assert_eq!(
        (ownership("kazpost", "LP00990000000017"), ownership("kazpost", "UR900000115CN")),
        (Ownership::No, Ownership::No)
    );
}

#[tokio::test]
async fn the_number_goes_in_the_path() {
    let (check, request) = asked("kazpost", &[], FOREIGN, "kazpost/waiting.json").await;
    assert_eq!(report(check.result.as_ref().expect("replies"), FOREIGN).events.len(), 8);
    assert_eq!((request.method.as_str(), request.url.path()), ("GET", "/api/v2/RB900000138CN/events"));
    assert!(check.exchanges[0].question.ends_with("/api/v2/RB900000138CN/events"));
    assert_eq!(unreachable("kazpost", &[], FOREIGN).await, Outcome::Temporary);
}

proptest! {
    #[test]
    fn an_unknown_code_never_delivers(code in "[A-Z_]{1,12}") {
        prop_assume!(!KAZPOST_DELIVERED.contains(&code.as_str()));
        let activity = serde_json::json!({ "time": "10:00", "status": [code] });
        let body = serde_json::json!({ "events": [{ "date": "10.11.2026", "activity": [activity] }] }).to_string();
        let replies = decode(&[number(OWN)], 200, body.as_bytes()).expect("an answer");
        prop_assert!(!says_delivered(&replies));
    }
}
