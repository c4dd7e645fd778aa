//! Asking one source, on loopback.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

use posylka::domain::{Outcome, SourceId};
use posylka::sources::{CheckResult, Http, Secret, Source, SourceSettings, Sources};
use secrecy::SecretString;
use wiremock::matchers::any;
use wiremock::{Mock, MockServer, ResponseTemplate};

use crate::http::live;
use crate::support::{numbers, recording};

/// Secrets by name.
pub type SecretList<'a> = &'a [(&'a str, &'a str)];

/// The secrets of a source that needs a key only.
pub const KEY: SecretList<'static> = &[("key", "hunter2")];

/// A source that asks there, with these secrets.
pub fn source(id: &str, base_url: &str, secrets: SecretList<'_>) -> Arc<dyn Source> {
    speaking(None, id, base_url, secrets)
}

/// The same, asked for texts in a language.
pub fn speaking(language: Option<&'static str>, id: &str, base_url: &str, secrets: SecretList<'_>) -> Arc<dyn Source> {
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

/// What came of a question that failed.
pub fn outcome(result: &CheckResult) -> Outcome {
    Outcome::from(result.result.as_ref().expect_err("a trouble"))
}

/// A server that answers everything so.
pub async fn answering(answer: ResponseTemplate) -> MockServer {
    let server = MockServer::start().await;
    Mock::given(any()).respond_with(answer).mount(&server).await;
    server
}

/// A question about one number.
#[derive(Clone, Copy)]
pub struct Question<'a> {
    pub id: &'a str,
    pub secrets: SecretList<'a>,
    pub language: Option<&'static str>,
    pub number: &'a str,
}

impl Question<'_> {
    /// Asks a server that answers everything so; gives back what came, and the one request it got.
    pub async fn answered_by(self, answer: ResponseTemplate) -> (CheckResult, wiremock::Request) {
        let server = answering(answer).await;
        let source = speaking(self.language, self.id, &format!("{}/", server.uri()), self.secrets);
        let result = source.ask(&patient(), &numbers([self.number])).await;
        let mut requests = server.received_requests().await.expect("requests");
        assert_eq!(requests.len(), 1, "one request a question");
        (result, requests.remove(0))
    }
}

/// Asks a server that answers with a recording.
pub async fn asked(id: &str, secrets: SecretList<'_>, number: &str, file: &str) -> (CheckResult, wiremock::Request) {
    let answer = ResponseTemplate::new(200).set_body_bytes(recording(file));
    Question { id, secrets, language: None, number }.answered_by(answer).await
}

/// A query parameter of a request, decoded.
pub fn query(request: &wiremock::Request, name: &str) -> Option<String> {
    request.url.query_pairs().find(|(key, _)| key == name).map(|(_, value)| value.into_owned())
}

/// A header of a request.
pub fn header<'a>(request: &'a wiremock::Request, name: &str) -> Option<&'a str> {
    request.headers.get(name).map(|value| value.to_str().expect("text"))
}

/// Where an unreachable server leads.
pub async fn unreachable(id: &str, secrets: SecretList<'_>, of: &str) -> Outcome {
    let result = source(id, "http://127.0.0.1:1", secrets).ask(&patient(), &numbers([of])).await;
    assert!(result.exchanges.is_empty());
    outcome(&result)
}
