//! Sources of the user's own: how the program is run, and how its answer is read.

use std::collections::BTreeMap;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;
use std::time::Duration;

use posylka::domain::{Finding, Outcome, Precision, State, Status, SubStatus, TrackingNumber, Trouble};
use posylka::sources::command_source::decode;
use posylka::sources::{
    CheckResult, CommandSource, CommandSourceSettings, Http, Ownership, Role, Source, SourceSettings, Sources, Switch,
    profiles_of,
};
use proptest::prelude::*;
use serde_json::{Value, json};
use tokio::sync::oneshot;

use crate::hostile::spoil::{named, spoiled};
use crate::http::live;
use crate::support::{event, facts, instant, number, numbers, recording, report, result, says_delivered, state};

const FIRST: &str = "LC10000001";
const SECOND: &str = "LC10000002";

fn settings(own: CommandSourceSettings) -> BTreeMap<String, SourceSettings> {
    let command = Some(CommandSource::new("my-courier", own));
    BTreeMap::from([("my-courier".to_owned(), SourceSettings { command, ..SourceSettings::default() })])
}

fn running(command: &[&str]) -> Arc<dyn Source> {
    let command = command.iter().map(|&part| part.to_owned()).collect();
    let sources = Sources::new(&settings(CommandSourceSettings { command, ..CommandSourceSettings::default() }));
    sources.get(&"my-courier".into()).expect("a source that is on")
}

/// Asks a program that is a line of shell.
async fn shell(line: &str, http: &Http, asked: &[TrackingNumber]) -> CheckResult {
    running(&["sh", "-c", line]).ask(http, asked).await
}

fn patient() -> Http {
    live(Duration::from_mins(1))
}

fn outcome(check: &CheckResult) -> (Outcome, String) {
    let trouble = check.result.as_ref().expect_err("a trouble");
    (Outcome::from(trouble), trouble.detail().map(|detail| detail.to_string()).unwrap_or_default())
}

#[tokio::test]
async fn the_example_answers() {
    let example = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/examples/local-courier.sh");
    let asked = numbers([FIRST, SECOND, "LC10000003", "LC10000009"]);
    let check = running(&[example.to_str().expect("a path")]).ask(&patient(), &asked).await;
    let replies = check.result.expect("replies");
    // "In transit", says the program; its newest event says how far.
    assert_eq!(facts(&replies, FIRST).state, Some(state(Status::InTransit, SubStatus::Arrival)));
    assert_eq!(facts(&replies, FIRST).eta.map(|eta| eta.to.to_string()).as_deref(), Some("2026-11-23"));
    assert_eq!(facts(&replies, SECOND).state.map(|s| s.status), Some(Status::Delivered));
    let delivery = &report(&replies, SECOND).events[0];
    assert_eq!((&*delivery.text, instant(delivery).as_str()), ("Handed to the addressee", "2026-11-19 09:10:00 UTC"));
    assert_eq!(report(&replies, "LC10000003").finding, Finding::Unknown);
    let Err(Trouble::Temporary { what }) = result(&replies, "LC10000009") else { panic!("a trouble") };
    assert_eq!(&**what, "the depot does not answer");
}

