//! La Poste: what it is asked, and how its answers are read.

use posylka::domain::{Finding, Outcome, Reply, State, Status, SubStatus, Trouble};
use posylka::sources::la_poste::decode;
use wiremock::ResponseTemplate;

use crate::ask::{KEY, Question, asked, header, outcome};
use crate::common::fixtures;
use crate::support::{event, facts, instant, number, numbers, recording, report, result, says_delivered, state};

const COLISSIMO: &str = "6A00000000017";
const POSTAL: &str = "RB900000019FR";
const PARTNER: &str = "RB900000022DE";

fn replies(file: &str, asked: &str) -> Vec<Reply> {
    decode(&[number(asked)], 200, &recording(&format!("la-poste/{file}"))).expect("an answer")
}

fn trouble(status: u16, file: &str) -> Trouble {
    decode(&[number(COLISSIMO)], status, &recording(&format!("la-poste/{file}"))).expect_err("a trouble")
}

#[test]
fn a_shipment_that_is_known_and_has_no_line_yet_is_announced() {
    let body = br#"{"lang":"fr_FR","returnCode":200,"idShip":"6A00000000017","shipment":{"idShip":"6A00000000017","event":[]}}"#;
    let replies = decode(&[number(COLISSIMO)], 200, body).expect("an answer");
    let state = facts(&replies, COLISSIMO).state;
    assert_eq!(state.map(|state| state.status), Some(Status::InfoReceived));
}

#[test]
fn a_parcel_on_its_way() {
    let replies = replies("in_transit.json", COLISSIMO);
    let (facts, events) = (facts(&replies, COLISSIMO), &report(&replies, COLISSIMO).events);
    assert_eq!(facts.state, Some(State::UNDERWAY));
    assert_eq!(facts.status_text.as_deref(), Some("Your parcel is being processed"));
    assert_eq!((facts.carrier.as_deref(), facts.service.as_deref()), (Some("La Poste"), Some("Colissimo")));
    assert_eq!(facts.eta.map(|eta| eta.to.to_string()).as_deref(), Some("2026-11-19"));
    assert_eq!(facts.destination.map(|c| c.to_string()).as_deref(), Some("FR"));
    assert_eq!(instant(&events[0]), "2026-11-14 07:30:00 UTC");
    assert_eq!(events[0].text_lang.as_deref(), Some("en"));
    assert_eq!(events[1].state, Some(state(Status::InTransit, SubStatus::PickedUp)));
    assert_eq!(events[2].state, Some(State::only(Status::InfoReceived)));
    assert!(!format!("{replies:?}").contains("Inventée"));
    let turned = self::replies("oldest_first.json", COLISSIMO);
    assert_eq!(report(&turned, COLISSIMO).events, *events);
}

#[test]
fn delivered_is_only_what_the_addressee_has() {
    let delivered = replies("delivered.json", COLISSIMO);
    assert_eq!(facts(&delivered, COLISSIMO).state, Some(state(Status::Delivered, SubStatus::Other)));
    let waiting = replies("pickup.json", COLISSIMO);
    assert_eq!(facts(&waiting, COLISSIMO).state, Some(state(Status::AvailableForPickup, SubStatus::Other)));
    let returned = replies("to_sender.json", COLISSIMO);
    assert_eq!(facts(&returned, COLISSIMO).state, Some(state(Status::Exception, SubStatus::Returned)));
    assert!(!says_delivered(&waiting) && !says_delivered(&returned));
}

#[test]
fn the_partner_abroad_has_a_number_of_its_own() {
    let replies = replies("abroad.json", POSTAL);
    let facts = facts(&replies, POSTAL);
    assert_eq!(facts.handovers, numbers([PARTNER]));
    assert_eq!(facts.last_mile.as_deref(), Some("Beispiel Post"));
    // A step that is not known leaves nothing finer than "in transit".
    assert_eq!(facts.state, Some(State::UNDERWAY));
    assert_eq!(event(&report(&replies, POSTAL).events, "QQ9").state, None);
    let asked = "RB900000019CN";
    let inbound = self::replies("from_abroad.json", asked);
    let facts = crate::support::facts(&inbound, asked);
    assert_eq!((facts.last_mile.as_deref(), facts.handovers.as_slice()), (None, [].as_slice()));
}

#[test]
fn an_unknown_and_a_malformed_number_are_told_apart() {
    for (status, file) in [(404, "unknown.json"), (200, "unknown.json"), (200, "unknown_104.json")] {
        let replies = decode(&[number(COLISSIMO)], status, &recording(&format!("la-poste/{file}")));
        assert_eq!(report(&replies.expect("an answer"), COLISSIMO).finding, Finding::Unknown, "{status} {file}");
    }
    for status in [200, 400] {
        let replies = decode(&[number(COLISSIMO)], status, &recording("la-poste/malformed.json"));
        assert_eq!(result(&replies.expect("an answer"), COLISSIMO), &Err(Trouble::MalformedNumber));
    }
}

