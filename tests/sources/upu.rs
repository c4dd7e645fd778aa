//! The UPU: its recordings, the request, and whatever else may come back.

use posylka::domain::{Cause, Finding, Outcome, Reply, State, Status, SubStatus, Trouble};
use posylka::sources::upu::decode;
use posylka::sources::{Ownership, Role, profiles};
use proptest::prelude::*;

use crate::ask::{asked, unreachable};
use crate::support::{event, facts, number, ownership, recorded, recording, report, says_delivered, state};

const NUMBER: &str = "EB900000420CN";
const OTHER: &str = "CP900000416DE";

fn replies(file: &str) -> Vec<Reply> {
    decode(&[number(NUMBER)], 200, &recording(&format!("upu/{file}"))).expect("an answer")
}

#[test]
fn events_come_in_either_order_and_forecasts_are_dropped() {
    for file in ["in_transit.json", "newest_first.json"] {
        let replies = replies(file);
        let (facts, events) = (facts(&replies, NUMBER), &report(&replies, NUMBER).events);
        let codes: Vec<_> = events.iter().filter_map(|e| e.raw_code.as_deref()).collect();
        assert_eq!(codes, ["EDB", "EMD", "EMC", "EXA", "EMA"], "{file}");
        assert_eq!(facts.state, Some(state(Status::InTransit, SubStatus::CustomsProcessing)));
        assert_eq!(facts.status_text.as_deref(), Some("Item presented to import Customs"));
        assert_eq!(facts.eta, None);
        let countries = [facts.origin, facts.destination].map(|c| c.expect("a country").to_string());
        assert_eq!(countries, ["CN", "DE"]);
        let time = events[4].time.expect("a time");
        assert_eq!((time.to_string().as_str(), time.offset()), ("2026-10-27T16:48:00", None));
        assert_eq!(events[0].text_lang.as_deref(), Some("en"));
    }
}

#[test]
fn only_a_delivery_in_the_addressees_country_is_one() {
    let delivered = replies("delivered.json");
    assert_eq!(facts(&delivered, NUMBER).state, Some(state(Status::Delivered, SubStatus::Other)));
    assert!(!format!("{delivered:?}").contains("MUSTERMANN"), "signatures are dropped");
    let sent_back = replies("delivered_to_the_sender.json");
    assert!(!says_delivered(&sent_back));
    assert_eq!(facts(&sent_back, NUMBER).state.map(|s| s.status), Some(Status::DeliveryFailure));
    let waiting = replies("waiting.json");
    assert_eq!(facts(&waiting, NUMBER).state, Some(state(Status::AvailableForPickup, SubStatus::Other)));
}

#[test]
fn an_empty_answer_is_an_unknown_number() {
    for body in [&recording("upu/empty.txt")[..], b" \r\n", b"[]"] {
        let replies = decode(&[number(NUMBER)], 200, body).expect("an answer");
        assert_eq!(report(&replies, NUMBER).finding, Finding::Unknown);
    }
    let forecast = replies("forecast_only.json");
    assert_eq!(Outcome::from(report(&forecast, NUMBER)), Outcome::NoNews);
    assert_eq!(facts(&forecast, NUMBER).state, None);
}

#[test]
fn refusals_are_told_apart() {
    let at = |status, file: &str| decode(&[number(NUMBER)], status, &recording(&format!("upu/{file}")));
    assert_eq!(at(200, "captcha.html"), Err(Trouble::Blocked));
    assert_eq!(at(403, "empty.txt"), Err(Trouble::Refused { why: Cause::Http(403) }));
    assert_eq!(at(429, "empty.txt"), Err(Trouble::RateLimited { retry_after: None }));
    assert!(matches!(at(500, "empty.txt"), Err(Trouble::Temporary { .. })));
    assert!(matches!(at(404, "empty.txt"), Err(Trouble::NotUnderstood { .. })));
    let other = decode(&[number(OTHER)], 200, &recording("upu/delivered.json"));
    assert!(matches!(other, Err(Trouble::NotUnderstood { .. })), "it is about another number");
    assert!(matches!(decode(&[number(OTHER)], 200, b"null"), Err(Trouble::NotUnderstood { .. })));
}

#[test]
fn odd_types_and_nulls_lose_only_themselves() {
    let nulls = replies("nulls.json");
    let events = &report(&nulls, NUMBER).events;
    assert_eq!((events.len(), &*events[0].text, events[0].time), (1, "EMD", None));
    let odd = replies("wrong_types.json");
    let events = &report(&odd, NUMBER).events;
    assert_eq!(events.len(), 2);
    assert_eq!(event(events, "ZZZ").state, None);
    assert_eq!(facts(&odd, NUMBER).state, Some(State::UNDERWAY));
    assert!(!says_delivered(&odd));
}

#[test]
fn recorded_bodies_are_read() {
    let asked = "EB000000005CN";
    for (_, body) in recorded("upu") {
        let replies = decode(&[number(asked)], 200, &body).expect("an answer");
        let events = &report(&replies, asked).events;
        assert_eq!(events.len(), 2, "the forecast is dropped");
        assert_eq!(facts(&replies, asked).state, Some(state(Status::InTransit, SubStatus::CustomsProcessing)));
        assert_eq!(facts(&replies, asked).destination.map(|c| c.to_string()).as_deref(), Some("IN"));
        assert_eq!(events[1].time.expect("a time").to_string(), "2026-09-12T10:48:00");
    }
}

#[test]
fn it_is_the_last_resort_for_any_post() {
    assert_eq!((ownership("upu", NUMBER), ownership("upu", OTHER)), (Ownership::Possible, Ownership::Possible));
    assert_eq!((ownership("upu", "EB900000421CN"), ownership("upu", "80080900000016")), (Ownership::No, Ownership::No));
    let profile = profiles().into_iter().find(|p| p.id == "upu").expect("a source");
    assert_eq!(profile.role, Role::LastResort);
}

#[tokio::test]
async fn the_number_goes_in_the_path() {
    let (check, request) = asked("upu", &[], NUMBER, "upu/in_transit.json").await;
    assert_eq!(report(check.result.as_ref().expect("replies"), NUMBER).events.len(), 5);
    let path = "/gtt.api/service.svc/rest/ItemTTWithTrans/EB900000420CN/EN";
    assert_eq!((request.method.as_str(), request.url.path()), ("GET", path));
    assert_eq!(unreachable("upu", &[], NUMBER).await, Outcome::Temporary);
}

proptest! {
    #[test]
    fn only_one_code_delivers_whatever_the_label_says(code in "[A-Z]{3}") {
        prop_assume!(code != "EMI");
        let event = serde_json::json!({ "EventCd": code, "EventNm": "Final delivery" });
        let body = serde_json::json!([{ "ID": NUMBER, "Events": [event] }]).to_string();
        let replies = decode(&[number(NUMBER)], 200, body.as_bytes()).expect("an answer");
        prop_assert!(!says_delivered(&replies));
    }
}