#[tokio::test]
async fn the_question_is_one_line_of_json_and_the_answer_is_kept() {
    let folder = tempfile::tempdir().expect("a folder");
    let question = folder.path().join("question");
    let line = format!("cat > {}; printf '{{\"version\":1,\"reports\":[]}}'", question.display());
    let check = shell(&line, &patient(), &numbers([FIRST, SECOND])).await;
    let written = std::fs::read_to_string(question).expect("a question");
    assert_eq!(written, format!(r#"{{"version":1,"numbers":["{FIRST}","{SECOND}"],"language":"en"}}"#));
    let [exchange] = check.exchanges.as_slice() else { panic!("one exchange") };
    assert_eq!(exchange.question, format!("RUN my-courier {written}"));
    assert_eq!((exchange.http_status, exchange.body.as_slice()), (0, br#"{"version":1,"reports":[]}"#.as_slice()));
    assert!(matches!(result(&check.result.expect("replies"), FIRST), Err(Trouble::NotUnderstood { .. })));
}

#[tokio::test]
async fn a_program_that_fails_is_not_read_but_kept() {
    let line = r#"echo '{"version":1,"reports":[]}'; echo oops >&2; exit 3"#;
    let check = shell(line, &patient(), &numbers([FIRST])).await;
    assert_eq!(outcome(&check), (Outcome::Temporary, "the program ended with exit code 3".to_owned()));
    assert_eq!(check.exchanges.len(), 1);
    let killed = shell("kill -9 $$", &patient(), &numbers([FIRST])).await;
    assert_eq!(outcome(&killed), (Outcome::Temporary, "the program was ended by a signal".to_owned()));
    assert!(killed.exchanges.is_empty(), "it said nothing");
}

#[tokio::test]
async fn a_program_that_is_not_there_is_said() {
    let check = running(&["/nowhere/program"]).ask(&patient(), &numbers([FIRST])).await;
    let (outcome, detail) = outcome(&check);
    assert_eq!(outcome, Outcome::Temporary);
    assert!(detail.starts_with("the program cannot be started"), "{detail}");
    let outside = |program: &str| {
        CommandSource::new(
            "x",
            CommandSourceSettings { command: vec![program.to_owned()], ..CommandSourceSettings::default() },
        )
    };
    assert!(outside("sh").is_there() && outside("/bin/sh").is_there());
    assert!(!outside("/nowhere/program").is_there() && !outside("no-such-program-at-all").is_there());
    assert!(!outside("/etc/passwd").is_there(), "a file that may not be run");
}

/// A pipe with a name; the first of the two ends when somebody opens it, the second when the last writer is gone.
fn pipe(folder: &Path) -> (PathBuf, oneshot::Receiver<()>, oneshot::Receiver<()>) {
    let path = folder.join("pipe");
    assert!(Command::new("mkfifo").arg(&path).status().expect("mkfifo").success());
    let read = path.clone();
    let (opened, is_open) = oneshot::channel();
    let (closed, is_closed) = oneshot::channel();
    // Not a thread of the runtime: a pipe that stays open must fail the test, not hold it up.
    std::thread::spawn(move || {
        let mut pipe = std::fs::File::open(read).expect("the pipe");
        let _ = opened.send(());
        pipe.read_to_end(&mut Vec::new()).expect("the pipe is read");
        let _ = closed.send(());
    });
    (path, is_open, is_closed)
}

/// Both a child and the program itself hold the pipe open, and neither would ever end.
fn endless(pipe: &Path) -> String {
    format!("exec 3>{}; sleep 100000 & sleep 100000", pipe.display())
}

const LONG_ENOUGH: Duration = Duration::from_secs(30);

#[tokio::test]
async fn a_program_that_takes_too_long_ends_with_all_its_children() {
    let folder = tempfile::tempdir().expect("a folder");
    let (pipe, _is_open, ended) = pipe(folder.path());
    let check = shell(&endless(&pipe), &live(Duration::from_secs(1)), &numbers([FIRST])).await;
    assert_eq!(outcome(&check), (Outcome::Temporary, "no answer within 1 s".to_owned()));
    tokio::time::timeout(LONG_ENOUGH, ended).await.expect("nothing runs any more").expect("a reader");
}

#[tokio::test]
async fn a_program_ends_when_nobody_waits_for_it_any_more() {
    let folder = tempfile::tempdir().expect("a folder");
    let (pipe, is_open, ended) = pipe(folder.path());
    let line = endless(&pipe);
    let asking = tokio::spawn(async move { shell(&line, &patient(), &numbers([FIRST])).await });
    is_open.await.expect("the program runs");
    asking.abort();
    tokio::time::timeout(LONG_ENOUGH, ended).await.expect("nothing runs any more").expect("a reader");
}

#[tokio::test]
async fn an_endless_answer_is_too_large_and_its_beginning_is_kept() {
    let check = shell("yes '[['", &patient(), &numbers([FIRST])).await;
    assert_eq!(outcome(&check).0, Outcome::TooLarge);
    assert_eq!(check.exchanges[0].body.len(), 64 * 1024);
}

#[tokio::test]
async fn a_flood_of_complaints_and_an_unread_question_stop_nobody() {
    let line = format!(
        "head -c 3000000 /dev/zero >&2; exec <&-; echo '{{\"version\":1,\"reports\":[{{\"number\":\"{FIRST}\",\"known\":false}}]}}'"
    );
    let check = shell(&line, &patient(), &numbers([FIRST])).await;
    assert_eq!(report(&check.result.expect("replies"), FIRST).finding, Finding::Unknown);
}

#[tokio::test]
async fn offline_no_program_is_run() {
    let folder = tempfile::tempdir().expect("a folder");
    let trace = folder.path().join("trace");
    let check = shell(&format!("touch {}", trace.display()), &Http::offline(), &numbers([FIRST])).await;
    assert_eq!(outcome(&check), (Outcome::Temporary, "offline".to_owned()));
    assert!(!trace.exists());
}

/// The last of all sources, and whether it is on.
fn last(settings: &BTreeMap<String, SourceSettings>) -> Option<(&'static str, Switch)> {
    Sources::new(settings).all().last().map(|last| (last.profile.id, last.state))
}

#[test]
fn it_stands_beside_those_that_are_built_in() {
    let own = CommandSourceSettings {
        command: vec!["courier".to_owned(), "--key=hunter2".to_owned()],
        name: Some("My \u{1b}[31mCourier".to_owned()),
        formats: vec!["cdek/cdek10"],
        batch: Some(3),
        daily_budget: Some(7),
        ..CommandSourceSettings::default()
    };
    let mut settings = settings(own);
    assert!(!format!("{settings:?}").contains("hunter2"));
    let profile = *profiles_of(&settings).last().expect("a profile");
    assert_eq!((profile.id, profile.name, profile.batch), ("my-courier", "My [31mCourier", 3));
    assert_eq!((profile.daily_budget, profile.role), (Some(7), Role::Local(&[])));
    let ownership = |text| profile.ownership_of(&number(text));
    assert_eq!([ownership("1234567890"), ownership("LP00990000000017")], [Ownership::Own, Ownership::No]);
    let any = CommandSource::new("any", CommandSourceSettings::default()).profile();
    assert_eq!(any.ownership_of(&number("LP00990000000017")), Ownership::Possible);
    assert_eq!(last(&settings), Some(("my-courier", Switch::On)));
    settings.get_mut("my-courier").expect("settings").enabled = Some(false);
    assert_eq!(last(&settings), Some(("my-courier", Switch::Off)));
}

fn replies(body: &Value, asked: &[TrackingNumber]) -> Result<Vec<posylka::domain::Reply>, Trouble> {
    decode(asked, body.to_string().as_bytes())
}

#[test]
fn a_whole_report_is_read() {
    let replies = decode(&numbers([FIRST, SECOND]), &recording("outside/whole.json")).expect("an answer");
    let facts = facts(&replies, FIRST);
    assert_eq!(facts.state, Some(state(Status::InTransit, SubStatus::CustomsProcessing)));
    assert_eq!(facts.status_text.as_deref(), Some("At customs"));
    assert_eq!(facts.carrier.as_deref(), Some("Example Lines"));
    let countries = [facts.origin, facts.destination].map(|c| c.map(|c| c.to_string()));
    assert_eq!(countries, [Some("CN".to_owned()), Some("RU".to_owned())]);
    assert_eq!(facts.handovers, numbers(["RA900000019RU"]));
    let eta = facts.eta.expect("expected days");
    assert_eq!((eta.from.to_string(), eta.to.to_string()), ("2026-12-03".to_owned(), "2026-12-09".to_owned()));
    let events = &report(&replies, FIRST).events;
    assert_eq!(events.len(), 4);
    assert_eq!(instant(event(events, "C1")), "2026-11-18 06:30:00 UTC");
    let wall = event(events, "D1").time.expect("a time");
    assert_eq!((wall.offset(), wall.precision()), (None, Precision::Minute));
    assert_eq!(event(events, "P1").time.expect("a time").to_string(), "2026-11-16", "less exact than written");
    assert_eq!(event(events, "N1").state, None);
    assert_eq!(event(events, "D1").text_lang.as_deref(), Some("zh"));
    assert_eq!(report(&replies, SECOND).finding, Finding::Unknown);
}

#[test]
fn troubles_have_the_words_of_the_outcomes() {
    // What concerns an address and a secret of ours, a program has not.
    let ours = [Outcome::Refused, Outcome::WrongAddress, Outcome::SecretUnavailable];
    let told = |outcome: &Outcome| outcome.is_trouble() && !ours.contains(outcome);
    for outcome in Outcome::ALL.into_iter().filter(told) {
        let body = json!({ "version": 1, "reports": [
            { "number": FIRST, "trouble": outcome.as_str(), "detail": "why", "retry_after": 90 },
            { "number": SECOND, "known": false },
        ]});
        let replies = replies(&body, &numbers([FIRST, SECOND])).expect("an answer");
        let trouble = result(&replies, FIRST).as_ref().expect_err("a trouble");
        assert_eq!(Outcome::from(trouble), outcome);
    }
    let of_all = |word: &str| {
        let body = json!({ "version": 1, "reports": [{ "number": FIRST, "trouble": word, "retry_after": 90 }] });
        replies(&body, &numbers([FIRST])).map(|replies| replies.len())
    };
    assert_eq!(of_all("rate_limited"), Err(Trouble::RateLimited { retry_after: Some(90) }), "the source's trouble");
    assert_eq!(of_all("malformed_number"), Ok(1), "the number's own");
    assert_eq!(of_all("exploded"), Ok(1));
}

#[test]
fn what_is_no_answer_says_why() {
    let why = |body: &str| match decode(&numbers([FIRST]), body.as_bytes()) {
        Err(Trouble::NotUnderstood { path }) => path.to_string(),
        other => format!("{other:?}"),
    };
    assert_eq!(why(""), "an empty answer");
    assert_eq!(why("[]"), "the answer is not an object");
    assert_eq!(why(r#"{"reports":[]}"#), "version: missing");
    assert_eq!(why(r#"{"version":2,"reports":[]}"#), "version: 2, only 1 is known");
    assert_eq!(why(r#"{"version":1}"#), "reports: not a list");
    assert!(why("Traceback (most recent call last)").contains("column 1"));
}

#[test]
fn nulls_and_wrong_types_lose_only_themselves() {
    let replies = decode(&numbers([FIRST, SECOND]), &recording("outside/wrong_types.json")).expect("an answer");
    let facts = facts(&replies, FIRST);
    assert_eq!(facts.state, Some(State::UNDERWAY), "an unknown word is in transit at most");
    assert_eq!((facts.eta, facts.origin, facts.handovers.len()), (None, None, 1));
    let events = &report(&replies, FIRST).events;
    assert_eq!(events.len(), 2);
    assert_eq!((events[0].time, events[0].state, events[0].text_lang.as_ref()), (None, Some(State::UNDERWAY), None));
    assert!(matches!(result(&replies, SECOND), Err(Trouble::NotUnderstood { .. })));
}

#[test]
fn an_answer_about_another_number_never_lands_on_the_asked_one() {
    let replies = decode(&numbers(["LC10000003"]), &recording("outside/whole.json")).expect("an answer");
    assert!(matches!(result(&replies, "LC10000003"), Err(Trouble::NotUnderstood { .. })));
}

proptest! {
    #[test]
    fn any_bytes_are_survived(body in prop::collection::vec(any::<u8>(), 0..2048)) {
        let replies = decode(&numbers([FIRST]), &body);
        prop_assert!(!replies.is_ok_and(|replies| says_delivered(&replies)));
    }

    #[test]
    fn spoiled_answers_are_survived(
        body in spoiled(vec![recording("outside/whole.json"), recording("outside/delivered.json")])
    ) {
        let asked = named(&recording("outside/whole.json"));
        if let Ok(replies) = decode(&asked, &body) {
            prop_assert_eq!(replies.len(), asked.len());
            let may = String::from_utf8_lossy(&body).contains("delivered");
            prop_assert!(may || !says_delivered(&replies));
        }
    }
}
