//! Nova Poshta: what it is asked, and how its answers are read.

use posylka::domain::{Afterwards, Cause, Finding, Outcome, Precision, Reply, State, Status, SubStatus, Trouble};
use posylka::sources::History;
use posylka::sources::nova_poshta::decode;
use serde_json::json;
use wiremock::matchers::{body_json, header, method, path};
use wiremock::{Mock, MockServer, ResponseTemplate};

use crate::ask::{answering, outcome, patient, source};
use crate::common::fixtures;
use crate::support::{facts, number, numbers, recording, report, result, state};

const TRANSIT: &str = "20450000000017";
const WAITING: &str = "59000000000024";
const RECEIVED: &str = "20450000000031";
const UNKNOWN: &str = "20450000000048";
const BAD: &str = "59000000000055";

fn replies(file: &str, asked: &str) -> Vec<Reply> {
    decode(&[number(asked)], 200, &recording(&format!("nova-poshta/{file}"))).expect("an answer")
}

fn trouble(file: &str) -> Trouble {
    decode(&numbers([TRANSIT, UNKNOWN]), 200, &recording(&format!("nova-poshta/{file}"))).expect_err("a trouble")
}

#[test]
fn the_status_is_one_event_in_kyiv_wall_time() {
    let replies = replies("in_transit.json", TRANSIT);
    let (facts, events) = (facts(&replies, TRANSIT), &report(&replies, TRANSIT).events);
    assert_eq!(facts.state, Some(State::UNDERWAY));
    assert_eq!(facts.status_text.as_deref(), Some("Відправлення прямує до міста Зразкове"));
    assert_eq!(facts.eta.map(|eta| eta.to.to_string()).as_deref(), Some("2026-11-15"));
    let [event] = events.as_slice() else { panic!("one event") };
    let time = event.time.expect("a time");
    assert_eq!((time.to_string().as_str(), time.offset()), ("2026-11-13T20:14:02", None));
    assert_eq!((event.text_lang.as_deref(), event.raw_code.as_deref()), (Some("uk"), Some("5")));
    assert_eq!((&*event.text, event.place.as_deref()), ("Відправлення прямує до міста Зразкове", None));
}

#[test]
fn a_parcel_at_a_branch_or_in_a_locker_is_not_delivered() {
    for (file, place) in
        [("pickup.json", "Зразкове, Відділення №7: вул. Вигадана, 3"), ("locker.json", "Зразкове, Поштомат №4321")]
    {
        let replies = replies(file, WAITING);
        assert_eq!(facts(&replies, WAITING).state, Some(state(Status::AvailableForPickup, SubStatus::Other)));
        assert_eq!(report(&replies, WAITING).events[0].place.as_deref(), Some(place));
    }
    let kept = facts(&replies("pickup.json", WAITING), WAITING).storage.expect("a last free day");
    assert_eq!((kept.until.to_string().as_str(), kept.then), ("2026-11-20", Afterwards::Costs));
    assert_eq!(facts(&replies("locker.json", WAITING), WAITING).storage, None);
    let scanned = replies("locker.json", WAITING);
    assert_eq!(report(&scanned, WAITING).events[0].time.map(|t| t.precision()), Some(Precision::Minute));
}

#[test]
fn what_was_received_keeps_its_time_while_the_money_travels() {
    for file in ["delivered.json", "delivered_money_on_its_way.json"] {
        let replies = replies(file, RECEIVED);
        assert_eq!(facts(&replies, RECEIVED).state, Some(state(Status::Delivered, SubStatus::Other)), "{file}");
        let time = report(&replies, RECEIVED).events[0].time.expect("a time");
        assert_eq!(time.to_string(), "2026-11-15T17:01:58", "{file}");
    }
    let refused = replies("refused.json", TRANSIT);
    assert_eq!(facts(&refused, TRANSIT).state, Some(state(Status::Exception, SubStatus::Returning)));
    assert_eq!(&*report(&refused, TRANSIT).events[0].text, "Відмова від отримання: Не підійшов розмір");
}

