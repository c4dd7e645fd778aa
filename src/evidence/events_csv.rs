//! `events.csv`: one line an event, for a spreadsheet.

use super::domain_text;
use super::hash_and_time_format::exact;
use super::input::EvidenceInput;
use super::pack_error::PackError;
use crate::domain::clean_text::as_cell;
use crate::domain::{Entry, Event, SubStatus};

const HEAD: [&str; 13] = [
    "local",
    "offset",
    "instant",
    "precision",
    "text",
    "place",
    "country",
    "status",
    "sub_status",
    "number",
    "sources",
    "first_seen",
    "withdrawn_at",
];

/// The events, newest first, with a heading.
pub(super) fn csv(case: &EvidenceInput) -> Result<Vec<u8>, PackError> {
    let mut table = csv::Writer::from_writer(Vec::new());
    table.write_record(HEAD)?;
    for entry in &case.history.dossier.timeline.entries {
        table.write_record(line(case, entry).map(|cell| as_cell(&cell)))?;
    }
    table.into_inner().map_err(|e| PackError::from(csv::Error::from(e.into_error())))
}

fn line(case: &EvidenceInput, entry: &Entry) -> [String; 13] {
    let event = entry.event();
    let [local, offset, instant, precision] = time(event);
    [
        local,
        offset,
        instant,
        precision,
        case.seen(&event.text),
        event.place.as_deref().map(|place| case.seen(place)).unwrap_or_default(),
        event.country.map(|country| country.to_string()).unwrap_or_default(),
        event.state.map(|state| state.status.as_str()).unwrap_or_default().to_owned(),
        event.state.and_then(|state| state.sub).map(SubStatus::as_str).unwrap_or_default().to_owned(),
        event.number.to_string(),
        domain_text::joined(entry.sources(), " "),
        exact(entry.first_seen()),
        entry.withdrawn_at().map(exact).unwrap_or_default(),
    ]
}

/// When it happened as it was said: wall time, offset, the instant where it is known, and how exactly.
fn time(event: &Event) -> [String; 4] {
    let Some(time) = event.time else { return Default::default() };
    [
        time.to_string(),
        time.offset().map(|offset| offset.to_string()).unwrap_or_default(),
        time.instant().map(exact).unwrap_or_default(),
        time.precision().as_str().to_owned(),
    ]
}
