//! Poste Italiane: what it is asked, and its reading of recordings and of spoiled ones.

use posylka::domain::{Finding, Reply, Status, SubStatus, Trouble};
use posylka::sources::Ownership;
use posylka::sources::poste_italiane::{PROFILE, decode};
use serde_json::{Value, json};

use crate::ask::asked;
use crate::common::fixtures;
use crate::support::{facts, instant, number, recording, report, result, state};

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
    let (check, request) = asked("poste-italiane", &[], KNOWN, "poste-italiane/delivered.json").await;
    assert_eq!(report(check.result.as_ref().expect("replies"), KNOWN).events.len(), 4);
    assert_eq!((request.method.as_str(), request.url.path()), ("POST", "/online/dovequando/DQ-REST/ricercasemplice"));
    let question = json!({ "codiceSpedizione": KNOWN, "tipoRichiedente": "WEB", "periodoRicerca": 1 });
    assert_eq!(request.body_json::<Value>().expect("JSON"), question);
}

#[test]
fn only_its_own_numbers_are_claimed() {
    let ownership = |text| PROFILE.ownership_of(&number(text));
    assert_eq!(
        [ownership("5P1234D567890"), ownership("2UW1A2B3C4D5E"), ownership(KNOWN)],
        [Ownership::Own, Ownership::Own, Ownership::Possible]
    );
    assert_eq!(
        [ownership("LP00990000000017"), ownership("RA900000019ES"), ownership("1234567890")],
        [Ownership::No; 3]
    );
}
