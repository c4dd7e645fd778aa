//! The timeline: newest first, by day, with the carrier's own words, silences, and who said what.

use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::date_text::wall_time;
use super::lines_builder::TextLines;
use super::text_width::{width, wrap};
use super::{domain_text, draw_context::DrawContext};
use crate::domain::{Entry, Parcel, Timeline, current_silence};
use crate::t;
use crate::ui::theme::Theme;

/// Silences shorter than this many days are not worth a line.
const GAP: i64 = 3;
/// Narrower than this, the date stands on a line of its own.
const NARROW: usize = 44;

/// The columns in front of the words.
#[derive(Clone, Copy)]
struct Columns {
    date: usize,
    time: usize,
    with_offsets: bool,
}

pub(super) fn add(text: &mut TextLines, parcel: &Parcel, timeline: &Timeline, pen: DrawContext) {
    if timeline.entries.is_empty() {
        text.add(&t!(pen.texts, "detail-no-events"), pen.theme.dim());
        return;
    }
    let columns = Columns::new(timeline, text.columns, pen);
    let silent = i64::from(current_silence::silent_days(parcel, pen.now));
    if silent >= GAP && !parcel.is_finished() {
        add_gap(text, silent, columns, pen);
    }
    let mut above: Option<&Entry> = None;
    let mut date = None;
    for entry in &timeline.entries {
        if let Some(days) = above.and_then(|newer| days_between(newer, entry)) {
            add_gap(text, days, columns, pen);
        }
        let day = day(entry, pen);
        let repeated = date.as_ref() == Some(&day);
        add_entry(text, entry, if repeated { "" } else { &day }, columns, pen);
        date = Some(day);
        if !entry.is_withdrawn() {
            above = Some(entry);
        }
    }
}

impl Columns {
    fn new(timeline: &Timeline, room: usize, pen: DrawContext) -> Self {
        let times = || timeline.entries.iter().filter_map(|e| e.event().time);
        let mut offsets = times().filter(|t| t.precision() != crate::domain::Precision::Day).map(|t| t.offset());
        let first = offsets.next();
        let with_offsets = offsets.any(|offset| Some(offset) != first);
        let clock = |t| width(&wall_time(&t, pen.theme.marks.no_zone, with_offsets));
        let time = times().map(clock).max().unwrap_or_default();
        let date = timeline.entries.iter().map(|e| width(&day(e, pen))).max().unwrap_or_default();
        Self { date: if room < NARROW { 0 } else { date }, time, with_offsets }
    }

    /// Where the words begin.
    fn indent(self) -> usize {
        let after = |columns: usize| if columns > 0 { columns + 2 } else { 0 };
        after(self.date) + after(self.time)
    }
}

fn day(entry: &Entry, pen: DrawContext) -> String {
    entry.event().time.map_or_else(|| t!(pen.texts, "date-none"), |time| pen.date(time.date()))
}

/// Full days of silence between two entries, where there are enough of them.
fn days_between(newer: &Entry, older: &Entry) -> Option<i64> {
    let (newer, older) = (newer.event().time?, older.event().time?);
    let days = (newer.approximate() - older.approximate()).num_days();
    (days >= GAP).then_some(days)
}

fn add_gap(text: &mut TextLines, days: i64, columns: Columns, pen: DrawContext) {
    let line = format!("{}  {}", pen.theme.marks.gap, t!(pen.texts, "detail-gap", n = days));
    text.add_indented(columns.indent().saturating_sub(3).min(columns.date), &line, pen.theme.trouble());
}

fn add_entry(text: &mut TextLines, entry: &Entry, day: &str, columns: Columns, pen: DrawContext) {
    if columns.date == 0 && !day.is_empty() {
        text.add(day, Theme::strong());
    }
    let room = text.columns.saturating_sub(columns.indent());
    let mut lines = said(entry, room, pen);
    let mut first = when(entry, day, columns, pen);
    first.append(&mut lines[0].spans);
    let meta = meta(entry, pen);
    let used: usize = first.iter().map(|s| width(&s.content)).sum();
    let filler = (text.columns + 1).saturating_sub(used + width(&meta));
    let fits = lines.len() == 1 && filler >= 2;
    if fits {
        first.push(Span::raw(" ".repeat(filler)));
        first.push(Span::styled(meta.clone(), pen.theme.dim()));
    }
    text.lines.push(Line::from(first));
    let margin = " ".repeat(columns.indent() + 1);
    for mut line in lines.into_iter().skip(1) {
        line.spans.insert(0, Span::raw(margin.clone()));
        text.lines.push(line);
    }
    if !fits {
        text.add_indented(columns.indent(), &meta, pen.theme.dim());
    }
    for note in notes(entry, pen) {
        text.add_indented(columns.indent(), &note, pen.theme.trouble());
    }
}

/// The columns in front of the words: the day where it is a new one, and the time.
fn when(entry: &Entry, day: &str, columns: Columns, pen: DrawContext) -> Vec<Span<'static>> {
    let mut spans = vec![Span::raw(" ")];
    if columns.date > 0 {
        spans.push(Span::styled(pen.fit_right(day, columns.date), Theme::strong()));
        spans.push(Span::raw("  "));
    }
    if columns.time > 0 {
        let clock = entry.event().time.map(|t| wall_time(&t, pen.theme.marks.no_zone, columns.with_offsets));
        spans.push(Span::styled(pen.fit(&clock.unwrap_or_default(), columns.time), pen.theme.dim()));
        spans.push(Span::raw("  "));
    }
    spans
}

/// Our reading in bold, then the carrier's words, translated where the source does that. At least one line.
fn said(entry: &Entry, room: usize, pen: DrawContext) -> Vec<Line<'static>> {
    let event = entry.event();
    let reading = event.state.map(|state| domain_text::state(pen.texts, Some(state))).unwrap_or_default();
    let words = event.words();
    let same = words.to_lowercase() == reading.to_lowercase();
    let full = match (reading.is_empty(), same || words.is_empty()) {
        (true, _) => words.to_string(),
        (false, true) => reading.clone(),
        (false, false) => format!("{reading}{}{words}", pen.theme.marks.dot),
    };
    let style = if entry.is_withdrawn() { pen.theme.withdrawn() } else { Style::new() };
    let lines = wrap(&full, room).into_iter().enumerate().map(|(i, line)| match line.strip_prefix(reading.as_str()) {
        Some(rest) if i == 0 && !reading.is_empty() => Line::from(vec![
            Span::styled(reading.clone(), style.patch(Theme::strong())),
            Span::styled(rest.to_owned(), style),
        ]),
        _ => Line::from(Span::styled(line, style)),
    });
    lines.collect()
}

/// The carrier's own words where a translation stands for them, where it was, and who says so.
fn meta(entry: &Entry, pen: DrawContext) -> String {
    let event = entry.event();
    let place = match (&event.place, event.country) {
        (Some(place), _) => place.to_string(),
        (None, Some(country)) => domain_text::country(pen.texts, country),
        (None, None) => String::new(),
    };
    let own = if event.translation.is_some() { event.text.to_string() } else { String::new() };
    let mut parts = vec![own, place, pen.source_names(&entry.sources())];
    parts.retain(|part| !part.is_empty());
    parts.join(pen.theme.marks.dot)
}

/// That it was withdrawn, or read otherwise by another source.
fn notes(entry: &Entry, pen: DrawContext) -> Vec<String> {
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
