//! Sources asked through the real client, or through a replay.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use posylka::domain::{Outcome, SourceId, Trouble};
use posylka::sources::{Http, ReplayAnswer, Request, Secret, Source, SourceSettings, Sources};
use wiremock::matchers::{body_json, header, method, path, query_param};
use wiremock::{Mock, MockServer, ResponseTemplate};

use crate::ask::{KEY, answering, outcome, patient, source};
use crate::support::{numbers, recording, report, result};

const TRANSIT: &str = "LP00990000000017";
const UNKNOWN: &str = "LP00990000000048";

#[tokio::test]
async fn cainiao_is_asked_about_a_batch_in_one_request() {
    let server = MockServer::start().await;
    Mock::given(method("GET"))
        .and(path("/global/detail.json"))
        .and(query_param("mailNos", format!("{TRANSIT},{UNKNOWN}")))
        .and(query_param("lang", "en-US"))
        .and(header("user-agent", "posylka/test"))
        .respond_with(ResponseTemplate::new(200).set_body_bytes(recording("cainiao/batch_of_two.json")))
        .expect(1)
        .mount(&server)
        .await;
    let cainiao = source("cainiao", &format!("{}/", server.uri()), &[]);
    let asked = numbers([TRANSIT, UNKNOWN]);
    let check = cainiao.ask(&patient(), &asked).await;
    assert_eq!(report(check.result.as_ref().expect("replies"), TRANSIT).events.len(), 8);
    let [exchange] = check.exchanges.as_slice() else { panic!("one exchange") };
    let question = format!("GET {}/global/detail.json?mailNos={TRANSIT},{UNKNOWN}&lang=en-US", server.uri());
    assert_eq!((exchange.question.as_str(), exchange.http_status), (question.as_str(), 200));
    assert_eq!(exchange.body, recording("cainiao/batch_of_two.json"));
}

#[tokio::test]
async fn a_rate_limit_says_for_how_long_and_the_answer_is_kept() {
    let answer = ResponseTemplate::new(429).insert_header("retry-after", "90").set_body_string("later");
    let server = answering(answer).await;
    let asked = numbers([TRANSIT]);
    let check = source("cainiao", &server.uri(), &[]).ask(&patient(), &asked).await;
    assert_eq!(check.result, Err(Trouble::RateLimited { retry_after: Some(90) }));
    assert_eq!(check.exchanges[0].body, b"later");
}

#[tokio::test]
async fn an_answer_of_fifty_megabytes_is_too_large_and_its_beginning_is_kept() {
    let server = answering(ResponseTemplate::new(200).set_body_bytes(vec![b'['; 50 * 1024 * 1024])).await;
    let asked = numbers([TRANSIT]);
    let check = source("cainiao", &server.uri(), &[]).ask(&patient(), &asked).await;
    assert_eq!(outcome(&check), Outcome::TooLarge);
    assert_eq!(check.exchanges[0].body.len(), 64 * 1024);
}

#[tokio::test]
async fn without_an_answer_there_is_nothing_to_keep() {
    let asked = numbers([TRANSIT]);
    let check = source("cainiao", "http://127.0.0.1:1", &[]).ask(&patient(), &asked).await;
    assert_eq!(outcome(&check), Outcome::Temporary);
    assert!(check.exchanges.is_empty());
}

const FIRST: &str = "LB900000019CN";
const NEW: &str = "RB900000040CN";

/// Answers `gettrackinfo` about several numbers, about one, and `register`.
async fn seventeen_track(register: &str, reread: &str) -> MockServer {
    let server = MockServer::start().await;
    let both = serde_json::json!([{ "number": FIRST }, { "number": NEW }]);
    let one = serde_json::json!([{ "number": NEW }]);
    for (action, body, file) in [
        ("gettrackinfo", &both, "one_known_one_not_registered.json"),
        ("register", &one, register),
        ("gettrackinfo", &one, reread),
    ] {
        let answer = ResponseTemplate::new(200).set_body_bytes(recording(&format!("17track/{file}")));
        Mock::given(method("POST"))
            .and(path(format!("/track/v2.4/{action}")))
            .and(header("17token", "hunter2"))
            .and(header("content-type", "application/json"))
            .and(body_json(body))
            .respond_with(answer)
            .mount(&server)
            .await;
    }
    server
}

