//! How a source fares, in words.

use crate::domain::Outcome;
use crate::store::SourceState;
use crate::texts::Texts;
use crate::wording;

/// Why a source is left alone, or failed last, with what is known of the cause.
#[must_use]
pub fn of_state(state: Option<&SourceState>, outcome: Outcome, texts: &Texts) -> String {
    let last = state.and_then(|state| state.last_trouble.as_ref()).filter(|(_, last, _)| *last == outcome);
    wording::trouble::told(texts, outcome, last.and_then(|(.., detail)| detail.as_deref()))
}
