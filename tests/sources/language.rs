//! Sources that can answer in the reader's language are asked for it, and the carrier's own words stay.

use posylka::domain::Event;
use posylka::sources::{russian_post, seventeen_track, track24};
use serde_json::json;
use wiremock::matchers::path;
use wiremock::{Mock, MockServer, ResponseTemplate};

use crate::ask::{Question, patient, query, speaking};
use crate::support::{number, numbers, recording, report};

const POST: [(&str, &str); 2] = [("login", "me"), ("password", "hunter2")];
const TRACK24: [(&str, &str); 2] = [("key", "hunter2"), ("domain", "parcels.example")];

fn answer(file: &str) -> ResponseTemplate {
    ResponseTemplate::new(200).set_body_bytes(recording(file))
}

fn words(events: &[Event]) -> Vec<(&str, Option<&str>)> {
    events.iter().map(|event| (event.text.as_str(), event.translation.as_deref())).collect()
}

#[tokio::test]
async fn track24_is_asked_for_the_reader_s_language() {
    for (language, wanted) in [(Some("ru"), Some("ru")), (Some("en"), Some("en")), (None, None)] {
        let question = Question { id: "track24", secrets: &TRACK24, language, number: "RB900000314SG" };
        let (_, request) = question.answered_by(answer("track24/in_transit.json")).await;
        assert_eq!(query(&request, "lng").as_deref(), wanted);
    }
}

#[tokio::test]
async fn russian_post_is_asked_in_english_where_that_is_the_reader_s_language() {
    for (language, wanted) in [(Some("en"), "ENG"), (Some("ru"), "RUS"), (None, "RUS")] {
        let question = Question { id: "russian-post", secrets: &POST, language, number: "RB900000226CN" };
        let (check, request) = question.answered_by(answer("russian-post/in_transit.xml")).await;
        let body = String::from_utf8(request.body).expect("UTF-8");
        assert!(body.contains(&format!("<data:Language>{wanted}</data:Language>")), "{body}");
        assert!(check.exchanges[0].question.contains(&format!("Language={wanted}")));
    }
}

#[tokio::test]
async fn seventeen_track_registers_a_number_with_the_reader_s_language_and_reads_it_without() {
    const NEW: &str = "RB900000040CN";
    for (language, item) in [(Some("ru"), json!([{ "number": NEW, "lang": "ru" }])), (None, json!([{ "number": NEW }]))]
    {
        let server = MockServer::start().await;
        for (action, file) in [("register", "registered.json"), ("gettrackinfo", "one_known_one_not_registered.json")] {
            let answer = answer(&format!("17track/{file}"));
            Mock::given(path(format!("/track/v2.4/{action}"))).respond_with(answer).mount(&server).await;
        }
        let source = speaking(language, "17track", &server.uri(), &[("key", "hunter2")]);
        source.ask(&patient(), &numbers([NEW])).await;
        let requests = server.received_requests().await.expect("requests");
        let bodies = |action: &str| {
            let of = requests.iter().filter(|request| request.url.path().ends_with(action));
            of.map(|request| request.body_json().expect("JSON")).collect::<Vec<serde_json::Value>>()
        };
        assert_eq!(bodies("register"), [item]);
        assert!(bodies("gettrackinfo").iter().all(|body| *body == json!([{ "number": NEW }])), "{requests:?}");
    }
}

#[test]
fn track24_translates_beside_the_carrier_s_own_words() {
    let body = recording("track24/in_transit.json");
    let replies = track24::decode(&[number("RB900000314SG")], 200, &body).expect("an answer");
    let events = &report(&replies, "RB900000314SG").events;
    assert_eq!(words(events)[3], ("Item accepted at counter", Some("Принято в отделении")));
    assert_eq!(words(events)[1], ("Приём на таможню", None), "what is in the language already is not said twice");
}

#[test]
fn seventeen_track_translates_beside_the_carrier_s_own_words() {
    let body = recording("17track/in_transit.json");
    let replies = seventeen_track::decode(&[number("LB900000019CN")], 200, &body).expect("an answer");
    let events = &report(&replies, "LB900000019CN").events;
    assert_eq!(words(events)[2], ("离开始发国", Some("Left the country of origin")));
    assert_eq!(words(events)[0], ("Handed to customs", None));
}

/// Only words and their language differ: the store knows the scan again by the rest.
#[test]
fn russian_post_says_the_same_in_english() {
    let events = |file: &str| {
        let body = recording(&format!("russian-post/{file}"));
        let replies = russian_post::decode(&[number("RB900000226CN")], 200, &body).expect("an answer");
        report(&replies, "RB900000226CN").events.clone()
    };
    let (russian, english) = (events("in_transit.xml"), events("in_english.xml"));
    assert_eq!(russian.len(), english.len());
    for (russian, english) in russian.iter().zip(&english) {
        assert_eq!((russian.text_lang.as_deref(), english.text_lang.as_deref()), (Some("ru"), Some("en")));
        assert!(russian.raw_code.is_some());
        let (text, text_lang) = (russian.text.clone(), russian.text_lang.clone());
        assert_eq!(Event { text, text_lang, ..english.clone() }, *russian);
    }
}
