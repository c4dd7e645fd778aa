//! `events.json`: the events as `posylka show --json` prints them.

use serde_json::Value;

use super::input::EvidenceInput;
use crate::json::EventJson;

/// The events, newest first, without phone numbers and mail addresses in the carriers' words unless they are wanted.
///
/// # Errors
/// An event cannot be written as JSON.
pub(super) fn events(case: &EvidenceInput) -> serde_json::Result<Value> {
    let entries = &case.history.dossier.timeline.entries;
    // As a value, so that the keys stand in alphabetical order as in every pack so far.
    serde_json::to_value(entries.iter().map(|entry| masked(case, EventJson::of(entry))).collect::<Vec<_>>())
}

fn masked(case: &EvidenceInput, event: EventJson) -> EventJson {
    EventJson { text: case.seen(&event.text), place: event.place.map(|place| case.seen(&place)), ..event }
}
