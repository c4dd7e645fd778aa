//! Correos: what it is asked, and its reading of recordings and of spoiled ones.

use posylka::domain::{Finding, Outcome, Reply, State, Status, SubStatus, Trouble};
use posylka::sources::Ownership;
use posylka::sources::correos_es::{PROFILE, decode};
use proptest::prelude::*;

use crate::ask::asked;
use crate::common::fixtures;
use crate::support::{event, facts, instant, number, recording, report, result, says_delivered, state};

const KNOWN: &str = "PQ4F6P0990000000000001X";
const OTHER: &str = "RA900000019ES";

fn replies(file: &str) -> Vec<Reply> {
    decode(&[number(KNOWN)], 200, &recording(&format!("correos-es/{file}"))).expect("an answer")
}

#[test]
fn a_summary_that_is_not_known_leaves_it_in_transit_with_its_own_words() {
    let replies = replies("in_transit.json");
    let events = &report(&replies, KNOWN).events;
    assert_eq!(facts(&replies, KNOWN).state, Some(State::UNDERWAY));
    assert_eq!(facts(&replies, KNOWN).status_text.as_deref(), Some("Clasificado"));
    let texts: Vec<&str> = events.iter().map(|event| &*event.text).collect();
    assert_eq!(texts, ["Clasificado", "En aduana", "Admitido"], "newest first");
    assert_eq!(instant(event(events, "A010000V")), "2026-10-24 21:03:58 UTC", "still summer in Madrid");
    assert_eq!(instant(event(events, "P040000V")), "2026-10-28 14:52:17 UTC", "winter");
}

#[test]
fn delivered_without_the_name_of_whoever_took_it() {
    let replies = replies("delivered.json");
    assert_eq!(facts(&replies, KNOWN).state, Some(state(Status::Delivered, SubStatus::Other)));
    assert_eq!(facts(&replies, KNOWN).status_text.as_deref(), Some("Entregado"));
    assert!(!format!("{replies:?}").contains("NADIE"));
}

#[test]
fn waiting_at_the_office_is_not_delivered() {
    let replies = replies("waiting.json");
    assert_eq!(facts(&replies, KNOWN).state, Some(state(Status::AvailableForPickup, SubStatus::Other)));
}

#[test]
fn errors_come_with_success_and_are_told_apart() {
    assert_eq!(report(&replies("unknown.json"), KNOWN).finding, Finding::Unknown);
    assert_eq!(Outcome::from(report(&replies("nothing_yet.json"), KNOWN)), Outcome::NoNews);
    let replies = replies("out_of_order.json");
    assert!(matches!(result(&replies, KNOWN), Err(Trouble::Temporary { .. })));
    let captcha = decode(&[number(KNOWN)], 200, &recording("correos-es/captcha.html"));
    assert_eq!(captcha, Err(Trouble::Blocked));
}

#[test]
fn an_answer_about_another_number_never_lands_on_the_asked_one() {
    let replies = decode(&[number(OTHER)], 200, &recording("correos-es/delivered.json")).expect("an answer");
    assert!(matches!(result(&replies, OTHER), Err(Trouble::NotUnderstood { .. })));
}

#[test]
fn nulls_and_wrong_types_lose_only_themselves() {
    let nulls = replies("nulls.json");
    let events = &report(&nulls, KNOWN).events;
    assert_eq!(events.len(), 2);
    assert_eq!(event(events, "A010000V").time.expect("a date").to_string(), "2026-10-27", "a date stays a date");
    assert_eq!(&*event(events, "P040000V").text, "P040000V");
    let wrong = replies("wrong_types.json");
    let events = &report(&wrong, KNOWN).events;
    assert_eq!((events.len(), event(events, "A010000V").time), (2, None));
}

#[test]
fn stored_bodies_are_read() {
    let Some(object) = fixtures::body("correos-es/canonico-delivered.json") else { return };
    let asked = "PR123456789012345C";
    // What is stored is the one element of the list that is sent.
    let list = [b"[".as_slice(), &object, b"]"].concat();
    for body in [object, list] {
        let replies = decode(&[number(asked)], 200, &body).expect("an answer");
        assert_eq!(facts(&replies, asked).state, Some(state(Status::Delivered, SubStatus::Other)));
        let events = &report(&replies, asked).events;
        assert_eq!((events.len(), instant(&events[0]).as_str()), (4, "2026-04-29 11:12:42 UTC"));
        assert!(!format!("{replies:?}").contains("REDACTED"));
    }
}

#[tokio::test]
async fn it_is_asked_as_its_own_page_asks() {
    let (check, request) = asked("correos-es", &[], KNOWN, "correos-es/delivered.json").await;
    assert_eq!(report(check.result.as_ref().expect("replies"), KNOWN).events.len(), 4);
    let path = format!("/canonico/eventos_envio_servicio/{KNOWN}");
    assert_eq!((request.method.as_str(), request.url.path()), ("GET", path.as_str()));
    assert_eq!(request.url.query(), Some("codAplicacion=60&codCanal=3&codIdioma=ES&indUltEvento=N"));
}

#[test]
fn only_its_own_numbers_are_claimed() {
    let ownership = |text| PROFILE.ownership_of(&number(text));
    assert_eq!([ownership(KNOWN), ownership(OTHER)], [Ownership::Own, Ownership::Possible]);
    assert_eq!(
        [ownership("LP00990000000017"), ownership("RA900000019IT"), ownership("1234567890")],
        [Ownership::No; 3]
    );
}

proptest! {
    #[test]
    fn a_summary_that_is_not_known_never_delivers(summary in "[A-Za-zñáéíóú ]{0,30}") {
        prop_assume!(!summary.trim().to_lowercase().starts_with("entregad"));
        let body = serde_json::json!([{ "codEnvio": KNOWN, "error": { "codError": "0" },
            "eventos": [{ "codEvento": "I01H210V", "desTextoResumen": summary }] }]);
        let replies = decode(&[number(KNOWN)], 200, body.to_string().as_bytes()).expect("an answer");
        prop_assert!(!says_delivered(&replies));
    }
}
