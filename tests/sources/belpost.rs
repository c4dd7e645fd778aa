//! Belpochta: its recordings, the request, and whatever else may come back.

use posylka::domain::SubStatus as S;
use posylka::domain::{Cause, Finding, Outcome, Reply, State, Status, SubStatus, Trouble};
use posylka::sources::Ownership;
use posylka::sources::belpost::decode;
use proptest::prelude::*;

use crate::ask::{asked, unreachable};
use crate::support::{facts, instant, number, ownership, recorded, recording, report, result, says_delivered, state};

const FOREIGN: &str = "RB900000036CN";
const OWN: &str = "RR900000019BY";
const SENT_BACK: &str = "CV900000022BY";
const OTHER: &str = "RR900000040BY";

fn replies(file: &str, asked: &str) -> Vec<Reply> {
    decode(&[number(asked)], 200, &recording(&format!("belpost/{file}"))).expect("an answer")
}

#[test]
fn a_parcel_from_abroad_is_followed_to_its_office() {
    let replies = replies("in_transit.json", FOREIGN);
    let events = &report(&replies, FOREIGN).events;
    assert_eq!(events.len(), 7);
    assert_eq!(facts(&replies, FOREIGN).state, Some(state(Status::InTransit, SubStatus::Arrival)));
    assert_eq!(facts(&replies, FOREIGN).status_text.as_deref(), Some("Поступило в учреждение доставки"));
    assert_eq!(instant(&events[0]), "2026-11-12 06:20:11 UTC");
    assert_eq!(events[0].time.expect("a time").to_string(), "2026-11-12T09:20:11");
    assert_eq!((events[0].place.as_deref(), events[0].raw_code.as_deref()), (Some("220099 Минск-99"), Some("70")));
    let states: Vec<_> = events.iter().map(|e| e.state.and_then(|s| s.sub)).collect();
    let expected =
        [S::Arrival, S::Other, S::CustomsReleased, S::CustomsProcessing, S::Other, S::Departure, S::PickedUp];
    assert_eq!(states, expected.map(Some));
}

#[test]
fn handed_over_is_delivered_unless_it_was_sent_back() {
    let delivered = replies("delivered.json", OWN);
    assert_eq!(facts(&delivered, OWN).state, Some(state(Status::Delivered, SubStatus::Other)));
    let returned = replies("returned.json", SENT_BACK);
    assert_eq!(facts(&returned, SENT_BACK).state, Some(state(Status::Exception, SubStatus::Returned)));
    assert!(!says_delivered(&returned));
}

#[test]
fn an_unknown_number_has_three_shapes() {
    for (status, file) in [(200, "unknown.json"), (200, "no_steps.json"), (404, "not_found_404.json")] {
        let replies = decode(&[number(OTHER)], status, &recording(&format!("belpost/{file}"))).expect("an answer");
        assert_eq!(report(&replies, OTHER).finding, Finding::Unknown, "{file}");
    }
}

#[test]
fn refusals_are_told_apart() {
    let at = |status, file: &str| decode(&[number(OTHER)], status, &recording(&format!("belpost/{file}")));
    let malformed = at(422, "malformed_422.json").expect("an answer");
    assert_eq!(result(&malformed, OTHER), &Err(Trouble::MalformedNumber));
    assert_eq!(at(429, "too_many_429.json"), Err(Trouble::RateLimited { retry_after: None }));
    assert_eq!(at(200, "captcha.html"), Err(Trouble::Blocked));
    assert_eq!(at(403, "unknown.json"), Err(Trouble::Refused { why: Cause::Http(403) }));
    assert!(matches!(at(500, "unknown.json"), Err(Trouble::Temporary { .. })));
    let moved = decode(&[number(OTHER)], 404, br#"{"message":"The route api/v1/tracking could not be found."}"#);
    assert!(matches!(moved, Err(Trouble::NotUnderstood { .. })));
    let other = at(200, "delivered.json");
    assert!(matches!(other, Err(Trouble::NotUnderstood { .. })), "it is about another number");
}

#[test]
fn odd_types_and_nulls_lose_only_themselves() {
    let nulls = replies("nulls.json", OTHER);
    assert_eq!(facts(&nulls, OTHER).state, Some(State::UNDERWAY));
    assert_eq!(report(&nulls, OTHER).events[0].time, None);
    let odd = replies("wrong_types.json", OTHER);
    let events = &report(&odd, OTHER).events;
    assert_eq!(events.len(), 2);
    assert_eq!(instant(&events[1]), "2026-11-09 07:15:00 UTC");
    assert_eq!(events[0].raw_code.as_deref(), Some("6"));
    assert!(!says_delivered(&odd));
}

#[test]
fn recorded_bodies_are_read() {
    for (file, body) in recorded("belpost") {
        let asked = "EA009036435BY";
        if file.contains("422") {
            let replies = decode(&[number(asked)], 422, &body).expect("an answer");
            assert_eq!(result(&replies, asked), &Err(Trouble::MalformedNumber));
            continue;
        }
        let replies = decode(&[number(asked)], 200, &body).expect("an answer");
        let events = &report(&replies, asked).events;
        assert_eq!(events.len(), 11);
        assert_eq!(facts(&replies, asked).state, Some(State::UNDERWAY));
        assert_eq!(instant(&events[0]), "2022-05-18 11:19:00 UTC");
        assert_eq!(events[2].state, Some(state(Status::InTransit, SubStatus::Departure)));
        assert!(!says_delivered(&replies));
    }
}

#[test]
fn it_claims_its_own_numbers_and_those_of_other_posts_perhaps() {
    assert_eq!((ownership("belpost", OWN), ownership("belpost", FOREIGN)), (Ownership::Own, Ownership::Possible));
    assert_eq!(
        (ownership("belpost", "LP00990000000017"), ownership("belpost", "80080900000016")),
        (Ownership::No, Ownership::No)
    );
}

#[tokio::test]
async fn the_number_goes_in_a_json_body() {
    let (check, request) = asked("belpost", &[], FOREIGN, "belpost/in_transit.json").await;
    assert_eq!(report(check.result.as_ref().expect("replies"), FOREIGN).events.len(), 7);
    assert_eq!((request.method.as_str(), request.url.path()), ("POST", "/api/v1/tracking"));
    assert_eq!(request.body_json::<serde_json::Value>().expect("json"), serde_json::json!({ "number": FOREIGN }));
    assert!(check.exchanges[0].question.contains(FOREIGN));
    assert_eq!(unreachable("belpost", &[], FOREIGN).await, Outcome::Temporary);
}

proptest! {
    #[test]
    fn a_word_inside_a_sentence_delivers_nothing(before in "[a-zа-я]{1,12}", after in "[a-zа-я ]{0,12}") {
        for word in ["delivered", "вручено", "вручение адресату"] {
            let step = serde_json::json!({ "event": format!("{before} {word} {after}"), "timestamp": 1_794_300_000 });
            let body = serde_json::json!({ "data": [{ "number": OTHER, "steps": [step] }] }).to_string();
            let replies = decode(&[number(OTHER)], 200, body.as_bytes()).expect("an answer");
            prop_assert!(!says_delivered(&replies));
        }
    }
}
