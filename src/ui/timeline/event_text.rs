//! What is said between and beside the events.

use super::super::domain_text;
use super::super::draw_context::DrawContext;
use crate::domain::{Entry, Event};
use crate::t;

/// Silences shorter than this many days are not worth a line.
pub(super) const GAP: i64 = 3;

/// Full days of silence between two entries, where there are enough of them.
pub(super) fn days_between(newer: &Entry, older: &Entry) -> Option<i64> {
    let (newer, older) = (newer.event().time?, older.event().time?);
    let days = (newer.approximate() - older.approximate()).num_days();
    (days >= GAP).then_some(days)
}

pub(super) fn gap_text(days: i64, pen: DrawContext) -> String {
    format!("{}  {}", pen.theme.marks.gap, t!(pen.texts, "detail-gap", n = days))
}

/// Where it was.
pub(super) fn place(event: &Event, pen: DrawContext) -> Option<String> {
    let country = || event.country.map(|country| domain_text::country(pen.texts, country));
    event.place.as_ref().map(ToString::to_string).or_else(country)
}

/// That it was withdrawn, or read otherwise by another source.
pub(super) fn notes(entry: &Entry, pen: DrawContext) -> Vec<String> {
    let mut notes = Vec::new();
    if let Some(at) = entry.sightings().filter_map(|s| s.withdrawn_at).max().filter(|_| entry.is_withdrawn()) {
        notes.push(t!(pen.texts, "detail-withdrawn", date = pen.date_of(at)));
    }
    let spoken = entry.event().state.map(|s| s.status);
    for sighting in entry.sightings().skip(1) {
        let other = sighting.event.state.filter(|state| spoken.is_some_and(|spoken| spoken != state.status));
        if let Some(state) = other {
            let (source, status) = (pen.source_name(&sighting.source), domain_text::state(pen.texts, Some(state)));
            let note = t!(pen.texts, "detail-contradicts", source = source, status = status);
            notes.push(format!("{} {note}", pen.theme.marks.disagree));
        }
    }
    notes
}
