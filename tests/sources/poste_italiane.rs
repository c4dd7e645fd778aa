//! Poste Italiane: what it is asked, and its reading of recordings and of spoiled ones.

use std::time::Duration;

use posylka::domain::{Finding, Reply, Status, SubStatus, Trouble};
use posylka::sources::Ownership;
use posylka::sources::poste_italiane::{PROFILE, decode};
use proptest::prelude::*;
use serde_json::{Value, json};
use wiremock::matchers::{body_json, method, path};
use wiremock::{Mock, MockServer, ResponseTemplate};

use crate::asking::source;
use crate::common::fixtures;
use crate::hostile::{bodies, says_delivered, spoiled};
use crate::http::live;
use crate::support::{facts, instant, number, numbers, recording, report, result, state};

const KNOWN: &str = "RA900000019IT";

fn replies(file: &str) -> Vec<Reply> {
    decode(&[number(KNOWN)], 200, &recording(&format!("poste-italiane/{file}"))).expect("an answer")
}

#[test]
fn on_its_way() {
    let replies = replies("in_transit.json");
    let (facts, events) = (facts(&replies, KNOWN), &report(&replies, KNOWN).events);
    assert_eq!(facts.state, Some(state(Status::InTransit, SubStatus::CustomsProcessing)));
    let eta = facts.eta.expect("an expected day");
    assert_eq!((eta.from.to_string(), eta.to), ("2026-11-27".to_owned(), eta.from));
    assert_eq!(events.len(), 3);
    let times: Vec<String> = events.iter().map(|e| e.time.expect("a time").to_string()).collect();
    assert_eq!(times, ["2026-10-27T08:00:00", "2026-10-26T10:30:00", "2026-10-24T11:30:00"], "clocks of Italy");
    assert_eq!(instant(&events[0]), "2026-10-27 07:00:00 UTC");
    assert_eq!(events[0].place.as_deref(), Some("Milano Esempio"));
}

#[test]
fn delivered() {
    let replies = replies("delivered.json");
    assert_eq!(facts(&replies, KNOWN).state, Some(state(Status::Delivered, SubStatus::Other)));
    let states: Vec<_> = report(&replies, KNOWN).events.iter().map(|e| e.state.map(|s| s.status)).collect();
    assert_eq!(states[..2], [Some(Status::Delivered), Some(Status::OutForDelivery)]);
}

#[test]
fn back_at_the_sender_or_waiting_is_not_delivered() {
    let back = replies("back_at_the_sender.json");
    assert_eq!(facts(&back, KNOWN).state, Some(state(Status::Exception, SubStatus::Returned)));
    let waiting = replies("waiting.json");
    assert_eq!(facts(&waiting, KNOWN).state, Some(state(Status::AvailableForPickup, SubStatus::Other)));
}

#[test]
fn unknown_is_a_result_and_an_odd_result_is_none() {
    assert_eq!(report(&replies("unknown.json"), KNOWN).finding, Finding::Unknown);
    let odd = replies("error.json");
    let Err(Trouble::NotUnderstood { path }) = result(&odd, KNOWN) else { panic!("not understood") };
    assert_eq!(&**path, "esitoRicerca: 9");
    let captcha = decode(&[number(KNOWN)], 200, &recording("poste-italiane/captcha.html"));
    assert_eq!(captcha, Err(Trouble::Blocked));
}

#[test]
fn an_answer_about_another_number_never_lands_on_the_asked_one() {
    let other = "RA900000022IT";
    let replies = decode(&[number(other)], 200, &recording("poste-italiane/delivered.json")).expect("an answer");
    assert!(matches!(result(&replies, other), Err(Trouble::NotUnderstood { .. })));
}

