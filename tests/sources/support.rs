//! Short names for what these tests say often.

use std::path::Path;

use posylka::domain::{
    Event, Finding, Reply, Report, ReportedFacts, State, Status, SubStatus, TrackingNumber, Trouble,
};

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
