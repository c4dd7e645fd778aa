//! 4PX: what it is asked, and its reading of recordings and of spoiled ones.

use posylka::domain::{Finding, Outcome, Reply, State, Status, SubStatus, Trouble};
use posylka::sources::four_px::{PROFILE, decode};
use posylka::sources::{Http, Ownership};
use serde_json::{Value, json};

use crate::ask::{asked, header, outcome, source};
use crate::common::fixtures;
use crate::support::{event, facts, instant, number, numbers, recording, report, result, says_delivered, state};

const KNOWN: &str = "4PX3009900000018CN";
const UNKNOWN: &str = "4PX3009900000025CN";

fn replies(file: &str, asked: &str) -> Vec<Reply> {
    decode(&[number(asked)], 200, &recording(&format!("four-px/{file}"))).expect("an answer")
}

#[test]
fn on_its_way_with_the_number_of_the_next_carrier() {
    let replies = replies("in_transit.json", KNOWN);
    let (facts, events) = (facts(&replies, KNOWN), &report(&replies, KNOWN).events);
    assert_eq!(facts.state, Some(state(Status::InTransit, SubStatus::CustomsProcessing)));
    assert_eq!(facts.handovers, numbers(["RA900000019ES"]));
    let countries = [facts.origin, facts.destination].map(|c| c.map(|c| c.to_string()));
    assert_eq!(countries, [Some("CN".to_owned()), Some("ES".to_owned())]);
    assert_eq!(events.len(), 4);
    let departure = event(events, "FPX_M_DFOA");
    assert_eq!(departure.state, Some(state(Status::InTransit, SubStatus::Departure)));
    assert_eq!(instant(departure), "2026-11-12 15:40:00 UTC", "the wall time in its zone, not the other one");
    assert_eq!(event(events, "FPX_L_RPIF").state, Some(State::only(Status::InfoReceived)));
    assert_eq!(departure.text_lang.as_deref(), Some("en"));
}

#[test]
fn delivered_and_the_zip_code_is_left_out_of_the_next_number() {
    let replies = replies("delivered.json", KNOWN);
    assert_eq!(facts(&replies, KNOWN).state, Some(state(Status::Delivered, SubStatus::Other)));
    assert_eq!(facts(&replies, KNOWN).handovers, numbers(["9400100000000000000006"]));
    let states: Vec<_> = report(&replies, KNOWN).events.iter().map(|e| e.state.map(|s| s.status)).collect();
    assert_eq!(states[..2], [Some(Status::Delivered), Some(Status::OutForDelivery)]);
}

#[test]
fn a_pickup_point_is_not_the_addressee() {
    let replies = replies("pickup_point.json", KNOWN);
    assert_eq!(facts(&replies, KNOWN).state.map(|s| s.status), Some(Status::AvailableForPickup));
    assert!(!says_delivered(&replies));
}

#[test]
fn unknown_is_a_result() {
    assert_eq!(report(&replies("unknown.json", UNKNOWN), UNKNOWN).finding, Finding::Unknown);
    assert_eq!(report(&replies("nobody.json", UNKNOWN), UNKNOWN).finding, Finding::Unknown);
}

#[test]
fn an_answer_about_another_number_never_lands_on_the_asked_one() {
    let other = replies("in_transit.json", UNKNOWN);
    assert!(matches!(result(&other, UNKNOWN), Err(Trouble::NotUnderstood { .. })));
}

#[test]
fn refusals_are_told_apart() {
    let trouble = |status, file: &str| decode(&[number(KNOWN)], status, &recording(&format!("four-px/{file}")));
    assert_eq!(trouble(200, "captcha.html"), Err(Trouble::Blocked));
    assert_eq!(trouble(429, "nobody.json"), Err(Trouble::RateLimited { retry_after: None }));
    let Err(Trouble::NotUnderstood { path }) = trouble(200, "error.json") else { panic!("not understood") };
    assert_eq!(&*path, "result 0: 系统繁忙");
}

#[test]
fn nulls_and_wrong_types_lose_only_themselves() {
    let nulls = replies("nulls.json", KNOWN);
    let events = &report(&nulls, KNOWN).events;
    assert_eq!(events.len(), 1);
    assert_eq!(&*events[0].text, "FPX_M_DFOA");
    assert_eq!(events[0].time.expect("a wall time").offset(), None, "no zone was said");
    let wrong = replies("wrong_types.json", KNOWN);
    // The newest of the two scans has no code that could be read.
    assert_eq!(facts(&wrong, KNOWN).state, Some(State::UNDERWAY));
    assert_eq!(facts(&wrong, KNOWN).handovers, []);
    assert_eq!(report(&wrong, KNOWN).events.len(), 2);
}

#[test]
fn stored_bodies_are_read() {
    let asked = "4PX0000000000001CN";
    let read = |file: &str| fixtures::body(&format!("four-px/{file}")).map(|b| decode(&[number(asked)], 200, &b));
    let Some(delivered) = read("listTrackV3-delivered.json") else { return };
    let delivered = delivered.expect("an answer");
    assert_eq!(facts(&delivered, asked).state, Some(state(Status::Delivered, SubStatus::Other)));
    assert_eq!(facts(&delivered, asked).handovers, numbers(["9400100000000000000006"]));
    let events = &report(&delivered, asked).events;
    assert_eq!(events.len(), 8);
    assert_eq!(instant(&events[0]), "2026-03-28 18:30:03 UTC");
    assert!(!format!("{delivered:?}").contains("REDACTED"), "postcodes are dropped");
    let unknown = read("listTrackV3-not-found.json").expect("a body").expect("an answer");
    assert_eq!(report(&unknown, asked).finding, Finding::Unknown);
}

#[tokio::test]
async fn it_is_asked_as_its_own_page_asks() {
    let (check, request) = asked("four-px", &[], KNOWN, "four-px/in_transit.json").await;
    assert_eq!(report(check.result.as_ref().expect("replies"), KNOWN).events.len(), 4);
    assert_eq!((request.method.as_str(), request.url.path()), ("POST", "/track/v2/front/listTrackV3"));
    assert_eq!(header(&request, "content-type"), Some("application/json"));
    let question = json!({ "queryCodes": [KNOWN], "language": "en-us", "translateLanguage": "" });
    assert_eq!(request.body_json::<Value>().expect("JSON"), question);
    assert_eq!(check.exchanges.len(), 1);
    let offline = source("four-px", "http://127.0.0.1:1", &[]).ask(&Http::offline(), &numbers([KNOWN])).await;
    assert_eq!(outcome(&offline), Outcome::Temporary);
}

#[test]
fn only_its_own_numbers_are_claimed() {
    let ownership = |text| PROFILE.ownership_of(&number(text));
    assert_eq!([ownership(KNOWN), ownership("304212345678")], [Ownership::Own, Ownership::Own]);
    assert_eq!(
        [ownership("LP00990000000017"), ownership("RA900000019ES"), ownership("1234567890")],
        [Ownership::No; 3]
    );
}
