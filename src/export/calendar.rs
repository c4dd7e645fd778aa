//! The days that matter, as a calendar (RFC 5545): when parcels are expected, and until when a dispute can be opened.
//!
//! Every entry is of whole days and keeps its identity, whatever number or order its parcel gets; what changes is its
//! revision, so that a calendar that reads the file again moves it.

use std::collections::HashMap;
use std::io::{self, Write};

use chrono::{DateTime, Days, NaiveDate, Utc};

use crate::domain::{Afterwards, Parcel, ParcelId};
use crate::t;
use crate::texts::Texts;

/// The longest line, in bytes, without its end.
const LONGEST_LINE: usize = 75;

/// A day, or some in a row.
struct Entry {
    kind: &'static str,
    from: NaiveDate,
    to: NaiveDate,
    title: String,
    more: Vec<String>,
}

/// When the user last changed each parcel.
pub type LastEdits = HashMap<ParcelId, DateTime<Utc>>;

/// A calendar has to hold something (RFC 5545, 3.4); where no day matters this is all.
const NO_ENTRIES: [&str; 9] = [
    "BEGIN:VTIMEZONE",
    "TZID:UTC",
    "BEGIN:STANDARD",
    "DTSTART:19700101T000000",
    "TZOFFSETFROM:+0000",
    "TZOFFSETTO:+0000",
    "TZNAME:UTC",
    "END:STANDARD",
    "END:VTIMEZONE",
];

/// Writes the days of the parcels that are neither finished nor put away. `margin_days` are kept free before a
/// protection ends.
///
/// # Errors
/// The output is closed or full.
pub fn write(
    parcels: &[Parcel],
    edits: &LastEdits,
    margin_days: u32,
    texts: &Texts,
    out: &mut dyn Write,
) -> io::Result<()> {
    for text in ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//posylka//posylka//EN", "CALSCALE:GREGORIAN"] {
        line(out, text)?;
    }
    line(out, &format!("X-WR-CALNAME:{}", escaped(&t!(texts, "calendar-name"))))?;
    let mut is_empty = true;
    for parcel in parcels.iter().filter(|p| p.archived_at.is_none() && !p.is_finished()) {
        let revised = [parcel.summary.changed_at, edits.get(&parcel.id).copied()].into_iter().flatten().max();
        let revised = revised.map_or(parcel.added_at, |at| at.max(parcel.added_at));
        for entry in entries(parcel, margin_days, texts) {
            event(out, parcel, &entry, revised)?;
            is_empty = false;
        }
    }
    if is_empty {
        NO_ENTRIES.iter().try_for_each(|text| line(out, text))?;
    }
    line(out, "END:VCALENDAR")
}

fn entries(parcel: &Parcel, margin_days: u32, texts: &Texts) -> Vec<Entry> {
    let name = parcel.name();
    let mut entries = Vec::new();
    if let Some((eta, source)) = &parcel.summary.eta {
        let title = t!(texts, "calendar-expected", name = name);
        let more = vec![t!(texts, "calendar-told-by", source = source.as_str())];
        entries.push(Entry { kind: "expected", from: eta.from, to: eta.to.max(eta.from), title, more });
    }
    if let Some((storage, source)) = &parcel.summary.storage {
        let title = t!(texts, "calendar-storage", name = name);
        let then = match storage.then {
            Afterwards::SentBack => t!(texts, "calendar-storage-sent-back"),
            Afterwards::Costs => t!(texts, "calendar-storage-costs"),
        };
        let more = vec![then, t!(texts, "calendar-told-by", source = source.as_str())];
        entries.push(Entry { kind: "storage", from: storage.until, to: storage.until, title, more });
    }
    if let Some(guard) = parcel.protection() {
        let ends = t!(texts, "calendar-protection-until", day = guard.deadline.until.to_string());
        let assumed = guard
            .deadline
            .preset
            .as_ref()
            .map(|preset| t!(texts, "calendar-protection-assumed", preset = preset.as_str()));
        let more: Vec<String> = std::iter::once(ends).chain(assumed).collect();
        let safe = guard
            .deadline
            .until
            .checked_sub_days(Days::new(margin_days.into()))
            .filter(|safe| *safe < guard.deadline.until);
        if let Some(safe) = safe {
            let title = t!(texts, "calendar-dispute", name = name);
            entries.push(Entry { kind: "dispute", from: safe, to: safe, title, more: more.clone() });
        }
        let title = t!(texts, "calendar-protection", name = name);
        entries.push(Entry { kind: "protection", from: guard.deadline.until, to: guard.deadline.until, title, more });
    }
    entries
}

