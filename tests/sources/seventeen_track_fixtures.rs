//! 17TRACK's reading of every recorded body.

use posylka::domain::{Event, Reply, State, Status, SubStatus, Trouble};
use posylka::sources::seventeen_track::{decode, decode_registration, decode_tracks};
use serde_json::{Value, json};

use crate::common::fixtures;
use crate::support::{facts, instant, number, numbers, report, state};

fn body(file: &str) -> Option<Vec<u8>> {
    fixtures::body(&format!("17track/{file}"))
}

fn replies(file: &str, asked: &str) -> Option<Vec<Reply>> {
    Some(decode(&[number(asked)], 200, &body(file)?).expect("an answer"))
}

#[test]
fn a_delivery_in_brazil_without_a_zone() {
    let asked = "AA123456789BR";
    let Some(replies) = replies("aio17track_v2.4_gettrackinfo_correios_2151.json", asked) else { return };
    let (facts, events) = (facts(&replies, asked), &report(&replies, asked).events);
    assert_eq!(facts.state, Some(state(Status::Delivered, SubStatus::Other)));
    assert_eq!((facts.carrier.as_deref(), facts.last_mile.as_deref()), (Some("Correios"), None));
    assert!(facts.handovers.is_empty(), "the local number is the same one");
    assert_eq!(events.len(), 3);
    let printed = events[0].time.expect("a time");
    assert_eq!((printed.to_string().as_str(), printed.offset()), ("2026-06-30T14:23:00", None));
    assert_eq!(instant(&events[1]), "2026-06-28T11:40:00Z".replace('T', " ").replace('Z', " UTC"));
    assert_eq!((&*events[0].text, events[0].text_lang.as_deref()), ("Objeto entregue ao destinatário", Some("pt")));
}

#[test]
fn an_unknown_sub_status_spoils_nothing() {
    let asked = "YT2616912345678901";
    let Some(body) = body("aio17track_v2.4_gettrackinfo_yanwen_190012.json") else { return };
    let tracks = decode_tracks(&numbers([asked, "21213123123230"]), 200, &body).expect("an answer");
    assert_eq!(tracks.unregistered, numbers(["21213123123230"]), "its carrier is a text");
    let (facts, events) = (facts(&tracks.replies, asked), &report(&tracks.replies, asked).events);
    assert_eq!(facts.state, Some(state(Status::InTransit, SubStatus::Arrival)));
    let states: Vec<Option<State>> = events.iter().map(|e: &Event| e.state).collect();
    let picked_up = state(Status::InTransit, SubStatus::PickedUp);
    assert_eq!(states, [facts.state, Some(State::UNDERWAY), Some(picked_up)]);
    assert_eq!(facts.destination.map(|c| c.to_string()).as_deref(), Some("US"));
    assert_eq!(
        facts.eta.map(|e| (e.from.to_string(), e.to.to_string())),
        Some(("2026-07-08".into(), "2026-07-12".into()))
    );
}

#[test]
fn a_notification_holds_the_same_as_an_answer() {
    let Some(body) = body("v2_webhook_ups_delivered_2022-04.json") else { return };
    let note: Value = serde_json::from_slice(&body).expect("a notification");
    let body = json!({ "code": 0, "data": { "accepted": [note["data"]], "rejected": [] } }).to_string();
    let asked = "1Z0000000000000000";
    let replies = decode(&[number(asked)], 200, body.as_bytes()).expect("an answer");
    let (facts, events) = (facts(&replies, asked), &report(&replies, asked).events);
    assert_eq!(facts.state, Some(state(Status::Delivered, SubStatus::Other)));
    assert_eq!((facts.carrier.as_deref(), facts.service.as_deref()), (Some("UPS"), Some("UPS Ground")));
    assert_eq!(events.len(), 5);
    assert_eq!((events[0].raw_code.as_deref(), events[2].state), (Some("Delivered"), None));
    assert_eq!(events[4].state, Some(State::only(Status::InfoReceived)));
    assert_eq!(instant(&events[0]), "2022-04-04 23:35:22 UTC");
}

#[test]
fn registrations_are_told_apart() {
    let outcomes = |file: &str, asked: &[&str]| {
        let asked: Vec<_> = asked.iter().map(|text| number(text)).collect();
        let read = decode_registration(&asked, 200, &body(file)?).expect("an answer");
        Some(read.into_iter().map(|registered| registered.outcome).collect::<Vec<_>>())
    };
    if let Some(known) = outcomes("aio17track_v2.4_register_already_registered.json", &["AA123456789BR"]) {
        assert_eq!(known, [Ok(())]);
    }
    if let Some(mixed) = outcomes("aio17track_v2.4_register_mixed.json", &["AA123456789BR", "12345"]) {
        assert_eq!(mixed[0], Ok(()));
        assert!(matches!(mixed[1], Err(Trouble::NotUnderstood { .. })), "it answers about 1234");
    }
    if let Some(mixed) = outcomes("v2.2_register_mixed.json", &["RR123456789CN"]) {
        assert_eq!(mixed, [Ok(())]);
    }
}

#[test]
fn failed_calls_are_read() {
    let trouble = |file: &str| Some(decode(&numbers(["AA123456789BR"]), 200, &body(file)?).expect_err("a trouble"));
    if let Some(bad_key) = trouble("v2.2_error_invalid_key.json") {
        assert_eq!(bad_key, Trouble::BadKey);
    }
    if let Some(limited) = trouble("v2.2_error_429.json") {
        assert_eq!(limited, Trouble::RateLimited { retry_after: None });
    }
}

#[test]
fn answers_to_other_questions_are_never_taken_for_a_state() {
    for file in ["getquota", "gettracklist_page", "webhook_tracking_stopped", "register_mixed"] {
        let Some(replies) = body(&format!("aio17track_v2.4_{file}.json")) else { return };
        let Ok(replies) = decode(&numbers(["AA123456789BR"]), 200, &replies) else { continue };
        for reply in replies.into_iter().filter_map(|reply| reply.result.ok()) {
            assert!(reply.events.is_empty(), "{file}");
        }
    }
}
