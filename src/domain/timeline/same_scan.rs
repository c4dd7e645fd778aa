//! Whether two sightings are the same scan. The whole rule is written down in `docs/architecture.md`, "Merging".

use super::keyed_sighting::OrderedSighting;
use super::place_names::Likeness;
use super::possible_offsets::{Zones, is_plausible};
use crate::domain::{EventTime, Precision, State};

/// How the times of two sightings meet.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Meeting {
    /// The same instant, known on both sides.
    Instant,
    /// The same wall time, where a zone is missing.
    Wall,
    /// The same instant, if the side without a zone has this offset from UTC, in minutes.
    Shift(i32),
    /// The same date, where one is a bare date.
    Day,
}

/// What speaks for and against two sightings being one, besides the time.
struct Evidence {
    /// Both readings are the same finer state.
    state: bool,
    /// The words are the same.
    words: bool,
    /// One side's reading says no more than "in transit", and the other's is of the same status.
    vague: bool,
    place: Likeness,
}

/// How surely two sightings are the same scan; 0: they are not. Symmetric.
pub(super) fn likeness(a: &OrderedSighting, b: &OrderedSighting, zones: &Zones) -> u8 {
    let (Some(at), Some(bt)) = (a.sighting.event.time, b.sighting.event.time) else { return 0 };
    let Some(meeting) = meeting(&at, &bt) else { return 0 };
    let evidence = evidence(a, b);
    if a.sighting.source == b.sighting.source {
        return same_source(a, b, meeting, &evidence);
    }
    let place = match evidence.place {
        Likeness::Agree => 4,
        Likeness::Unclear => 2,
        Likeness::Differ => 0,
    };
    let fine = place + u8::from(evidence.words) * 8;
    let differ = evidence.place == Likeness::Differ;
    let alike = evidence.state || evidence.words;
    match meeting {
        Meeting::Instant if alike => 80 + fine,
        Meeting::Wall if alike => 64 + fine,
        Meeting::Instant if evidence.vague => 48 + fine,
        Meeting::Wall if evidence.vague && !differ => 40 + fine,
        Meeting::Day if alike && !differ => 24 + fine,
        Meeting::Shift(offset) if evidence.state && !differ => shifted(a, b, offset, &evidence, zones, fine),
        _ => 0,
    }
}

/// An unknown zone is bridged only where the state is the same finer one and something else speaks for it.
fn shifted(a: &OrderedSighting, b: &OrderedSighting, offset: i32, evidence: &Evidence, zones: &Zones, fine: u8) -> u8 {
    let (one, other) = (&a.sighting.event, &b.sighting.event);
    let is_local = one.time.is_some_and(|time| time.instant().is_none());
    let (told, other) = if is_local { (one, other) } else { (other, one) };
    let known = zones.know(offset, told, other);
    let agrees = evidence.place == Likeness::Agree || (evidence.words && offset % 60 == 0);
    u8::from(known || agrees) * (8 + fine)
}

/// One source under two numbers of a parcel repeats itself to the letter, or does not mean the same.
fn same_source(a: &OrderedSighting, b: &OrderedSighting, meeting: Meeting, evidence: &Evidence) -> u8 {
    let (one, other) = (&a.sighting.event, &b.sighting.event);
    let same_code = one.raw_code.is_some() && one.raw_code == other.raw_code && evidence.state;
    let same = evidence.place != Likeness::Differ && (evidence.words || same_code);
    let timed = matches!(meeting, Meeting::Instant | Meeting::Wall)
        || one.time.map(|t| t.precision()) == other.time.map(|t| t.precision()) && meeting == Meeting::Day;
    u8::from(same && timed) * 96
}

/// Whether both readings are finer ones of different statuses, so that the two can never be one.
pub(super) fn contradict(a: &OrderedSighting, b: &OrderedSighting) -> bool {
    match (a.sighting.event.state, b.sighting.event.state) {
        (Some(a), Some(b)) => a.status != b.status && is_specific(a) && is_specific(b),
        _ => false,
    }
}

/// Whether a state says more than that the parcel is on its way.
pub(super) fn is_specific(state: State) -> bool {
    state != State::UNDERWAY
}

fn evidence(a: &OrderedSighting, b: &OrderedSighting) -> Evidence {
    let (one, other) = (a.sighting.event.state, b.sighting.event.state);
    let weak = |state: Option<State>| state.is_none_or(|s| !is_specific(s));
    let same_status = one.zip(other).is_none_or(|(one, other)| one.status == other.status);
    Evidence {
        state: one == other && one.is_some_and(is_specific),
        words: a.words() == b.words() && !a.words().is_empty(),
        vague: same_status && (weak(one) || weak(other)),
        place: a.place().compare(b.place()),
    }
}

fn meeting(a: &EventTime, b: &EventTime) -> Option<Meeting> {
    if a.precision() == Precision::Day || b.precision() == Precision::Day {
        return (a.date() == b.date()).then_some(Meeting::Day);
    }
    let (local, zoned) = match (a.instant(), b.instant()) {
        (Some(_), Some(_)) => return a.may_equal(b).then_some(Meeting::Instant),
        _ if a.may_equal(b) => return Some(Meeting::Wall),
        (None, Some(instant)) => (a.local(), instant),
        (Some(instant), None) => (b.local(), instant),
        (None, None) => return None,
    };
    // Times are said to the minute by some and to the second by others: the minute decides.
    let minutes = local.and_utc().timestamp().div_euclid(60) - zoned.timestamp().div_euclid(60);
    let offset = i32::try_from(minutes).ok()?;
    is_plausible(offset).then_some(Meeting::Shift(offset))
}