#[test]
fn a_list_answers_each_number_by_its_name() {
    let asked = numbers([COLISSIMO, POSTAL, PARTNER]);
    let replies = decode(&asked, 207, &recording("la-poste/list.json")).expect("an answer");
    assert_eq!(report(&replies, POSTAL).events.len(), 3);
    assert_eq!(report(&replies, COLISSIMO).finding, Finding::Unknown);
    assert_eq!(result(&replies, PARTNER), &Err(Trouble::MalformedNumber));
    let other = self::replies("another_number.json", COLISSIMO);
    assert!(matches!(result(&other, COLISSIMO), Err(Trouble::NotUnderstood { .. })));
}

#[test]
fn refusals_are_troubles() {
    assert_eq!(trouble(401, "unauthorized.json"), Trouble::BadKey);
    assert_eq!(trouble(429, "unauthorized.json"), Trouble::RateLimited { retry_after: None });
    assert_eq!(trouble(200, "captcha.html"), Trouble::Blocked);
    assert_eq!(trouble(404, "captcha.html"), Trouble::Blocked);
    assert!(matches!(trouble(503, "server_error.json"), Trouble::Temporary { .. }));
    assert!(matches!(trouble(200, "truncated.json"), Trouble::NotUnderstood { .. }));
    assert!(matches!(trouble(404, "unauthorized.json"), Trouble::NotUnderstood { .. }), "not about the number");
    let inner = replies("server_error.json", COLISSIMO);
    assert!(matches!(result(&inner, COLISSIMO), Err(Trouble::Temporary { .. })));
    let inner = replies("unauthorized.json", COLISSIMO);
    assert!(matches!(result(&inner, COLISSIMO), Err(Trouble::NotUnderstood { .. })));
}

#[test]
fn odd_types_and_nulls_lose_only_themselves() {
    let nulls = replies("nulls.json", COLISSIMO);
    assert_eq!(facts(&nulls, COLISSIMO).state, Some(State::UNDERWAY));
    assert_eq!(report(&nulls, COLISSIMO).events.len(), 1);
    let odd = replies("wrong_types.json", COLISSIMO);
    let texts: Vec<_> = report(&odd, COLISSIMO).events.iter().map(|e| e.text.to_string()).collect();
    assert_eq!(texts, ["8", "MD2"]);
    assert_eq!(facts(&odd, COLISSIMO).state, Some(State::UNDERWAY), "nothing better than the newest code says");
}

#[test]
fn every_recorded_body_is_read() {
    let body = |file: &str| fixtures::body(&format!("la-poste/{file}.json"));
    if let Some(body) = body("suivi-v2-domestic-delivered") {
        let replies = decode(&[number(COLISSIMO)], 200, &body).expect("an answer");
        let (facts, events) = (facts(&replies, COLISSIMO), &report(&replies, COLISSIMO).events);
        assert_eq!(facts.state, Some(state(Status::Delivered, SubStatus::Other)));
        assert_eq!((events.len(), events[0].raw_code.as_deref()), (5, Some("DI1")));
        assert_eq!(instant(&events[0]), "2025-06-03 12:23:00 UTC");
    }
    if let Some(body) = body("suivi-v2-invalid-400") {
        // It names a number of sixty characters, which nobody can have asked about here.
        let replies = decode(&[number(COLISSIMO)], 400, &body);
        assert!(matches!(replies, Err(Trouble::NotUnderstood { .. })));
    }
}

#[tokio::test]
async fn one_number_is_one_request_with_the_key_in_a_header() {
    let (check, request) = asked("la-poste", KEY, COLISSIMO, "la-poste/in_transit.json").await;
    assert_eq!(report(&check.result.expect("replies"), COLISSIMO).events.len(), 3);
    let path = format!("/suivi/v2/idships/{COLISSIMO}");
    assert_eq!((request.method.as_str(), request.url.path()), ("GET", path.as_str()));
    assert_eq!(request.url.query(), Some("lang=en_GB"));
    assert_eq!(header(&request, "x-okapi-key"), Some("hunter2"));
    assert_eq!(header(&request, "accept"), Some("application/json"));
    assert!(!check.exchanges[0].question.contains("hunter2"));
}

#[tokio::test]
async fn a_wrong_key_is_said_so() {
    let answer = ResponseTemplate::new(401).set_body_bytes(recording("la-poste/unauthorized.json"));
    let question = Question { id: "la-poste", secrets: KEY, language: None, number: COLISSIMO };
    let (check, _) = question.answered_by(answer).await;
    assert_eq!(outcome(&check), Outcome::BadKey);
}
