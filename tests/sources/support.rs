//! Values that these tests share: numbers, recordings, parts of replies.

use std::path::Path;

use posylka::domain::{
    Event, Finding, Reply, Report, ReportedFacts, State, Status, SubStatus, TrackingNumber, Trouble,
};
use posylka::sources::{Ownership, profiles};

use crate::common::fixtures;

/// Reads an answer, given as HTTP status and body, about the asked numbers.
pub type Decode = fn(&[TrackingNumber], u16, &[u8]) -> Result<Vec<Reply>, Trouble>;

/// A track number.
pub fn number(text: &str) -> TrackingNumber {
    TrackingNumber::parse(text).expect("a track number")
}

/// Several track numbers.
pub fn numbers<const N: usize>(texts: [&str; N]) -> Vec<TrackingNumber> {
    texts.into_iter().map(number).collect()
}

/// One of the project's own recordings.
pub fn recording(rel: &str) -> Vec<u8> {
    std::fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/recordings").join(rel)).expect("a recording")
}

/// What was said about a number.
pub fn result<'a>(replies: &'a [Reply], number: &str) -> &'a Result<Report, Trouble> {
    let mut found = replies.iter().filter(|reply| reply.number.as_str() == number);
    let reply = found.next().expect("a reply about the number");
    assert!(found.next().is_none(), "{number} is answered twice");
    &reply.result
}

/// The report on a number.
pub fn report<'a>(replies: &'a [Reply], number: &str) -> &'a Report {
    result(replies, number).as_ref().expect("a report")
}

/// What a source knows about a number.
pub fn facts<'a>(replies: &'a [Reply], number: &str) -> &'a ReportedFacts {
    match &report(replies, number).finding {
        Finding::Known(facts) => facts,
        Finding::Unknown => panic!("{number} is unknown"),
    }
}

/// The event with that code.
pub fn event<'a>(events: &'a [Event], code: &str) -> &'a Event {
    events.iter().find(|event| event.raw_code.as_deref() == Some(code)).expect("an event with that code")
}

/// The instant of an event, as text.
pub fn instant(event: &Event) -> String {
    event.time.expect("a time").instant().expect("an instant").to_string()
}

/// A state with a sub-status.
pub fn state(status: Status, sub: SubStatus) -> State {
    State::new(status, sub)
}

/// How a source relates to a number.
pub fn ownership(id: &str, text: &str) -> Ownership {
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

/// Every body recorded from a real source with its file's name; none where the folder is absent.
pub fn recorded(folder: &str) -> Vec<(String, Vec<u8>)> {
    let Some(folder) = fixtures::dir(folder) else { return Vec::new() };
    let files = folder.read_dir().expect("the folder").map(|entry| entry.expect("an entry").path());
    let named = |file: std::path::PathBuf| {
        let name = file.file_name().expect("a name").to_string_lossy().into_owned();
        (name, std::fs::read(file).expect("a body"))
    };
    files.map(named).collect()
}
