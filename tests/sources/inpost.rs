//! `InPost`: what it is asked, and how its answers are read.

use posylka::domain::{Cause, Finding, Outcome, Precision, Reply, State, Status, SubStatus, Trouble};
use posylka::sources::Ownership;
use posylka::sources::inpost::decode;
use wiremock::ResponseTemplate;

use crate::ask::{Question, asked, header, outcome};
use crate::common::fixtures;
use crate::support::{
    event, facts, instant, number, numbers, ownership, recording, report, result, says_delivered, state,
};

const ASKED: &str = "640000000000000000000017";

fn replies(file: &str) -> Vec<Reply> {
    decode(&[number(ASKED)], 200, &recording(&format!("inpost/{file}"))).expect("an answer")
}

fn trouble(status: u16, file: &str) -> Trouble {
    decode(&[number(ASKED)], status, &recording(&format!("inpost/{file}"))).expect_err("a trouble")
}

#[test]
fn a_parcel_on_its_way() {
    let replies = replies("in_transit.json");
    let (facts, events) = (facts(&replies, ASKED), &report(&replies, ASKED).events);
    assert_eq!(facts.state, Some(State::UNDERWAY));
    assert_eq!(facts.status_text.as_deref(), Some("adopted at sorting center"));
    assert_eq!((facts.carrier.as_deref(), facts.service.as_deref()), (Some("InPost"), Some("inpost locker standard")));
    let codes: Vec<_> = events.iter().map(|e| e.raw_code.as_deref()).collect();
    assert_eq!(codes, [Some("adopted_at_sorting_center"), Some("collected_from_sender"), Some("confirmed")]);
    assert_eq!((instant(&events[0]).as_str(), events[0].place.as_deref()), ("2026-11-14 01:12:00 UTC", Some("WAW")));
    assert_eq!(events[2].state, Some(State::only(Status::InfoReceived)));
    let turned = self::replies("oldest_first.json");
    assert_eq!(report(&turned, ASKED).events, *events);
}

#[test]
fn delivered_is_only_what_the_addressee_has() {
    let waiting = replies("in_locker.json");
    assert_eq!(facts(&waiting, ASKED).state, Some(state(Status::AvailableForPickup, SubStatus::Other)));
    let text = facts(&waiting, ASKED).status_text.as_deref();
    assert_eq!(text, Some("ready to pickup: ZZZ01X, Zmyślona 1, 00-000 Przykładowo"));
    assert!(!format!("{waiting:?}").contains("Prywatna"));
    let collected = replies("collected.json");
    assert_eq!(facts(&collected, ASKED).state, Some(state(Status::Delivered, SubStatus::Other)));
    assert_eq!(facts(&collected, ASKED).status_text.as_deref(), Some("delivered"));
    let back = replies("back_at_sender.json");
    assert_eq!(facts(&back, ASKED).state, Some(state(Status::Exception, SubStatus::Returned)));
    assert!(!says_delivered(&waiting) && !says_delivered(&back));
}

#[test]
fn an_unknown_status_hides_nothing() {
    let replies = replies("unknown_status.json");
    assert_eq!(facts(&replies, ASKED).state, Some(State::UNDERWAY));
    assert_eq!(event(&report(&replies, ASKED).events, "teleported").state, None);
}

#[test]
fn an_unknown_number_is_a_404_about_the_number() {
    let unknown = decode(&[number(ASKED)], 404, &recording("inpost/unknown.json")).expect("an answer");
    assert_eq!(report(&unknown, ASKED).finding, Finding::Unknown);
    assert!(matches!(trouble(404, "no_such_address.json"), Trouble::NotUnderstood { .. }));
    assert_eq!(trouble(404, "captcha.html"), Trouble::Blocked);
    assert!(matches!(result(&replies("another_number.json"), ASKED), Err(Trouble::NotUnderstood { .. })));
}

