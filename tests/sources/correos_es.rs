//! Correos: what it is asked, and its reading of recordings and of spoiled ones.

use std::time::Duration;

use posylka::domain::{Finding, Outcome, Reply, Status, SubStatus, Trouble};
use posylka::sources::Ownership;
use posylka::sources::correos_es::{PROFILE, decode};
use proptest::prelude::*;
use serde_json::Value;
use wiremock::matchers::{method, path, query_param};
use wiremock::{Mock, MockServer, ResponseTemplate};

use crate::asking::source;
use crate::common::fixtures;
use crate::hostile::{bodies, says_delivered, spoiled};
use crate::http::live;
use crate::support::{event, facts, instant, number, numbers, recording, report, result, state};

const KNOWN: &str = "PQ4F6P0990000000000001X";
const OTHER: &str = "RA900000019ES";

fn replies(file: &str) -> Vec<Reply> {
    decode(&[number(KNOWN)], 200, &recording(&format!("correos-es/{file}"))).expect("an answer")
}

#[test]
fn on_its_way_a_vague_scan_does_not_hide_what_is_known() {
    let replies = replies("in_transit.json");
    let events = &report(&replies, KNOWN).events;
    assert_eq!(facts(&replies, KNOWN).state, Some(state(Status::InTransit, SubStatus::CustomsProcessing)));
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
    let server = MockServer::start().await;
    Mock::given(method("GET"))
        .and(path(format!("/canonico/eventos_envio_servicio/{KNOWN}")))
        .and(query_param("codAplicacion", "60"))
        .and(query_param("codCanal", "3"))
        .and(query_param("codIdioma", "ES"))
        .and(query_param("indUltEvento", "N"))
        .respond_with(ResponseTemplate::new(200).set_body_bytes(recording("correos-es/delivered.json")))
        .expect(1)
        .mount(&server)
        .await;
    let asked = numbers([KNOWN]);
    let consultation = source("correos-es", &server.uri()).ask(&live(Duration::from_secs(30)), &asked).await;
    assert_eq!(report(consultation.result.as_ref().expect("replies"), KNOWN).events.len(), 4);
}

#[test]
fn only_its_own_numbers_are_claimed() {
    let fit = |text| PROFILE.ownership_of(&number(text));
    assert_eq!([fit(KNOWN), fit(OTHER)], [Ownership::Own, Ownership::Possible]);
    assert_eq!([fit("LP00990000000017"), fit("RA900000019IT"), fit("1234567890")], [Ownership::No; 3]);
}

/// Whether a text somewhere in a body speaks of delivery.
fn speaks_of_delivery(body: &[u8]) -> bool {
    fn speaks(value: &Value) -> bool {
        match value {
            Value::Object(fields) => fields.values().any(speaks),
            Value::Array(items) => items.iter().any(speaks),
            Value::String(text) => text.to_lowercase().contains("entregad"),
            _ => false,
        }
    }
    serde_json::from_str(&String::from_utf8_lossy(body)).is_ok_and(|tree| speaks(&tree))
}

proptest! {
    #[test]
    fn any_bytes_are_survived(status in 100_u16..600, body in prop::collection::vec(any::<u8>(), 0..2048)) {
        let replies = decode(&[number(KNOWN)], status, &body);
        prop_assert!(!replies.is_ok_and(|replies| says_delivered(&replies)));
    }

    #[test]
    fn spoiled_answers_are_survived(
        (asked, body) in spoiled(bodies("correos-es", &["in_transit.json", "delivered.json", "waiting.json"]))
    ) {
        if let Ok(replies) = decode(&asked, 200, &body) {
            prop_assert_eq!(replies.len(), asked.len());
            prop_assert!(speaks_of_delivery(&body) || !says_delivered(&replies));
        }
    }

    #[test]
    fn a_summary_that_is_not_known_never_delivers(summary in "[A-Za-zñáéíóú ]{0,30}") {
        prop_assume!(!summary.trim().to_lowercase().starts_with("entregad"));
        let body = serde_json::json!([{ "codEnvio": KNOWN, "error": { "codError": "0" },
            "eventos": [{ "codEvento": "I01H210V", "desTextoResumen": summary }] }]);
        let replies = decode(&[number(KNOWN)], 200, body.to_string().as_bytes()).expect("an answer");
        prop_assert!(!says_delivered(&replies));
    }
}
