//! The example of a source: it is asked and answers, and `docs/architecture.md` shows exactly this code.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use super::example_post;
use super::http::{Http, ReplayAnswer, Request};
use super::http_source::{HttpDefinition, HttpSource};
use super::source::{CheckResult, Source};
use super::source_settings::SourceSettings;
use crate::domain::{Finding, Reply, Report, Status, TrackingNumber, Trouble};

const NUMBER: &str = "RR473124829IS";
const ANSWER: &str = r#"{"number":"RR473124829IS","events":[
    {"time":"2026-11-20T09:00:00+00:00","place":"Reykjavík","code":"ACCEPTED","text":"Accepted"},
    {"time":"2026-11-21T10:30:00+00:00","place":"Akureyri","code":"DELIVERED","text":"Delivered"}]}"#;

async fn asked(answer: &'static str) -> CheckResult {
    let definition = HttpDefinition::one_request(&example_post::PROFILE, example_post::request, example_post::decode);
    let source = HttpSource::new(definition, SourceSettings { secrets: BTreeMap::new(), ..SourceSettings::default() });
    let http = Http::replay(Arc::new(move |_: &Request| ReplayAnswer::json(answer)));
    source.ask(&http, &[TrackingNumber::parse(NUMBER).expect("a number")]).await
}

fn only_report(result: Result<Vec<Reply>, Trouble>) -> Report {
    result.expect("replies").remove(0).result.expect("a report")
}

#[tokio::test]
async fn the_example_is_asked_and_its_answer_is_read() {
    let answered = asked(ANSWER).await;
    assert_eq!(answered.exchanges[0].question, format!("GET https://api.post.example/tracking/{NUMBER}"));
    let report = only_report(answered.result);
    assert_eq!(report.events.iter().map(|event| &*event.text).collect::<Vec<_>>(), ["Delivered", "Accepted"]);
    let Finding::Known(facts) = report.finding else { panic!("a known number") };
    assert_eq!(facts.state.map(|state| state.status), Some(Status::Delivered));
    let nothing = asked(r#"{"number":"RR473124829IS","events":[]}"#).await;
    assert_eq!(only_report(nothing.result).finding, Finding::Unknown);
}

fn file(path: &str) -> String {
    std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).expect("a file")
}

#[test]
fn the_document_shows_exactly_this_source() {
    let document = file("docs/architecture.md");
    for path in ["src/sources/example_post/mod.rs", "src/sources/example_post/decode.rs"] {
        let block = format!("```rust\n{}```\n", file(path));
        assert!(document.contains(&block), "docs/architecture.md does not show {path} as it is:\n{block}");
    }
    assert!(file("src/sources/example_post/mod.rs").lines().count() <= 40);
}
