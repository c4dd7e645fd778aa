//! Ship24: what it is asked, and how its answers are read.

use posylka::domain::{Finding, Outcome, Precision, Reply, State, Status, SubStatus, Trouble};
use posylka::sources::ship24::decode;
use serde_json::{Value, json};
use wiremock::ResponseTemplate;

use crate::ask::{KEY, Question, asked, header, outcome};
use crate::common::fixtures;
use crate::support::{facts, instant, number, numbers, recording, report, result, says_delivered, state};

const ASKED: &str = "RB900000019CN";
const LAST_MILE: &str = "RB900000022DE";

fn replies(file: &str) -> Vec<Reply> {
    decode(&[number(ASKED)], 201, &recording(&format!("ship24/{file}"))).expect("an answer")
}

fn trouble(status: u16, file: &str) -> Trouble {
    decode(&[number(ASKED)], status, &recording(&format!("ship24/{file}"))).expect_err("a trouble")
}

#[test]
fn several_couriers_tell_one_journey() {
    let replies = replies("in_transit.json");
    let (facts, events) = (facts(&replies, ASKED), &report(&replies, ASKED).events);
    assert_eq!(facts.state, Some(state(Status::InTransit, SubStatus::CustomsProcessing)));
    assert_eq!((facts.carrier.as_deref(), facts.service.as_deref()), (Some("de-post"), Some("Registered")));
    assert_eq!(facts.handovers, numbers([LAST_MILE]));
    let countries = [facts.origin, facts.destination].map(|country| country.map(|c| c.to_string()));
    assert_eq!(countries, [Some("CN".to_owned()), Some("DE".to_owned())]);
    let eta = facts.eta.expect("expected days");
    assert_eq!((eta.from.to_string(), eta.to.to_string()), ("2026-11-23".to_owned(), "2026-11-24".to_owned()));
    let texts: Vec<_> = events.iter().map(|e| e.text.to_string()).collect();
    assert_eq!(texts, ["Held by customs", "Departed from Shenzhen", "Package received"]);
    assert_eq!(instant(&events[0]), "2026-11-18 05:12:57 UTC");
    assert_eq!(events[1].time.map(|t| t.precision()), Some(Precision::Day));
    assert_eq!(events[2].time.map(|t| t.instant()), Some(None), "a wall time keeps its unknown zone");
    let turned = self::replies("oldest_first_without_order.json");
    assert_eq!(report(&turned, ASKED).events, *events);
}

#[test]
fn delivered_is_only_what_the_addressee_has() {
    let delivered = replies("delivered.json");
    assert_eq!(facts(&delivered, ASKED).state, Some(state(Status::Delivered, SubStatus::Other)));
    assert!(!format!("{delivered:?}").contains("Erfunden"));
    let waiting = replies("pickup.json");
    assert_eq!(facts(&waiting, ASKED).state, Some(state(Status::AvailableForPickup, SubStatus::Other)));
    let returned = replies("returned.json");
    assert_eq!(facts(&returned, ASKED).state, Some(state(Status::Exception, SubStatus::Returned)));
    assert!(!says_delivered(&waiting) && !says_delivered(&returned));
}

#[test]
fn pending_without_events_is_an_unknown_number() {
    assert_eq!(report(&replies("unknown.json"), ASKED).finding, Finding::Unknown);
    let not_found = decode(&[number(ASKED)], 404, &recording("ship24/parcel_not_found.json")).expect("an answer");
    assert_eq!(report(&not_found, ASKED).finding, Finding::Unknown);
}

#[test]
fn a_tracker_of_another_number_is_not_taken() {
    assert!(matches!(result(&replies("another_number.json"), ASKED), Err(Trouble::NotUnderstood { .. })));
}

