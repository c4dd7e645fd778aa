//! One row a parcel, for a spreadsheet.

use std::io::{self, Write};

use chrono::{DateTime, NaiveDate, SecondsFormat, Utc};

use crate::domain::clean_text::as_cell;
use crate::domain::{CleanText, Parcel, StalenessContext, Status, SubStatus, current_silence};

/// The columns; documented in docs/export.md, which a test holds to this list.
pub const COLUMNS: [&str; 27] = [
    "id",
    "title",
    "number",
    "numbers",
    "status",
    "sub_status",
    "status_text",
    "carrier",
    "origin",
    "destination",
    "last_event_at",
    "last_event",
    "last_place",
    "silent_days",
    "stale",
    "finished",
    "archived",
    "eta_from",
    "eta_to",
    "protected_until",
    "protection_preset",
    "shop",
    "orders",
    "tags",
    "note",
    "added_at",
    "checked_at",
];

/// Writes the parcels, in their order, with a heading.
///
/// # Errors
/// The output is closed or full.
pub fn write(parcels: &[Parcel], gauge: &StalenessContext, out: &mut dyn Write) -> io::Result<()> {
    let mut table = csv::Writer::from_writer(out);
    table.write_record(COLUMNS)?;
    for parcel in parcels {
        table.write_record(row(parcel, gauge).map(|cell| as_cell(&cell)))?;
    }
    table.flush()
}

fn row(parcel: &Parcel, gauge: &StalenessContext) -> [String; COLUMNS.len()] {
    let summary = &parcel.summary;
    let event = summary.last_event.as_ref();
    let guard = parcel.protection();
    [
        parcel.id.to_string(),
        text(parcel.title.as_ref()),
        parcel.number().map(ToString::to_string).unwrap_or_default(),
        joined(parcel.numbers.iter().map(|n| n.number.as_str()), ", "),
        summary.state.map(|s| s.status).map(Status::as_str).unwrap_or_default().to_owned(),
        summary.state.and_then(|s| s.sub).map(SubStatus::as_str).unwrap_or_default().to_owned(),
        text(summary.status_text.as_ref()),
        text(summary.carrier.as_ref()),
        summary.origin.map(|c| c.to_string()).unwrap_or_default(),
        summary.destination.map(|c| c.to_string()).unwrap_or_default(),
        event.and_then(|e| e.time).map(|t| t.to_string()).unwrap_or_default(),
        text(event.map(|e| &e.text)),
        text(event.and_then(|e| e.place.as_ref())),
        current_silence::silent_days(parcel, gauge.now).to_string(),
        current_silence::is_stale(parcel, gauge.limits, gauge.now).to_string(),
        parcel.is_finished().to_string(),
        parcel.archived_at.is_some().to_string(),
        day(summary.eta.as_ref().map(|(eta, _)| eta.from)),
        day(summary.eta.as_ref().map(|(eta, _)| eta.to)),
        day(guard.map(|guard| guard.deadline.until)),
        text(guard.and_then(|guard| guard.deadline.preset.as_ref())),
        text(parcel.shop.as_ref()),
        joined(parcel.order_codes().map(CleanText::as_str), ", "),
        joined(parcel.tags.iter().map(CleanText::as_str), ", "),
        text(parcel.note.as_ref()),
        instant(Some(parcel.added_at)),
        instant(summary.checked_at),
    ]
}

fn text(text: Option<&CleanText>) -> String {
    text.map(ToString::to_string).unwrap_or_default()
}

fn day(day: Option<NaiveDate>) -> String {
    day.map(|day| day.to_string()).unwrap_or_default()
}

fn instant(at: Option<DateTime<Utc>>) -> String {
    at.map(|at| at.to_rfc3339_opts(SecondsFormat::Secs, true)).unwrap_or_default()
}

fn joined<'a>(parts: impl Iterator<Item = &'a str>, between: &str) -> String {
    parts.collect::<Vec<_>>().join(between)
}