fn event(out: &mut dyn Write, parcel: &Parcel, entry: &Entry, revised: DateTime<Utc>) -> io::Result<()> {
    let Entry { kind, from, to, title, more } = entry;
    // The moment tells it from the same id in another database; the revision grows with every change.
    let added = parcel.added_at.timestamp();
    let revision = (revised - parcel.added_at).num_seconds();
    let after = to.checked_add_days(Days::new(1)).unwrap_or(*to);
    let numbers = parcel.numbers.iter().map(|n| n.number.to_string());
    let description: Vec<String> = more.iter().cloned().chain(numbers).collect();
    line(out, "BEGIN:VEVENT")?;
    line(out, &format!("UID:{kind}-{}-{added}@posylka", parcel.id))?;
    line(out, &format!("DTSTAMP:{}", stamp(revised)))?;
    line(out, &format!("SEQUENCE:{revision}"))?;
    line(out, &format!("DTSTART;VALUE=DATE:{}", from.format("%Y%m%d")))?;
    line(out, &format!("DTEND;VALUE=DATE:{}", after.format("%Y%m%d")))?;
    line(out, &format!("SUMMARY:{}", escaped(title)))?;
    line(out, &format!("DESCRIPTION:{}", escaped(&description.join("\n"))))?;
    line(out, "TRANSP:TRANSPARENT")?;
    line(out, "END:VEVENT")
}

fn stamp(at: DateTime<Utc>) -> String {
    at.format("%Y%m%dT%H%M%SZ").to_string()
}

fn escaped(text: &str) -> String {
    text.replace('\\', "\\\\").replace(';', "\\;").replace(',', "\\,").replace('\n', "\\n")
}

/// A line, folded where it is too long, never inside a character.
fn line(out: &mut dyn Write, text: &str) -> io::Result<()> {
    let mut rest = text;
    let mut room = LONGEST_LINE;
    while rest.len() > room {
        let at = rest.floor_char_boundary(room);
        write!(out, "{}\r\n ", &rest[..at])?;
        rest = &rest[at..];
        room = LONGEST_LINE - 1;
    }
    write!(out, "{rest}\r\n")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::advice::test_parcels::{day, parcel};
    use crate::domain::{Deadline, Eta, State, Status, Storage};
    use crate::texts::Language;

    fn calendar(parcel: Parcel) -> String {
        let mut out = Vec::new();
        write(&[parcel], &LastEdits::new(), 2, &Texts::new(Language::En), &mut out).unwrap();
        String::from_utf8(out).unwrap().replace("\r\n ", "")
    }

    #[test]
    fn every_day_that_is_known_has_its_entry_and_a_finished_parcel_has_none() {
        let mut parcel = parcel("RB123456785CN", Some(State::only(Status::AvailableForPickup)), 1);
        parcel.own_protection = Some(Deadline::told(day(20)));
        parcel.summary.storage = Some((Storage { until: day(5), then: Afterwards::SentBack }, "upu".into()));
        parcel.summary.eta = Some((Eta { from: day(1), to: day(3) }, "cainiao".into()));
        let text = calendar(parcel.clone());
        let at = |kind: &str| {
            let entry = text.split("BEGIN:VEVENT").find(|e| e.contains(&format!("UID:{kind}-"))).unwrap();
            let value = |name: &str| entry.lines().find_map(|l| l.strip_prefix(name)).unwrap().to_owned();
            (value("DTSTART;VALUE=DATE:"), value("DTEND;VALUE=DATE:"))
        };
        let days = |from, to| (day(from).format("%Y%m%d").to_string(), day(to).format("%Y%m%d").to_string());
        assert_eq!(at("expected"), days(1, 4));
        assert_eq!(at("storage"), days(5, 6));
        assert_eq!(at("dispute"), days(18, 19));
        assert_eq!(at("protection"), days(20, 21));
        assert!(text.contains("Then it is sent back.\\nAccording to upu"), "{text}");
        parcel.summary.state = Some(State::only(Status::Delivered));
        let empty = calendar(parcel);
        assert!(!empty.contains("VEVENT") && empty.contains("VTIMEZONE"), "a calendar holds something");
    }

    fn written(text: &str) -> String {
        let mut out = Vec::new();
        line(&mut out, text).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn long_lines_are_folded_between_characters_and_unfold_to_what_they_were() {
        for text in ["SUMMARY:short".to_owned(), format!("SUMMARY:{}", "чёрный чехол ".repeat(20)), "x".repeat(75)]
        {
            let folded = written(&text);
            assert!(folded.split("\r\n").all(|line| line.len() <= LONGEST_LINE), "{folded}");
            assert_eq!(folded.trim_end_matches("\r\n").replace("\r\n ", ""), text);
        }
    }

    #[test]
    fn what_means_something_in_a_calendar_means_nothing_in_a_text() {
        assert_eq!(escaped("a,b;c\\d\nEND:VEVENT"), "a\\,b\\;c\\\\d\\nEND:VEVENT");
    }
}
