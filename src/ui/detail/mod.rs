//! The chosen parcel. Below the list: what is the matter, what to do, and what happened last, as far as there is room.
//! With the keyboard in it: everything, in texts that scroll. Wide windows have two panes, what to do beside what
//! happened.

mod all;
mod brief;
mod facts;
mod orders;
mod shown;
mod source_health;
mod steps;
mod verdict;

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use ratatui::widgets::Paragraph;

use super::draw_context::DrawContext;
use super::lines_builder::TextLines;
use super::text_width::width;
use crate::app::{Focus, ScrollWindow};
use crate::domain::Parcel;
use crate::domain::advice::advice;
use crate::t;
use crate::ui::theme::Theme;
use shown::Shown;

/// From so many columns and rows on there are two panes.
const TWO_PANES: (u16, u16) = (120, 15);

/// Draws the rule with the parcel's name, and the parcel; says which rows were in view.
pub(super) fn draw(frame: &mut Frame, [rule, area]: [Rect; 2], pen: DrawContext) -> ScrollWindow {
    let divider = (area.width >= TWO_PANES.0 && area.height >= TWO_PANES.1).then(|| left_width(area.width));
    let Some((parcel, dossier)) = pen.app.shown() else {
        draw_rule(frame, rule, None, divider, pen);
        return draw_nothing(frame, area, pen);
    };
    draw_rule(frame, rule, Some(parcel), divider, pen);
    let advice = pen.app.list.is_complete().then(|| advice(parcel, &dossier.standings, &pen.app.advice(pen.now)));
    let shown = Shown { parcel, dossier, advice: advice.as_ref().and_then(Option::as_ref) };
    let Some(left) = divider else {
        let lines = match pen.app.focus {
            Focus::List => brief::stacked(shown, area.width.into(), area.height.into(), pen),
            Focus::Detail => all::stacked(shown, area.width.into(), pen),
        };
        return scrolled(frame, area, lines, pen);
    };
    let areas = [
        Rect { width: left, ..area },
        Rect { x: area.x + left, width: 1, ..area },
        Rect { x: area.x + left + 1, width: area.width - left - 1, ..area },
    ];
    let bar = pen.theme.marks.border.vertical_left;
    let bars: Vec<Line> = (0..area.height).map(|_| Line::styled(bar, pen.theme.frame(false))).collect();
    frame.render_widget(Paragraph::new(bars), areas[1]);
    let [todo, happened] = match pen.app.focus {
        Focus::List => brief::panes(shown, [left.into(), areas[2].width.into()], area.height.into(), pen),
        Focus::Detail => all::panes(shown, [left.into(), areas[2].width.into()], pen),
    };
    let windows = [scrolled(frame, areas[0], todo, pen), scrolled(frame, areas[2], happened, pen)];
    let [todo, happened] = windows;
    if todo.total > happened.total { todo } else { happened }
}

/// What to do needs less room than what happened.
fn left_width(columns: u16) -> u16 {
    (columns * 2 / 5).min(76)
}

fn scrolled(frame: &mut Frame, area: Rect, lines: Vec<Line<'static>>, pen: DrawContext) -> ScrollWindow {
    let top = if pen.app.focus == Focus::Detail { pen.app.detail.window.top } else { 0 };
    let window = ScrollWindow::clamped(top, usize::from(area.height), lines.len());
    let shown: Vec<Line> = lines.into_iter().skip(window.top).take(window.height).collect();
    frame.render_widget(Paragraph::new(shown), area);
    window
}

fn draw_nothing(frame: &mut Frame, area: Rect, pen: DrawContext) -> ScrollWindow {
    let mut text = TextLines::new(usize::from(area.width));
    if pen.app.selected().is_some() {
        text.add(&t!(pen.texts, "detail-loading"), pen.theme.dim());
    }
    scrolled(frame, area, text.lines, pen)
}

/// The rule above the parcel: its name, and at the right end its numbers as far as there is room.
fn draw_rule(frame: &mut Frame, area: Rect, parcel: Option<&Parcel>, divider: Option<u16>, pen: DrawContext) {
    let focused = pen.app.focus == Focus::Detail;
    let (columns, line) = (usize::from(area.width), pen.theme.marks.border.horizontal_top);
    let style = pen.theme.frame(focused);
    let mut rule: Vec<Span> = Vec::new();
    let name = parcel.map(|parcel| format!(" {} ", pen.cut(parcel.name(), columns.saturating_sub(6))));
    let name = name.unwrap_or_default();
    let arrow = format!(" {} ", pen.theme.marks.arrow);
    let numbers: Vec<&str> = parcel.iter().flat_map(|p| &p.numbers).map(|held| held.number.as_str()).collect();
    let room = columns.saturating_sub(width(&name) + 8);
    let is_named_so = parcel.is_some_and(|p| numbers == [p.name()]);
    // The number of now is the last one.
    let from = (0..numbers.len()).find(|&i| width(&numbers[i..].join(&arrow)) <= room).filter(|_| !is_named_so);
    let numbers = from.map(|i| format!(" {} ", numbers[i..].join(&arrow))).unwrap_or_default();
    let between = columns.saturating_sub(4 + width(&name) + width(&numbers));
    let mut middle: Vec<&str> = vec![line; between];
    let cross = divider.and_then(|at| usize::from(at).checked_sub(2 + width(&name)));
    if let Some(cell) = cross.and_then(|at| middle.get_mut(at)) {
        *cell = pen.theme.marks.branch;
    }
    rule.push(Span::styled(line.repeat(2), style));
    rule.push(Span::styled(name, Theme::strong()));
    rule.push(Span::styled(middle.concat(), style));
    rule.push(Span::styled(numbers, Style::new()));
    rule.push(Span::styled(line.repeat(2), style));
    frame.render_widget(Line::from(rule), area);
}
