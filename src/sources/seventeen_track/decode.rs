//! From an answer to reports. Pure, and survives any bytes.

use std::collections::BTreeMap;

use super::error_codes::{self, Verdict};
use super::report::{self, Registration};
use super::wire::{Data, Envelope, Fault, Rejected};
use crate::domain::{Reply, Report, ReportedFacts, TrackingNumber, Trouble};
use crate::sources::decoding::json_body;
use crate::sources::decoding::lenient_json::{LenientText, raw_text};
use crate::sources::decoding::refusal::{self, Access};
use crate::sources::decoding::replies::{complete, named};
use crate::sources::decoding::report::{known, unknown};
use crate::sources::decoding::worded_troubles::not_understood;

/// How many items of an answer are read: 40 numbers, each with several carriers, are far fewer.
const MOST_ITEMS: usize = 1_000;

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
        tracks.replies.push(Reply { number, result: Ok(unknown()) });
    }
    Ok(tracks.replies)
}

/// Reads an answer of `gettrackinfo`, keeping apart the numbers that are to be registered first.
///
/// # Errors
/// The trouble that concerns all of them.
pub fn decode_tracks(asked: &[TrackingNumber], status: u16, body: &[u8]) -> Result<Tracks, Trouble> {
    let data = envelope(asked, status, body)?;
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
    let data = envelope(asked, status, body)?;
    let taken: Vec<_> = data.accepted.iter().filter_map(|item| named(asked, raw_text(item.number.as_ref()))).collect();
    let refused = rejected(asked, &data);
    let outcome = |number: &TrackingNumber| {
        let verdict = refused.iter().find(|(other, _)| *other == number).map(|(_, verdict)| verdict);
        match verdict {
            _ if taken.contains(&number) => Ok(()),
            Some(Verdict::Registered | Verdict::NothingYet) => Ok(()),
            Some(Verdict::Trouble(trouble)) => Err(trouble.clone()),
            Some(Verdict::NotRegistered) | None => {
                Err(not_understood(&format!("data.accepted: nothing about {number}")))
            }
        }
    };
    Ok(asked.iter().map(|number| Registered { number: number.clone(), outcome: outcome(number) }).collect())
}

/// Known, with nothing to tell.
pub(super) fn nothing_yet() -> Report {
    known(ReportedFacts::default(), Vec::new())
}

/// The data of a call that succeeded as a whole.
fn envelope(asked: &[TrackingNumber], status: u16, body: &[u8]) -> Result<Data, Trouble> {
    refusal::check(Access::Keyed, status, body)?;
    let envelope: Envelope = json_body::shape(json_body::json(body)?)?;
    let mut data = envelope.data;
    let listed = data.as_mut().map(|data| std::mem::take(&mut data.errors)).unwrap_or_default().into_iter().next();
    let failed = envelope.code.filter(|code| code.0 != 0);
    let fault = listed.or_else(|| failed.map(|code| Fault { code: Some(code), ..Fault::default() }));
    match (fault, asked, data) {
        (None, _, Some(data)) => Ok(data),
        (None, _, None) => Err(not_understood("data: missing")),
        // A call about one number that fails for its sake is a rejection of it.
        (Some(fault), [only], _) if error_codes::is_about_a_number(&fault) => {
            let rejected = Rejected { number: Some(LenientText::from(only.as_str())), error: Some(fault) };
            Ok(Data { rejected: vec![rejected], ..Data::default() })
        }
        (Some(fault), _, _) => Err(error_codes::of_call(&fault)),
    }
}

/// Replies about the accepted numbers, each from all its registrations together.
fn accepted(asked: &[TrackingNumber], data: &Data) -> Vec<Reply> {
    let mut read: BTreeMap<&TrackingNumber, Result<Vec<Registration>, Trouble>> = BTreeMap::new();
    for item in data.accepted.iter().take(MOST_ITEMS) {
        let Some(number) = named(asked, raw_text(item.number.as_ref())) else { continue };
        let all = read.entry(number).or_insert_with(|| Ok(Vec::new()));
        match (Registration::read(item), &mut *all) {
            (Ok(registration), Ok(list)) => list.push(registration),
            (Err(trouble), Ok(_)) => *all = Err(trouble),
            (_, Err(_)) => {}
        }
    }
    let reply = |(number, read): (&TrackingNumber, Result<Vec<Registration>, Trouble>)| Reply {
        number: number.clone(),
        result: read.map(|all| report::report(number, &all)),
    };
    read.into_iter().map(reply).collect()
}

fn rejected<'a>(asked: &'a [TrackingNumber], data: &Data) -> Vec<(&'a TrackingNumber, Verdict)> {
    let mut verdicts = Vec::new();
    for item in data.rejected.iter().take(MOST_ITEMS) {
        let Some(number) = named(asked, raw_text(item.number.as_ref())) else { continue };
        let verdict = match &item.error {
            Some(fault) => error_codes::of_number(fault),
            None => Verdict::Trouble(not_understood("data.rejected: no error")),
        };
        verdicts.push((number, verdict));
    }
    verdicts
}
