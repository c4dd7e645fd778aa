//! The newest of the timeline in so many rows: an event a row, then silences, then more of the carrier's words.

use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::super::draw_context::DrawContext;
use super::super::text_width::{width, wrap};
use super::columns::{Columns, day, when};
use super::event_text::{GAP, days_between, gap_text, notes, place};
use crate::domain::{Entry, Parcel, SourceId, Timeline, current_silence};
use crate::t;
use crate::ui::domain_text;
use crate::ui::theme::Theme;

/// How much room there is.
#[derive(Clone, Copy)]
pub(in crate::ui) struct Room {
    pub columns: usize,
    pub rows: usize,
    /// So many rows at most are spent on words and silences while older events wait.
    pub rows_for_words: usize,
    /// Whether the time of day is shown.
    pub with_time: bool,
}

/// An event that is shown, and what of it is.
struct Shown {
    /// Days of silence after it, where they have a row.
    gap: Option<i64>,
    front: Vec<Span<'static>>,
    parts: Vec<(String, Style)>,
    /// What did not fit beside these, in rows of its own.
    below: Vec<String>,
}

/// As many events as there are rows, the newest first. What rows are spare, silences and words get in the order of
/// the events, until one does not fit: so a higher or wider window never shows less.
pub(in crate::ui) fn brief(parcel: &Parcel, timeline: &Timeline, room: Room, pen: DrawContext) -> Vec<Line<'static>> {
    let entries = &timeline.entries;
    if room.rows == 0 || entries.is_empty() {
        let none = || Line::styled(format!(" {}", t!(pen.texts, "detail-no-events")), pen.theme.dim());
        return (room.rows > 0).then(none).into_iter().collect();
    }
    let columns = Columns::in_brief(timeline, room.with_time, pen);
    let silent = i64::from(current_silence::silent_days(parcel, pen.now));
    let silent = (silent >= GAP && !parcel.is_finished() && room.rows > 1).then_some(silent);
    let rows = room.rows - usize::from(silent.is_some());
    let count = entries.len().min(rows.saturating_sub(room.rows_for_words).max(rows.min(1)));
    let mut shown = chosen(&entries[..count], columns, pen);
    spend(&mut shown, rows - count, room.columns, pen.theme.marks.dot);
    let mut lines: Vec<Line> = silent.map(|days| gap(days, columns, pen)).into_iter().collect();
    for event in shown {
        lines.extend(event.gap.map(|days| gap(days, columns, pen)));
        lines.extend(event_lines(event, room.columns, pen));
    }
    mark_hidden(&mut lines, entries.len() - count, room.columns, pen);
    lines
}

/// The events with everything that may be shown of them.
fn chosen(entries: &[Entry], columns: Columns, pen: DrawContext) -> Vec<Shown> {
    let one_source = only_source(entries);
    let newer = std::iter::once(None).chain(entries.iter().map(Some));
    let of = |(entry, newer): (&Entry, Option<&Entry>)| {
        let date = day(entry, pen);
        let is_repeated = newer.is_some_and(|newer| day(newer, pen) == date);
        Shown {
            gap: newer.and_then(|newer| days_between(newer, entry)),
            front: when(entry, if is_repeated { "" } else { &date }, columns, pen),
            parts: parts(entry, one_source, pen),
            below: Vec::new(),
        }
    };
    entries.iter().zip(newer).map(of).collect()
}

/// Gives the spare rows to silences and to words that do not fit beside their event.
fn spend(shown: &mut [Shown], mut spare: usize, columns: usize, dot: &str) {
    let mut enough = true;
    for event in shown {
        enough = enough && spare >= usize::from(event.gap.is_some());
        if enough {
            spare -= usize::from(event.gap.is_some());
        } else {
            event.gap = None;
        }
        let (beside, below) = below(event, columns, dot);
        enough = enough && spare >= below.len();
        if enough {
            spare -= below.len();
            event.parts.truncate(beside);
            event.below = below;
        }
    }
}