#[test]
fn refusals_are_troubles() {
    assert_eq!(trouble(200, "captcha.html"), Trouble::Blocked);
    assert_eq!(trouble(403, "unknown.json"), Trouble::Refused { why: Cause::Http(403) });
    assert_eq!(trouble(429, "unknown.json"), Trouble::RateLimited { retry_after: None });
    assert!(matches!(trouble(500, "unknown.json"), Trouble::Temporary { .. }));
    assert!(matches!(trouble(200, "truncated.json"), Trouble::NotUnderstood { .. }));
    assert!(matches!(result(&replies("no_list.json"), ASKED), Err(Trouble::NotUnderstood { .. })));
    let empty = decode(&numbers([ASKED]), 200, b"{}").expect("an answer");
    assert!(matches!(result(&empty, ASKED), Err(Trouble::NotUnderstood { .. })));
}

#[test]
fn odd_types_and_nulls_lose_only_themselves() {
    let nulls = replies("nulls.json");
    assert_eq!(facts(&nulls, ASKED).state, Some(State::only(Status::InfoReceived)));
    assert_eq!(report(&nulls, ASKED).events.len(), 1);
    let odd = replies("wrong_types.json");
    let events = &report(&odd, ASKED).events;
    let texts: Vec<_> = events.iter().map(|e| e.text.to_string()).collect();
    assert_eq!(texts, ["7", "out for delivery"]);
    assert_eq!(events[0].time.map(|t| t.precision()), Some(Precision::Day));
    assert_eq!(facts(&odd, ASKED).state, Some(State::UNDERWAY), "nothing better than the newest status says");
}

#[test]
fn every_recorded_body_is_read() {
    let Some(body) = fixtures::body("inpost/shipx-v1-tracking-delivered.json") else { return };
    let asked = "640000000000000000000001";
    let replies = decode(&[number(asked)], 200, &body).expect("an answer");
    assert_eq!(facts(&replies, asked).state, Some(state(Status::Delivered, SubStatus::Other)));
    let events = &report(&replies, asked).events;
    assert_eq!((events.len(), instant(&events[0]).as_str()), (3, "2026-05-04 08:00:00 UTC"));
}

#[tokio::test]
async fn one_number_is_one_request_without_a_key() {
    let (check, request) = asked("inpost", &[], ASKED, "inpost/in_transit.json").await;
    assert_eq!(report(&check.result.expect("replies"), ASKED).events.len(), 3);
    let path = format!("/v1/tracking/{ASKED}");
    assert_eq!((request.method.as_str(), request.url.path()), ("GET", path.as_str()));
    assert_eq!(header(&request, "accept"), Some("application/json"));
    let question = &check.exchanges[0].question;
    assert!(question.starts_with("GET http://127.0.0.1:") && question.ends_with(&path), "{question}");
}

#[tokio::test]
async fn a_404_is_an_answer_and_a_page_a_block() {
    let question = Question { id: "inpost", secrets: &[], language: None, number: ASKED };
    let unknown = ResponseTemplate::new(404).set_body_bytes(recording("inpost/unknown.json"));
    let (known, _) = question.answered_by(unknown).await;
    assert_eq!(Outcome::from(report(&known.result.expect("replies"), ASKED)), Outcome::UnknownNumber);
    let page = ResponseTemplate::new(403).set_body_bytes(recording("inpost/captcha.html"));
    let (blocked, _) = question.answered_by(page).await;
    assert_eq!(outcome(&blocked), Outcome::Blocked);
}

#[test]
fn twenty_four_digits_that_start_with_five_or_six_are_its_own() {
    for own in ["640000000000000000000001", "520000000000000000000001"] {
        assert_eq!(ownership("inpost", own), Ownership::Own, "{own}");
    }
    for other in ["323211000000000000000001", "64000000000000000000001", "6400000000000000000000A1", "RB900000019PL"] {
        assert_eq!(ownership("inpost", other), Ownership::No, "{other}");
    }
}
