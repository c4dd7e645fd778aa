//! Folding sightings of the same scan into one entry.

use super::order::Placed;
use super::{Entry, Sighting};
use crate::domain::{Event, Precision, State};

/// Goes through the streams in their fixed order and puts each sighting under the entry that says the same best,
/// or under a new one. Two sightings of one stream never share an entry: a source that lists two lines means two.
pub(super) fn fold(streams: Vec<Vec<Placed>>) -> Vec<Entry> {
    let mut entries: Vec<Entry> = Vec::new();
    for stream in streams {
        let known = entries.len();
        let mut taken = vec![false; known];
        for placed in stream {
            match best_match(&entries[..known], &taken, &placed.sighting.event) {
                Some(index) => {
                    taken[index] = true;
                    join(&mut entries[index], placed);
                }
                None => entries.push(Entry { order: placed.order, lead: placed.sighting, others: Vec::new() }),
            }
        }
    }
    entries
}

/// The first entry with the highest likeness, among those this stream has not used yet.
fn best_match(entries: &[Entry], taken: &[bool], event: &Event) -> Option<usize> {
    let mut best = None;
    for (index, entry) in entries.iter().enumerate() {
        if taken[index] {
            continue;
        }
        let likeness = entry.sightings().map(|s| likeness(&s.event, event)).max().unwrap_or(0);
        if likeness > 0 && best.is_none_or(|(most, _)| likeness > most) {
            best = Some((likeness, index));
        }
    }
    best.map(|(_, index)| index)
}

/// How surely two events are the same scan; 0: they are not.
///
/// The time must allow it. Then the same words or the same finer state say yes; at the very same known instant a
/// vague reading ("in transit") goes with a finer one of the same status. Contradictory states never fold.
fn likeness(a: &Event, b: &Event) -> u8 {
    let (Some(at), Some(bt)) = (a.time, b.time) else { return 0 };
    if !at.may_equal(&bt) {
        return 0;
    }
    let same_words = a.text.to_lowercase() == b.text.to_lowercase();
    let exact = at.instant().is_some() && at.instant() == bt.instant();
    let dated = at.precision() == Precision::Day || bt.precision() == Precision::Day;
    match (a.state, b.state) {
        (Some(a), Some(b)) if a.status != b.status => 0,
        (Some(a), Some(b)) if a == b && is_specific(a) => 3 + u8::from(same_words),
        _ if same_words => 3,
        (a, b) if !dated && vague(a, b) => 1 + u8::from(exact),
        _ => 0,
    }
}

fn is_specific(state: State) -> bool {
    state != State::UNDERWAY
}

/// Whether at least one reading says no more than "in transit", so that the two cannot contradict each other.
fn vague(a: Option<State>, b: Option<State>) -> bool {
    let weak = |state: Option<State>| state.is_none_or(|s| !is_specific(s));
    weak(a) || weak(b)
}

/// Adds a sighting; the better-informed one leads and gives the entry its place in the order.
fn join(entry: &mut Entry, placed: Placed) {
    if information(&placed.sighting) > information(&entry.lead) {
        entry.order = placed.order;
        entry.others.push(std::mem::replace(&mut entry.lead, placed.sighting));
    } else {
        entry.others.push(placed.sighting);
    }
}

/// How much a sighting tells: still listed, a finer state, a known instant, an exact time, a place.
fn information(sighting: &Sighting) -> impl Ord + use<> {
    let event = &sighting.event;
    (
        sighting.withdrawn_at.is_none(),
        event.state.is_some_and(is_specific),
        event.time.is_some_and(|t| t.instant().is_some()),
        event.time.map(|t| std::cmp::Reverse(t.precision())),
        event.place.is_some(),
    )
}