#[tokio::test]
async fn an_unregistered_number_is_registered_and_read_again() {
    for register in ["registered.json", "already_registered.json"] {
        let server = seventeen_track(register, "nothing_yet.json").await;
        let asked = numbers([FIRST, NEW]);
        let check = source("17track", &server.uri(), KEY).ask(&patient(), &asked).await;
        let replies = check.result.expect("replies");
        assert_eq!(report(&replies, FIRST).events.len(), 3);
        assert_eq!(Outcome::from(report(&replies, NEW)), Outcome::NoNews);
        let asked: Vec<_> = check.exchanges.iter().map(|e| e.question.rsplit('/').next()).collect();
        let last = format!(r#"gettrackinfo [{{"number":"{NEW}"}}]"#);
        assert_eq!((asked.len(), asked[2]), (3, Some(last.as_str())));
        assert!(check.exchanges.iter().all(|e| !e.question.contains("hunter2")));
    }
}

#[tokio::test]
async fn a_used_up_quota_spoils_only_the_new_number() {
    let server = seventeen_track("quota_used_up.json", "nothing_yet.json").await;
    let asked = numbers([FIRST, NEW]);
    let check = source("17track", &server.uri(), KEY).ask(&patient(), &asked).await;
    let replies = check.result.expect("replies");
    assert_eq!(report(&replies, FIRST).events.len(), 3);
    assert_eq!(result(&replies, NEW), &Err(Trouble::BudgetSpent));
    assert_eq!(check.exchanges.len(), 2);
}

#[tokio::test]
async fn a_number_that_is_still_not_listed_has_nothing_to_tell_yet() {
    let server = seventeen_track("registered.json", "one_known_one_not_registered.json").await;
    let asked = numbers([FIRST, NEW]);
    let check = source("17track", &server.uri(), KEY).ask(&patient(), &asked).await;
    assert_eq!(Outcome::from(report(&check.result.expect("replies"), NEW)), Outcome::NoNews);
}

#[tokio::test]
async fn a_replay_answers_without_a_network() {
    let asked = Arc::new(Mutex::new(Vec::new()));
    let seen = Arc::clone(&asked);
    let http = Http::replay(Arc::new(move |request: &Request| {
        seen.lock().expect("a list").push(request.question());
        let answer = match request.json_body() {
            Some(_) => recording("17track/bad_key.json"),
            None if request.query("mailNos").as_deref() == Some(TRANSIT) => recording("cainiao/in_transit.json"),
            None => recording("cainiao/unknown.json"),
        };
        ReplayAnswer::json(answer).after(Duration::from_millis(1))
    }));
    let (transit, unknown) = (numbers([TRANSIT]), numbers([UNKNOWN]));
    let cainiao = source("cainiao", "https://cainiao.example", &[]);
    let known = cainiao.ask(&http, &transit).await.result.expect("replies");
    assert_eq!(report(&known, TRANSIT).events.len(), 8);
    let unknown = cainiao.ask(&http, &unknown).await.result.expect("replies");
    assert_eq!(Outcome::from(report(&unknown, UNKNOWN)), Outcome::UnknownNumber);
    let refused = source("17track", "https://17track.example", KEY).ask(&http, &transit).await;
    assert_eq!(outcome(&refused), Outcome::BadKey);
    assert_eq!(asked.lock().expect("a list").len(), 3);
}

/// 17TRACK with a key that this command gives.
fn with_key_of(command: &str, base_url: &str) -> Arc<dyn Source> {
    let secrets = BTreeMap::from([("key".to_owned(), Secret::Command(command.to_owned()))]);
    let settings = SourceSettings { base_url: Some(base_url.to_owned()), secrets, ..SourceSettings::default() };
    let sources = Sources::new(&BTreeMap::from([("17track".to_owned(), settings)]));
    sources.get(&SourceId::new("17track")).expect("a source that is on")
}

#[tokio::test]
async fn a_key_that_a_command_gives_goes_along() {
    let server = seventeen_track("registered.json", "nothing_yet.json").await;
    let check = with_key_of("echo hunter2", &server.uri()).ask(&patient(), &numbers([FIRST, NEW])).await;
    assert_eq!(report(&check.result.expect("replies"), FIRST).events.len(), 3);
}

#[tokio::test]
async fn without_a_key_that_cannot_be_had_nobody_is_asked() {
    let check = with_key_of("false", "http://127.0.0.1:1").ask(&Http::offline(), &numbers([FIRST])).await;
    assert_eq!(outcome(&check), Outcome::SecretUnavailable);
    assert!(check.exchanges.is_empty());
}
