//! From an answer to reports. Pure, and survives any bytes.

use super::fault::{self, Verdict};
use super::report::{self, Registration};
use super::wire::{Data, Envelope};
use crate::domain::{Finding, Reply, Report, TrackingNumber, Trouble};
use crate::sources::classify::{self, Access, not_understood};
use crate::sources::complete;
use crate::sources::lenient::{Words, raw};

/// What `gettrackinfo` said.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Tracks {
    /// One reply for each asked number that is registered, or that has a trouble of its own.
    pub replies: Vec<Reply>,
    /// Those that are to be registered first.
    pub unregistered: Vec<TrackingNumber>,
}

/// What `register` said about one number.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Registered {
    /// The number.
    pub number: TrackingNumber,
    /// Whether it is registered now, newly or from before.
    pub outcome: Result<(), Trouble>,
}

/// Reads an answer of `gettrackinfo`: one reply for each asked number. A number that is not registered is unknown.
///
/// # Errors
/// The trouble that concerns all of them.
pub fn decode(asked: &[TrackingNumber], status: u16, body: &[u8]) -> Result<Vec<Reply>, Trouble> {
    let mut tracks = decode_tracks(asked, status, body)?;
    for number in tracks.unregistered {
        let report = Report { finding: Finding::Unknown, events: Vec::new() };
        tracks.replies.push(Reply { number, result: Ok(report) });
    }
    Ok(tracks.replies)
}

/// Reads an answer of `gettrackinfo`, keeping apart the numbers that are to be registered first.
///
/// # Errors
/// The trouble that concerns all of them.
pub fn decode_tracks(asked: &[TrackingNumber], status: u16, body: &[u8]) -> Result<Tracks, Trouble> {
    let data = envelope(status, body)?;
    let mut replies = accepted(asked, &data);
    let mut unregistered = Vec::new();
    for (number, verdict) in rejected(asked, &data) {
        if replies.iter().any(|reply| reply.number == *number) || unregistered.contains(number) {
            continue;
        }
        let result = match verdict {
            Verdict::NotRegistered => {
                unregistered.push(number.clone());
                continue;
            }
            Verdict::NothingYet | Verdict::Registered => Ok(nothing_yet()),
            Verdict::Trouble(trouble) => Err(trouble),
        };
        replies.push(Reply { number: number.clone(), result });
    }
    let answered: Vec<TrackingNumber> = asked.iter().filter(|n| !unregistered.contains(n)).cloned().collect();
    Ok(Tracks { replies: complete(replies, &answered, "data.accepted"), unregistered })
}

/// Reads an answer of `register`: for each asked number whether it is registered now.
///
/// # Errors
/// The trouble that concerns all of them.
pub fn decode_registration(asked: &[TrackingNumber], status: u16, body: &[u8]) -> Result<Vec<Registered>, Trouble> {
    let data = envelope(status, body)?;
    let taken = |number: &TrackingNumber| data.accepted.iter().any(|item| names(item.number.as_ref(), number));
    let refused = |number: &TrackingNumber| {
        rejected(asked, &data).into_iter().find(|(other, _)| *other == number).map(|(_, verdict)| verdict)
    };
    let outcome = |number: &TrackingNumber| match refused(number) {
        _ if taken(number) => Ok(()),
        Some(Verdict::Registered | Verdict::NothingYet) => Ok(()),
        Some(Verdict::Trouble(trouble)) => Err(trouble),
        Some(Verdict::NotRegistered) | None => Err(not_understood(&format!("data.accepted: nothing about {number}"))),
    };
    Ok(asked.iter().map(|number| Registered { number: number.clone(), outcome: outcome(number) }).collect())
}

/// Known, with nothing to tell.
pub(super) fn nothing_yet() -> Report {
    Report { finding: Finding::Known(Box::default()), events: Vec::new() }
}

/// The data of a call that succeeded as a whole.
fn envelope(status: u16, body: &[u8]) -> Result<Data, Trouble> {
    if let Some(trouble) = classify::refusal(Access::Keyed, status, body) {
        return Err(trouble);
    }
    let envelope: Envelope = classify::shape(classify::json(body)?)?;
    if let Some(first) = envelope.data.as_ref().and_then(|data| data.errors.first()) {
        return Err(fault::of_call(first));
    }
    match (envelope.code, envelope.data) {
        (Some(code), _) if code.0 != 0 => {
            Err(fault::of_call(&super::wire::Fault { code: Some(code), ..Default::default() }))
        }
        (_, Some(data)) => Ok(data),
        (_, None) => Err(not_understood("data: missing")),
    }
}

fn names(named: Option<&Words>, number: &TrackingNumber) -> bool {
    TrackingNumber::parse(raw(named)).is_ok_and(|named| named == *number)
}

/// Replies about the accepted numbers, each from all its registrations together.
fn accepted(asked: &[TrackingNumber], data: &Data) -> Vec<Reply> {
    let mut replies = Vec::new();
    for number in asked {
        let items: Vec<_> = data.accepted.iter().filter(|item| names(item.number.as_ref(), number)).collect();
        if !items.is_empty() {
            let read: Result<Vec<Registration>, Trouble> = items.into_iter().map(Registration::read).collect();
            replies.push(Reply { number: number.clone(), result: read.map(|all| report::report(number, &all)) });
        }
    }
    replies
}

fn rejected<'a>(asked: &'a [TrackingNumber], data: &Data) -> Vec<(&'a TrackingNumber, Verdict)> {
    let mut verdicts = Vec::new();
    for item in &data.rejected {
        let Some(number) = asked.iter().find(|number| names(item.number.as_ref(), number)) else { continue };
        let verdict = match &item.error {
            Some(fault) => fault::of_number(fault),
            None => Verdict::Trouble(not_understood("data.rejected: no error")),
        };
        verdicts.push((number, verdict));
    }
    verdicts
}