#[test]
fn nulls_and_wrong_types_lose_only_themselves() {
    for file in ["nulls.json", "wrong_types.json"] {
        let replies = replies(file);
        assert_eq!(facts(&replies, KNOWN).state.map(|s| s.status), Some(Status::OutForDelivery), "{file}");
    }
    let wrong = replies("wrong_types.json");
    let events = &report(&wrong, KNOWN).events;
    assert_eq!((events.len(), events[0].time), (2, None));
    assert_eq!(instant(&events[1]), "2026-01-01 00:00:00 UTC");
}

#[test]
fn stored_bodies_are_read() {
    let Some(body) = fixtures::body("poste-italiane/ricercasemplice-delivered.json") else { return };
    let asked = "RA00000000001";
    let replies = decode(&[number(asked)], 200, &body).expect("an answer");
    assert_eq!(facts(&replies, asked).state, Some(state(Status::Delivered, SubStatus::Other)));
    assert_eq!(facts(&replies, asked).service.as_deref(), Some("POSTEDELIVERY EUROPE"));
    assert_eq!(facts(&replies, asked).eta.map(|eta| eta.to.to_string()).as_deref(), Some("2026-01-02"));
    let statuses: Vec<_> = report(&replies, asked).events.iter().map(|e| e.state.map(|s| s.status)).collect();
    let expected = [Status::Delivered, Status::OutForDelivery, Status::InTransit, Status::InTransit];
    assert_eq!(statuses, expected.map(Some));
}

#[tokio::test]
async fn it_is_asked_as_its_own_page_asks() {
    let server = MockServer::start().await;
    Mock::given(method("POST"))
        .and(path("/online/dovequando/DQ-REST/ricercasemplice"))
        .and(body_json(json!({ "codiceSpedizione": KNOWN, "tipoRichiedente": "WEB", "periodoRicerca": 1 })))
        .respond_with(ResponseTemplate::new(200).set_body_bytes(recording("poste-italiane/delivered.json")))
        .expect(1)
        .mount(&server)
        .await;
    let asked = numbers([KNOWN]);
    let consultation = source("poste-italiane", &server.uri()).ask(&live(Duration::from_secs(30)), &asked).await;
    assert_eq!(report(consultation.result.as_ref().expect("replies"), KNOWN).events.len(), 4);
}

#[test]
fn only_its_own_numbers_are_claimed() {
    let fit = |text| PROFILE.ownership_of(&number(text));
    assert_eq!(
        [fit("5P1234D567890"), fit("2UW1A2B3C4D5E"), fit(KNOWN)],
        [Ownership::Own, Ownership::Own, Ownership::Possible]
    );
    assert_eq!([fit("LP00990000000017"), fit("RA900000019ES"), fit("1234567890")], [Ownership::No; 3]);
}

/// Whether a body says "delivered" in words or by its state.
fn speaks_of_delivery(body: &[u8]) -> bool {
    let text = String::from_utf8_lossy(body);
    let tree: Value = serde_json::from_str(&text).unwrap_or_default();
    let is_five = |state: &Value| match state {
        Value::Number(number) => number.as_f64().is_some_and(|n| (5.0..6.0).contains(&n)),
        Value::String(text) => text.contains('5'),
        _ => false,
    };
    text.to_lowercase().contains("consegnat") || is_five(&tree["stato"])
}

proptest! {
    #[test]
    fn any_bytes_are_survived(status in 100_u16..600, body in prop::collection::vec(any::<u8>(), 0..2048)) {
        let replies = decode(&[number(KNOWN)], status, &body);
        prop_assert!(!replies.is_ok_and(|replies| says_delivered(&replies)));
    }

    #[test]
    fn spoiled_answers_are_survived(
        (asked, body) in spoiled(bodies("poste-italiane", &["in_transit.json", "delivered.json", "waiting.json"]))
    ) {
        if let Ok(replies) = decode(&asked, 200, &body) {
            prop_assert_eq!(replies.len(), asked.len());
            prop_assert!(speaks_of_delivery(&body) || !says_delivered(&replies));
        }
    }
}