/// What does not fit beside the event's first words, in rows of its own: the last part where all the others fit.
fn below(event: &Shown, columns: usize, dot: &str) -> (usize, Vec<String>) {
    let columns = (columns + 1).saturating_sub(indent(&event.front));
    let widths = event.parts.iter().map(|(text, _)| width(text) + width(dot));
    let ends: Vec<usize> = widths
        .scan(0, |end, width| {
            Some({
                *end += width;
                *end
            })
        })
        .collect();
    let beside = ends.iter().take_while(|end| **end <= columns + width(dot)).count().max(1);
    let rest: Vec<&str> = event.parts.iter().skip(beside).map(|(text, _)| text.as_str()).collect();
    (beside, if rest.is_empty() { Vec::new() } else { wrap(&rest.join(dot), columns) })
}

fn indent(front: &[Span]) -> usize {
    front.iter().map(|span| width(&span.content)).sum()
}

fn gap(days: i64, columns: Columns, pen: DrawContext) -> Line<'static> {
    let indent = columns.indent().saturating_sub(3).min(columns.date) + 1;
    Line::styled(" ".repeat(indent) + &gap_text(days, pen), pen.theme.trouble())
}

/// An event on one line, and below it the words that have rows of their own.
fn event_lines(event: Shown, columns: usize, pen: DrawContext) -> Vec<Line<'static>> {
    let indent = indent(&event.front);
    let mut left = (columns + 1).saturating_sub(indent);
    let mut line = event.front;
    for (place, (text, style)) in event.parts.iter().enumerate() {
        let dot = if place == 0 { "" } else { pen.theme.marks.dot };
        let text = pen.cut(text, left.saturating_sub(width(dot)));
        if text.is_empty() {
            break;
        }
        left = left.saturating_sub(width(dot) + width(&text));
        line.push(Span::raw(dot));
        line.push(Span::styled(text, *style));
    }
    let margin = " ".repeat(indent);
    let below = event.below.into_iter().map(|line| Line::styled(format!("{margin}{line}"), pen.theme.dim()));
    std::iter::once(Line::from(line)).chain(below).collect()
}

/// What there is to say of an event, the first part first: our reading, what others read, where, the carrier's words,
/// and who says so where that differs.
fn parts(entry: &Entry, one_source: bool, pen: DrawContext) -> Vec<(String, Style)> {
    let event = entry.event();
    let plain = if entry.is_withdrawn() { pen.theme.withdrawn() } else { Style::new() };
    let reading = event.state.map(|state| domain_text::state(pen.texts, Some(state)));
    let said = event.words().to_string();
    let repeats = reading.as_ref().is_some_and(|reading| reading.to_lowercase() == said.to_lowercase());
    let mut parts = Vec::new();
    let mut words = (!repeats && !said.is_empty()).then_some(said);
    match reading.or_else(|| words.take()) {
        Some(lead) => parts.push((lead, plain.patch(Theme::strong()))),
        None => return parts,
    }
    parts.extend(notes(entry, pen).into_iter().map(|note| (note, pen.theme.trouble())));
    parts.extend(place(event, pen).map(|place| (place, plain)));
    if !one_source {
        parts.push((pen.source_names(&entry.sources()), pen.theme.dim()));
    }
    let own = event.translation.is_some().then(|| event.text.to_string());
    parts.extend(words.into_iter().chain(own).map(|words| (words, pen.theme.dim())));
    parts
}

/// Whether every event is told by one and the same source: then it need not be named at each.
fn only_source(entries: &[Entry]) -> bool {
    let first: Vec<&SourceId> = entries.first().map(Entry::sources).unwrap_or_default();
    first.len() == 1 && entries.iter().all(|entry| entry.sources() == first)
}

/// At the end of the last line, how many events there are below it.
fn mark_hidden(lines: &mut [Line<'static>], hidden: usize, room: usize, pen: DrawContext) {
    let (Some(last), 1..) = (lines.last_mut(), hidden) else { return };
    let text = t!(pen.texts, "detail-more-events", n = hidden);
    if let Some(filler @ 3..) = (room + 1).checked_sub(last.width() + width(&text)) {
        last.spans.push(Span::raw(" ".repeat(filler)));
        last.spans.push(Span::styled(text, pen.theme.dim()));
    }
}
