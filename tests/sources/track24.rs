//! Track24: its recordings, the request, and whatever else may come back.

use posylka::domain::{Finding, Outcome, Precision, Reply, State, Status, SubStatus, Trouble};
use posylka::sources::Ownership;
use posylka::sources::track24::decode;

use crate::ask::{asked, patient, source, unreachable};
use crate::support::{facts, number, numbers, ownership, recorded, recording, report, says_delivered, state};

const NUMBER: &str = "RB900000314SG";
const OTHER: &str = "LB900000328HK";
const SECRETS: [(&str, &str); 2] = [("key", "hunter2"), ("domain", "parcels.example")];

fn replies(file: &str, asked: &str) -> Vec<Reply> {
    decode(&[number(asked)], 200, &recording(&format!("track24/{file}"))).expect("an answer")
}

#[test]
fn a_parcel_is_followed_and_what_track24_makes_up_is_dropped() {
    let replies = replies("in_transit.json", NUMBER);
    let (facts, events) = (facts(&replies, NUMBER), &report(&replies, NUMBER).events);
    let texts: Vec<_> = events.iter().map(|e| e.text.to_string()).collect();
    let expected = [
        "Обработка: Прибыло в сортировочный центр",
        "Приём на таможню",
        "Экспорт международной почты",
        "Item accepted at counter",
    ];
    assert_eq!(texts, expected);
    assert_eq!(facts.state, Some(State::UNDERWAY));
    assert_eq!((facts.origin.map(|c| c.to_string()), facts.destination.map(|c| c.to_string())), {
        (Some("SG".to_owned()), Some("RU".to_owned()))
    });
    assert_eq!(facts.carrier.as_deref(), Some("Почта России"));
    assert_eq!(facts.service.as_deref(), Some("Регистрируемое почтовое отправление"));
    assert_eq!(events[0].place.as_deref(), Some("140960 Подольск МСЦ"));
    let time = events[0].time.expect("a time");
    assert_eq!((time.to_string().as_str(), time.offset()), ("2026-11-15T06:37:22", None));
    assert_eq!(events[2].time.expect("a date").precision(), Precision::Day);
    assert_eq!((events[0].text_lang.as_deref(), events[3].text_lang.as_deref()), (Some("ru"), None));
    assert!(!format!("{replies:?}").contains("***"), "names and addresses are dropped");
}

#[test]
fn waiting_delivered_and_returned_are_told_apart() {
    let waiting = replies("waiting.json", NUMBER);
    assert_eq!(facts(&waiting, NUMBER).state, Some(state(Status::AvailableForPickup, SubStatus::Other)));
    assert!(!says_delivered(&waiting));
    let delivered = replies("delivered.json", NUMBER);
    assert_eq!(facts(&delivered, NUMBER).state, Some(state(Status::Delivered, SubStatus::Other)));
    assert_eq!(facts(&delivered, NUMBER).status_text.as_deref(), Some("Вручение: Вручение адресату"));
    let marked = replies("marked_delivered.json", OTHER);
    assert_eq!(facts(&marked, OTHER).state, Some(state(Status::Delivered, SubStatus::Other)));
    let returned = replies("returned.json", NUMBER);
    assert_eq!(facts(&returned, NUMBER).state, Some(state(Status::Exception, SubStatus::Returned)));
    assert!(!says_delivered(&returned), "the mark counts only where no event contradicts it");
}

#[test]
fn only_made_up_events_mean_an_unknown_number() {
    assert_eq!(report(&replies("unknown.json", OTHER), OTHER).finding, Finding::Unknown);
    let outside = replies("newest_outside_the_list.json", OTHER);
    assert_eq!(report(&outside, OTHER).events.len(), 1);
    assert_eq!(facts(&outside, OTHER).state, Some(state(Status::InTransit, SubStatus::PickedUp)));
}

#[test]
fn refusals_are_told_apart() {
    let at = |status, file: &str| decode(&[number(OTHER)], status, &recording(&format!("track24/{file}")));
    let Err(Trouble::NotUnderstood { path }) = at(200, "error.json") else { panic!("an error") };
    assert_eq!(&*path, "status: error Неверный API ключ или домен");
    assert_eq!(at(200, "limits_used_up.json"), Err(Trouble::BudgetSpent));
    assert_eq!(at(403, "error.json"), Err(Trouble::BadKey));
    assert_eq!(at(429, "error.json"), Err(Trouble::RateLimited { retry_after: None }));
    assert!(matches!(at(503, "error.json"), Err(Trouble::Temporary { .. })));
    assert_eq!(at(200, "captcha.html"), Err(Trouble::Blocked));
    assert!(matches!(at(200, "delivered.json"), Err(Trouble::NotUnderstood { .. })), "it is about another number");
    assert!(matches!(decode(&[number(OTHER)], 200, br#"{"status":"ok"}"#), Err(Trouble::NotUnderstood { .. })));
}

#[test]
fn odd_types_and_nulls_lose_only_themselves() {
    let nulls = replies("nulls.json", OTHER);
    assert_eq!(report(&nulls, OTHER).events.len(), 1);
    assert_eq!(facts(&nulls, OTHER).state, Some(State::UNDERWAY));
    let odd = replies("wrong_types.json", OTHER);
    let events = &report(&odd, OTHER).events;
    assert_eq!(events.len(), 2);
    assert_eq!((events[1].time, events[1].place.as_deref()), (None, Some("17")));
    assert_eq!(&*events[0].text, "Обработка");
    assert!(!says_delivered(&odd));
}

#[test]
fn recorded_bodies_are_read() {
    for (file, body) in recorded("track24") {
        let replies = decode(&[number(OTHER)], 200, &body).expect("an answer");
        let (facts, events) = (facts(&replies, OTHER), &report(&replies, OTHER).events);
        if file == "ok_minimal_emulator_2025.json" {
            assert_eq!(facts.state, Some(state(Status::Delivered, SubStatus::Other)));
            assert_eq!(events.len(), 2);
            continue;
        }
        assert_eq!(facts.state, Some(state(Status::InTransit, SubStatus::PickedUp)), "{file}");
        assert_eq!((events.len(), &*events[0].text), (1, "Прием"), "{file}");
    }
}

#[tokio::test]
async fn key_and_domain_go_along_and_are_not_shown() {
    let (check, request) = asked("track24", &SECRETS, NUMBER, "track24/in_transit.json").await;
    assert_eq!(report(check.result.as_ref().expect("replies"), NUMBER).events.len(), 4);
    assert_eq!((request.method.as_str(), request.url.path()), ("GET", "/tracking.json.php"));
    let query: Vec<_> = request.url.query_pairs().map(|(name, value)| format!("{name}={value}")).collect();
    assert_eq!(query, ["code=RB900000314SG", "apiKey=hunter2", "domain=parcels.example"]);
    let question = &check.exchanges[0].question;
    assert!(question.contains(NUMBER) && !question.contains("hunter2") && !question.contains("parcels.example"));
    assert_eq!(unreachable("track24", &SECRETS, NUMBER).await, Outcome::Temporary);
    assert_eq!(ownership("track24", NUMBER), Ownership::Possible);
}

#[tokio::test]
async fn an_empty_secret_is_a_bad_key_and_nobody_is_asked() {
    let track24 = source("track24", "http://127.0.0.1:1", &[("key", "hunter2"), ("domain", " ")]);
    let check = track24.ask(&patient(), &numbers([NUMBER])).await;
    assert_eq!(check.result, Err(Trouble::BadKey));
    assert!(check.exchanges.is_empty());
}
