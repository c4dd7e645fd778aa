//! What the tests of sources with one number a question share: asking one, and spoiling its answers.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

use posylka::domain::{Finding, Outcome, Reply, SourceId, Status};
use posylka::sources::{CheckResult, Http, Ownership, Secret, Source, SourceSettings, Sources, profiles};
use proptest::prelude::*;
use secrecy::SecretString;
use serde_json::{Value, json};
use wiremock::matchers::method;
use wiremock::{Mock, MockServer, ResponseTemplate};

use crate::common::fixtures;
use crate::http::live;
use crate::support::{number, numbers, recording};

/// A source that asks there, with these secrets.
pub fn source(id: &str, base_url: &str, secrets: &[(&str, &str)]) -> Arc<dyn Source> {
    speaking(None, id, base_url, secrets)
}

/// The same, asked for texts in a language.
pub fn speaking(language: Option<&'static str>, id: &str, base_url: &str, secrets: &[(&str, &str)]) -> Arc<dyn Source> {
    let secret = |(name, value): &(&str, &str)| ((*name).to_owned(), Secret::Plain(SecretString::from(*value)));
    let settings = SourceSettings {
        base_url: Some(base_url.to_owned()),
        secrets: secrets.iter().map(secret).collect(),
        language,
        ..SourceSettings::default()
    };
    Sources::new(&BTreeMap::from([(id.to_owned(), settings)])).get(&SourceId::new(id)).expect("a source that is on")
}

/// A client that waits long enough for any machine.
pub fn patient() -> Http {
    live(Duration::from_secs(30))
}

/// Asks a server that answers everything with this recording; gives back what came, and the one request it got.
pub async fn asked(id: &str, secrets: &[(&str, &str)], of: &str, file: &str) -> (CheckResult, wiremock::Request) {
    asked_in(None, id, secrets, of, file).await
}

/// The same, asked for texts in a language.
pub async fn asked_in(
    language: Option<&'static str>,
    id: &str,
    secrets: &[(&str, &str)],
    of: &str,
    file: &str,
) -> (CheckResult, wiremock::Request) {
    let server = MockServer::start().await;
    let answer = ResponseTemplate::new(200).set_body_bytes(recording(file));
    Mock::given(method("GET")).respond_with(answer.clone()).mount(&server).await;
    Mock::given(method("POST")).respond_with(answer).mount(&server).await;
    let numbers = numbers([of]);
    let consultation = speaking(language, id, &format!("{}/", server.uri()), secrets).ask(&patient(), &numbers).await;
    let mut requests = server.received_requests().await.expect("requests");
    assert_eq!(requests.len(), 1, "one request a question");
    (consultation, requests.remove(0))
}

/// Where an unreachable server leads.
pub async fn unreachable(id: &str, secrets: &[(&str, &str)], of: &str) -> Outcome {
    let numbers = numbers([of]);
    let consultation = source(id, "http://127.0.0.1:1", secrets).ask(&patient(), &numbers).await;
    assert!(consultation.exchanges.is_empty());
    Outcome::from(consultation.result.as_ref().expect_err("a trouble"))
}

/// How a source relates to a number.
pub fn fit(id: &str, text: &str) -> Ownership {
    let profile = profiles().into_iter().find(|profile| profile.id == id).expect("a source");
    profile.ownership_of(&number(text))
}

/// Whether anything in the replies is called delivered.
pub fn says_delivered(replies: &[Reply]) -> bool {
    replies.iter().filter_map(|reply| reply.result.as_ref().ok()).any(|report| {
        let claimed = match &report.finding {
            Finding::Known(facts) => facts.state,
            Finding::Unknown => None,
        };
        report.events.iter().map(|event| event.state).chain([claimed]).flatten().any(|s| s.status == Status::Delivered)
    })
}

/// Bodies to spoil: the project's own, and the recorded ones where they are there.
pub fn bodies(source: &str, own: &[&str]) -> Vec<Vec<u8>> {
    let mut bodies: Vec<Vec<u8>> = own.iter().map(|file| recording(&format!("{source}/{file}"))).collect();
    bodies.extend(recorded(source).into_iter().map(|(_, body)| body));
    bodies
}

/// Every recorded body of a source with its file's name; none where the folder is absent.
pub fn recorded(source: &str) -> Vec<(String, Vec<u8>)> {
    let Some(folder) = fixtures::dir(source) else { return Vec::new() };
    let files = folder.read_dir().expect("the folder").map(|entry| entry.expect("an entry").path());
    let named = |file: std::path::PathBuf| {
        let name = file.file_name().expect("a name").to_string_lossy().into_owned();
        (name, std::fs::read(file).expect("a body"))
    };
    files.map(named).collect()
}

/// Values that no field expects.
fn oddity() -> impl Strategy<Value = Value> {
    prop_oneof![
        Just(Value::Null),
        Just(json!({})),
        Just(json!([[]])),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        any::<String>().prop_map(Value::from),
        Just(json!("\u{1b}]0;x\u{7}\u{202e}")),
        Just(json!("99.99.9999 99:99:99")),
    ]
}

/// Replaces the value at the n-th place of a tree, counted depth first.
fn replace(value: &mut Value, nth: &mut usize, with: &Value) -> bool {
    if *nth == 0 {
        *value = with.clone();
        return true;
    }
    *nth -= 1;
    match value {
        Value::Object(fields) => fields.values_mut().any(|field| replace(field, nth, with)),
        Value::Array(items) => items.iter_mut().any(|item| replace(item, nth, with)),
        _ => false,
    }
}

/// A spoiled body: values replaced where it is JSON, bytes overwritten, a piece cut out, the end cut off.
pub fn spoiled(bodies: Vec<Vec<u8>>) -> impl Strategy<Value = Vec<u8>> {
    let values = prop::collection::vec((0..200_usize, oddity()), 0..5);
    let edits = prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 0..6);
    let piece = prop::option::of((any::<prop::sample::Index>(), 0..200_usize));
    let end = prop::option::of(any::<prop::sample::Index>());
    (prop::sample::select(bodies), values, edits, piece, end).prop_map(|(body, values, edits, piece, end)| {
        let mut bytes = match serde_json::from_slice::<Value>(&body) {
            Ok(mut tree) => {
                for (mut nth, value) in values {
                    replace(&mut tree, &mut nth, &value);
                }
                tree.to_string().into_bytes()
            }
            Err(_) => body,
        };
        bytes.push(b' ');
        for (at, byte) in edits {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        if let Some((from, length)) = piece {
            let from = from.index(bytes.len());
            let to = (from + length).min(bytes.len());
            bytes.drain(from..to);
        }
        if let Some(end) = end {
            bytes.truncate(end.index(bytes.len() + 1));
        }
        bytes
    })
}
