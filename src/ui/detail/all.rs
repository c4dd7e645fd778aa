//! The parcel while the keyboard is in it: everything.

use ratatui::text::Line;

use super::super::draw_context::DrawContext;
use super::shown::Shown;
use super::{facts, source_health, steps, verdict};
use crate::ui::lines_builder::TextLines;
use crate::ui::timeline;

/// One text.
pub(super) fn stacked(shown: Shown, columns: usize, pen: DrawContext) -> Vec<Line<'static>> {
    let [mut todo, happened] = panes(shown, [columns, columns], pen);
    todo.push(Line::default());
    todo.extend(happened);
    todo
}

/// Two texts, of that many columns.
pub(super) fn panes(shown: Shown, columns: [usize; 2], pen: DrawContext) -> [Vec<Line<'static>>; 2] {
    let [mut todo, mut happened] = columns.map(TextLines::new);
    let (said, style) = verdict::verdict(shown, pen);
    todo.add(&said, style);
    steps::add(&mut todo, shown, true, pen);
    todo.gap();
    facts::add(&mut todo, shown, pen);
    source_health::add(&mut todo, shown, pen);
    timeline::add(&mut happened, shown.parcel, &shown.dossier.timeline, pen);
    [todo.lines, happened.lines]
}
