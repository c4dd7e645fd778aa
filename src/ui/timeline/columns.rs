//! The columns in front of an event's words: day and time.

use ratatui::text::Span;

use super::super::date_text::wall_time;
use super::super::draw_context::DrawContext;
use super::super::text_width::width;
use crate::domain::{Entry, Precision, Timeline};
use crate::t;
use crate::ui::theme::Theme;

/// Narrower than this, the date stands on a line of its own.
const NARROW: usize = 44;

/// The columns in front of the words.
#[derive(Clone, Copy)]
pub(super) struct Columns {
    pub date: usize,
    pub time: usize,
    with_offsets: bool,
}

impl Columns {
    pub fn new(timeline: &Timeline, room: usize, pen: DrawContext) -> Self {
        let times = || timeline.entries.iter().filter_map(|e| e.event().time);
        let mut offsets = times().filter(|t| t.precision() != Precision::Day).map(|t| t.offset());
        let first = offsets.next();
        let with_offsets = offsets.any(|offset| Some(offset) != first);
        Self::measured(timeline, room, with_offsets, pen)
    }

    fn measured(timeline: &Timeline, room: usize, with_offsets: bool, pen: DrawContext) -> Self {
        let times = || timeline.entries.iter().filter_map(|e| e.event().time);
        let clock = |t| width(&wall_time(&t, pen.theme.marks.no_zone, with_offsets));
        let time = times().map(clock).max().unwrap_or_default();
        let date = timeline.entries.iter().map(|e| width(&day(e, pen))).max().unwrap_or_default();
        Self { date: if room < NARROW { 0 } else { date }, time, with_offsets }
    }

    /// For events of one line each: always the day, the time where it is wanted.
    pub fn in_brief(timeline: &Timeline, with_time: bool, pen: DrawContext) -> Self {
        let columns = Self::measured(timeline, usize::MAX, false, pen);
        Self { time: if with_time { columns.time } else { 0 }, ..columns }
    }

    /// Where the words begin.
    pub fn indent(self) -> usize {
        let after = |columns: usize| if columns > 0 { columns + 2 } else { 0 };
        after(self.date) + after(self.time)
    }
}

pub(super) fn day(entry: &Entry, pen: DrawContext) -> String {
    entry.event().time.map_or_else(|| t!(pen.texts, "date-none"), |time| pen.date(time.date()))
}

/// The columns in front of the words: the day where it is a new one, and the time.
pub(super) fn when(entry: &Entry, day: &str, columns: Columns, pen: DrawContext) -> Vec<Span<'static>> {
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