#[test]
fn errors_are_read_by_their_code_whatever_the_status() {
    for status in [200, 400, 402, 403, 429] {
        assert_eq!(trouble(status, "quota.json"), Trouble::BudgetSpent, "{status}");
    }
    assert_eq!(trouble(403, "no_subscription.json"), Trouble::BadKey);
    assert_eq!(trouble(401, "bad_key.json"), Trouble::BadKey);
    assert_eq!(trouble(429, "too_many.json"), Trouble::RateLimited { retry_after: None });
    let bad = decode(&[number(ASKED)], 400, &recording("ship24/bad_number.json")).expect("an answer");
    assert_eq!(result(&bad, ASKED), &Err(Trouble::MalformedNumber));
    assert!(matches!(trouble(400, "bad_country.json"), Trouble::NotUnderstood { .. }));
    assert!(matches!(trouble(200, "bad_key.json"), Trouble::NotUnderstood { .. }));
    assert!(matches!(trouble(503, "too_many.json"), Trouble::Temporary { .. }));
    assert_eq!(trouble(200, "captcha.html"), Trouble::Blocked);
    assert_eq!(trouble(403, "captcha.html"), Trouble::Blocked);
    assert!(matches!(trouble(200, "truncated.json"), Trouble::NotUnderstood { .. }));
    let empty = decode(&[number(ASKED)], 200, b"{}").expect_err("a trouble");
    assert!(matches!(empty, Trouble::NotUnderstood { .. }));
}

#[test]
fn odd_types_and_nulls_lose_only_themselves() {
    let nulls = replies("nulls.json");
    assert_eq!(facts(&nulls, ASKED).state, Some(State::UNDERWAY));
    assert_eq!(report(&nulls, ASKED).events.len(), 1);
    let odd = replies("wrong_types.json");
    let texts: Vec<_> = report(&odd, ASKED).events.iter().map(|e| e.text.to_string()).collect();
    assert_eq!(texts, ["404", "Scanned"]);
    assert_eq!(facts(&odd, ASKED).state, Some(State::UNDERWAY));
    assert_eq!(facts(&odd, ASKED).handovers, numbers([LAST_MILE]));
}

#[test]
fn every_recorded_body_is_read() {
    let body = |file: &str| fixtures::body(&format!("ship24/{file}.json"));
    if let Some(body) = body("trackers-track-200") {
        let asked = "9400115901047177598206";
        let replies = decode(&[number(asked)], 200, &body).expect("an answer");
        assert_eq!(facts(&replies, asked).state, Some(state(Status::Delivered, SubStatus::Other)));
        assert_eq!(facts(&replies, asked).handovers, numbers(["9400111202544843610364"]));
        let events = &report(&replies, asked).events;
        assert_eq!((events.len(), &*events[0].text), (9, "Delivered to the addressee"));
        assert_eq!(events[0].time.map(|t| t.offset()), Some(None));
    }
    if let Some(body) = body("error-quota-limit-reached") {
        assert_eq!(decode(&[number(ASKED)], 403, &body), Err(Trouble::BudgetSpent));
    }
    if let Some(body) = body("error-validation") {
        assert!(matches!(decode(&[number(ASKED)], 400, &body), Err(Trouble::NotUnderstood { .. })));
    }
}

#[tokio::test]
async fn one_request_makes_and_reads_a_tracker() {
    let (check, request) = asked("ship24", KEY, ASKED, "ship24/in_transit.json").await;
    assert_eq!(report(&check.result.expect("replies"), ASKED).events.len(), 3);
    assert_eq!((request.method.as_str(), request.url.path()), ("POST", "/public/v1/trackers/track"));
    assert_eq!(header(&request, "authorization"), Some("Bearer hunter2"));
    assert_eq!(header(&request, "content-type"), Some("application/json"));
    assert_eq!(request.body_json::<Value>().expect("JSON"), json!({ "trackingNumber": ASKED }));
    assert!(!check.exchanges[0].question.contains("hunter2"));
}

#[tokio::test]
async fn a_used_up_quota_is_said_so_and_the_answer_is_kept() {
    let answer = ResponseTemplate::new(403).set_body_bytes(recording("ship24/quota.json"));
    let question = Question { id: "ship24", secrets: KEY, language: None, number: ASKED };
    let (check, _) = question.answered_by(answer).await;
    assert_eq!(outcome(&check), Outcome::BudgetSpent);
    assert_eq!(check.exchanges[0].body, recording("ship24/quota.json"));
}
