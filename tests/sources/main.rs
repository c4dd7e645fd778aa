//! Sources, as the rest of the program sees them.

#[path = "../common/mod.rs"]
mod common;

mod cainiao_fixtures;

use posylka::domain::{Facts, Finding, Reply, Report, State, Status, SubStatus, TrackingNumber};

/// A track number.
fn number(text: &str) -> TrackingNumber {
    TrackingNumber::parse(text).expect("a track number")
}

/// The report on a number.
fn report<'a>(replies: &'a [Reply], number: &str) -> &'a Report {
    let reply = replies.iter().find(|reply| reply.number.as_str() == number).expect("a reply about the number");
    reply.result.as_ref().expect("a report")
}

/// What a source knows about a number.
fn facts<'a>(replies: &'a [Reply], number: &str) -> &'a Facts {
    match &report(replies, number).finding {
        Finding::Known(facts) => facts,
        Finding::Unknown => panic!("{number} is unknown"),
    }
}

/// A state with a sub-status.
fn state(status: Status, sub: SubStatus) -> Option<State> {
    Some(State::new(status, sub))
}
