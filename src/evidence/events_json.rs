//! `events.json`: the events as `posylka show --json` prints them.

use serde_json::Value;

use super::EvidenceInput;

/// The fields that hold a carrier's words.
const WORDS: [&str; 2] = ["text", "place"];

/// The events, without phone numbers and mail addresses in the carriers' words unless they are wanted.
pub(super) fn events(case: &EvidenceInput) -> Value {
    let mut events = case.events.clone();
    for event in events.as_array_mut().into_iter().flatten() {
        for field in WORDS {
            if let Some(Value::String(text)) = event.get_mut(field) {
                *text = case.seen(text);
            }
        }
    }
    events
}