#[test]
fn names_phones_and_streets_of_people_are_left_behind() {
    for (file, asked) in [("in_transit.json", TRANSIT), ("pickup.json", WAITING), ("delivered.json", RECEIVED)] {
        let shown = format!("{:?}", replies(file, asked));
        for private in ["Особа", "3800", "Приватна"] {
            assert!(!shown.contains(private), "{file}: {private}");
        }
    }
}

#[test]
fn each_number_of_a_batch_has_its_own_reply() {
    let asked = numbers([TRANSIT, UNKNOWN, WAITING, BAD]);
    let replies = decode(&asked, 200, &recording("nova-poshta/batch.json")).expect("an answer");
    assert_eq!(replies.len(), 4);
    assert_eq!(facts(&replies, TRANSIT).state, Some(State::UNDERWAY));
    assert_eq!(report(&replies, UNKNOWN).finding, Finding::Unknown);
    assert_eq!(facts(&replies, WAITING).state.map(|s| s.status), Some(Status::AvailableForPickup));
    assert!(matches!(result(&replies, BAD), Err(Trouble::NotUnderstood { .. })), "never somebody else's entry");
}

#[test]
fn an_unknown_number_is_a_result_in_either_shape() {
    assert_eq!(report(&replies("unknown.json", UNKNOWN), UNKNOWN).finding, Finding::Unknown);
    assert_eq!(report(&replies("no_such_document.json", UNKNOWN), UNKNOWN).finding, Finding::Unknown);
}

#[test]
fn a_bad_number_is_blamed_and_the_others_are_not() {
    assert_eq!(result(&replies("malformed.json", BAD), BAD), &Err(Trouble::MalformedNumber));
    let both = decode(&numbers([TRANSIT, BAD]), 200, &recording("nova-poshta/malformed.json")).expect("an answer");
    assert_eq!(result(&both, BAD), &Err(Trouble::MalformedNumber));
    assert!(matches!(result(&both, TRANSIT), Err(Trouble::Temporary { .. })));
    assert!(matches!(trouble("malformed.json"), Trouble::NotUnderstood { .. }), "nobody is named");
}

