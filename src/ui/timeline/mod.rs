//! The timeline: newest first, by day, with the carrier's own words, silences, and who said what.

mod brief;
mod columns;
mod event_text;

use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::lines_builder::TextLines;
use super::text_width::{width, wrap};
use super::{domain_text, draw_context::DrawContext};
use crate::domain::{Entry, Parcel, Timeline, current_silence};
use crate::t;
use crate::ui::theme::Theme;
pub(super) use brief::{Room, brief};
use columns::{Columns, day, when};
use event_text::{GAP, days_between, gap_text, notes, place};

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

fn add_gap(text: &mut TextLines, days: i64, columns: Columns, pen: DrawContext) {
    let indent = columns.indent().saturating_sub(3).min(columns.date);
    text.add_indented(indent, &gap_text(days, pen), pen.theme.trouble());
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
    let own = if event.translation.is_some() { event.text.to_string() } else { String::new() };
    let mut parts = vec![own, place(event, pen).unwrap_or_default(), pen.source_names(&entry.sources())];
    parts.retain(|part| !part.is_empty());
    parts.join(pen.theme.marks.dot)
}
