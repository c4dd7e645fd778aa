//! From events and facts to a report.

use chrono::NaiveDate;

use super::event_order_and_state::{ToldJourney, follow, step_by_state};
use super::lenient_json::{LenientText, clean_text};
use crate::domain::{CleanText, Eta, Event, Finding, Report, ReportedFacts, TrackingNumber};

/// The source does not know the number.
pub(in crate::sources) fn unknown() -> Report {
    Report { finding: Finding::Unknown, events: Vec::new() }
}

/// The source knows the number. The events are newest first.
pub(in crate::sources) fn known(facts: ReportedFacts, events: Vec<Event>) -> Report {
    Report { finding: Finding::Known(Box::new(facts)), events }
}

/// The source knows the number; state and text are what its events come to.
pub(in crate::sources) fn known_by_events(facts: ReportedFacts, told: &ToldJourney, events: Vec<Event>) -> Report {
    known(ReportedFacts { state: told.state(), status_text: told.text(), ..facts }, events)
}

/// The source knows the number; state and text follow from the states that were read from its events, newest first. An
/// event without one is of a code or of words that are not known.
#[cfg_attr(not(test), expect(dead_code, reason = "for a source whose codes tell everything"))]
pub(in crate::sources) fn known_by_states(facts: ReportedFacts, mut events: Vec<Event>) -> Report {
    let told = follow(&mut events, step_by_state);
    known_by_events(facts, &told, events)
}

/// The expected days, in whichever order the ends came; one end alone is a single day.
pub(in crate::sources) fn expected_days(from: Option<NaiveDate>, to: Option<NaiveDate>) -> Option<Eta> {
    let (a, b) = (from.or(to)?, to.or(from)?);
    Some(Eta { from: a.min(b), to: a.max(b) })
}

/// The other numbers of a parcel, each once, at most `most` of them; what is no number is passed over.
pub(in crate::sources) fn other_numbers<'a>(
    number: &TrackingNumber,
    named: impl IntoIterator<Item = &'a str>,
    most: usize,
) -> Vec<TrackingNumber> {
    let mut found: Vec<TrackingNumber> = Vec::new();
    for other in named.into_iter().filter_map(|text| TrackingNumber::parse(text).ok()) {
        if other != *number && !found.contains(&other) && found.len() < most {
            found.push(other);
        }
    }
    found
}

/// The parts that are there, with commas between them; `None` where none is.
pub(in crate::sources) fn joined<'a>(parts: impl IntoIterator<Item = Option<&'a LenientText>>) -> Option<CleanText> {
    let parts: Vec<String> = parts.into_iter().filter_map(clean_text).map(|part| part.to_string()).collect();
    CleanText::some_line(&parts.join(", "))
}