#[test]
fn refusals_and_pages_are_troubles() {
    assert_eq!(trouble("too_many_requests.json"), Trouble::RateLimited { retry_after: None });
    assert_eq!(trouble("captcha.html"), Trouble::Blocked);
    assert!(matches!(trouble("truncated.json"), Trouble::NotUnderstood { .. }));
    let told = trouble("other_error.json").detail().map(|detail| detail.to_string());
    assert_eq!(told.as_deref(), Some("success: false 20000999999 Service is being rebuilt"));
    let status = |status, body: &str| decode(&numbers([TRANSIT]), status, body.as_bytes()).expect_err("a trouble");
    assert_eq!(status(403, "{}"), Trouble::Refused { why: Cause::Http(403) });
    assert_eq!(status(429, "{}"), Trouble::RateLimited { retry_after: None });
    assert!(matches!(status(502, "{}"), Trouble::Temporary { .. }));
    assert!(matches!(status(200, "{}"), Trouble::NotUnderstood { .. }));
    assert!(matches!(status(200, r#"{"success":true,"data":{}}"#), Trouble::NotUnderstood { .. }));
}

#[test]
fn odd_types_and_nulls_lose_only_themselves() {
    let nulls = replies("nulls.json", TRANSIT);
    assert_eq!(facts(&nulls, TRANSIT).state, Some(State::UNDERWAY));
    assert_eq!(&*report(&nulls, TRANSIT).events[0].text, "Status 5");
    let odd = replies("wrong_types.json", TRANSIT);
    assert_eq!(facts(&odd, TRANSIT).state, Some(state(Status::OutForDelivery, SubStatus::Other)));
    assert_eq!(report(&odd, TRANSIT).events[0].time.map(|t| t.to_string()).as_deref(), Some("2026-11-13T20:14:00"));
    let none = replies("no_status.json", TRANSIT);
    assert!(matches!(result(&none, TRANSIT), Err(Trouble::NotUnderstood { .. })));
}

#[test]
fn every_recorded_body_is_read() {
    if let Some(body) = fixtures::body("nova-poshta/tracked-by-number.json") {
        let asked = "59000777777777";
        let replies = decode(&[number(asked)], 200, &body).expect("an answer");
        assert_eq!(facts(&replies, asked).state, Some(state(Status::Delivered, SubStatus::Other)));
        let event = &report(&replies, asked).events[0];
        assert_eq!(event.time.map(|t| t.to_string()).as_deref(), Some("2022-03-08T15:16:47"));
        assert_eq!(&*event.text, "Відправлення отримано");
    }
    if let Some(body) = fixtures::body("nova-poshta/invalid-number.json") {
        let replies = decode(&[number(TRANSIT)], 200, &body).expect("an answer");
        assert_eq!(result(&replies, TRANSIT), &Err(Trouble::MalformedNumber));
    }
    // The answers of another service of the same house are not taken for this one's.
    for file in ["tracked-by-number", "invalid-number"] {
        let Some(body) = fixtures::body(&format!("nova-poshta-global/{file}.json")) else { continue };
        assert!(decode(&[number(TRANSIT)], 200, &body).is_err(), "{file}");
    }
}

/// A server that answers the question about these numbers, once.
async fn answers(server: &MockServer, asked: &[&str], file: &str) {
    let documents: Vec<_> = asked.iter().map(|n| json!({ "DocumentNumber": n, "Phone": "" })).collect();
    Mock::given(method("POST"))
        .and(path("/v2.0/json/"))
        .and(header("content-type", "application/json"))
        .and(body_json(json!({
            "apiKey": "",
            "modelName": "TrackingDocument",
            "calledMethod": "getStatusDocuments",
            "methodProperties": { "Documents": documents },
        })))
        .respond_with(ResponseTemplate::new(200).set_body_bytes(recording(&format!("nova-poshta/{file}"))))
        .expect(1)
        .mount(server)
        .await;
}

#[tokio::test]
async fn a_batch_is_one_request_without_phone_and_key() {
    let server = MockServer::start().await;
    answers(&server, &[TRANSIT, UNKNOWN, WAITING], "batch.json").await;
    let asked = numbers([TRANSIT, UNKNOWN, WAITING]);
    let nova_poshta = source("nova-poshta", &server.uri(), &[]);
    assert_eq!(nova_poshta.profile().history, History::NewestOnly);
    let check = nova_poshta.ask(&patient(), &asked).await;
    assert_eq!(Outcome::from(report(&check.result.expect("replies"), WAITING)), Outcome::Answered);
    assert_eq!(check.exchanges.len(), 1);
}

#[tokio::test]
async fn the_rest_of_a_refused_batch_is_asked_about_once_more() {
    let server = MockServer::start().await;
    answers(&server, &[TRANSIT, BAD], "malformed.json").await;
    answers(&server, &[TRANSIT], "in_transit.json").await;
    let asked = numbers([TRANSIT, BAD]);
    let check = source("nova-poshta", &server.uri(), &[]).ask(&patient(), &asked).await;
    let replies = check.result.expect("replies");
    assert_eq!(result(&replies, BAD), &Err(Trouble::MalformedNumber));
    assert_eq!(report(&replies, TRANSIT).events.len(), 1);
    assert_eq!(check.exchanges.len(), 2);
}

#[tokio::test]
async fn a_page_for_people_is_a_block() {
    let page = ResponseTemplate::new(200).set_body_bytes(recording("nova-poshta/captcha.html"));
    let server = answering(page).await;
    let asked = numbers([TRANSIT]);
    let check = source("nova-poshta", &server.uri(), &[]).ask(&patient(), &asked).await;
    assert_eq!(outcome(&check), Outcome::Blocked);
}
