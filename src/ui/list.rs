//! The list. Moving the cursor changes one mark and the title of two rows, and nothing else: that is what it costs on
//! the wire.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use ratatui::widgets::{Block, Paragraph};

use super::draw_context::DrawContext;
use super::layout::inside;
use super::text_width::{width, wrap};
use crate::app::{Focus, ScrollWindow};
use crate::domain::Parcel;
use crate::domain::current_silence::heard_at;
use crate::t;
use crate::ui::theme::Theme;

/// Draws the list into a frame; says which rows were in view.
pub(super) fn draw(frame: &mut Frame, area: Rect, pen: DrawContext) -> ScrollWindow {
    let list = &pen.app.list;
    let focused = pen.app.focus == Focus::List;
    let block = Block::bordered()
        .border_set(pen.theme.marks.border)
        .border_style(pen.theme.frame(focused))
        .title(Line::styled(title(pen, area), if focused { Theme::strong() } else { Style::new() }));
    frame.render_widget(block, area);
    let inner = inside(area);
    let window = window(pen, usize::from(inner.height));
    if window.total == 0 {
        draw_nothing(frame, inner, pen);
        return window;
    }
    let columns = Columns::new(usize::from(inner.width), pen);
    let chosen = list.selected().map(|p| p.id);
    let rows = list.rows().skip(window.top).take(window.height);
    let lines: Vec<Line> = rows.map(|parcel| row(parcel, chosen == Some(parcel.id), columns, pen)).collect();
    frame.render_widget(Paragraph::new(lines), inner);
    window
}

/// The rows in view: where they were, moved as little as keeps the cursor in view.
fn window(pen: DrawContext, height: usize) -> ScrollWindow {
    let list = &pen.app.list;
    let total = list.rows().len();
    let mut top = list.window.top;
    if let Some(row) = list.position() {
        top = top.clamp((row + 1).saturating_sub(height), row);
    }
    ScrollWindow::clamped(top, height, total)
}

fn title(pen: DrawContext, area: Rect) -> String {
    let list = &pen.app.list;
    let name = if list.archived { t!(pen.texts, "list-title-archived") } else { t!(pen.texts, "list-title") };
    let title = if list.filter.is_empty() {
        name
    } else {
        let filter = t!(pen.texts, "list-filter", text = list.filter.text());
        format!("{name}{}{filter}", pen.theme.marks.dot)
    };
    format!(" {} ", pen.cut(&title, usize::from(area.width).saturating_sub(4)))
}

/// How many columns each part of a row has.
#[derive(Clone, Copy)]
struct Columns {
    title: usize,
    status: usize,
    age: usize,
    /// Days of protection, or the expected day.
    until: usize,
}

/// Cursor, mark, second mark, space.
const MARKS: usize = 4;

impl Columns {
    fn new(total: usize, pen: DrawContext) -> Self {
        let cyrillic = pen.texts.language() == crate::texts::Language::Ru;
        let age = if cyrillic { 7 } else { 6 };
        let until = match total {
            60.. => 8,
            34.. => 6,
            _ => 0,
        };
        let rest = total.saturating_sub(MARKS + age + 1 + if until > 0 { until + 1 } else { 0 });
        let status = (rest * 11 / 20).min(26);
        Self { title: rest.saturating_sub(status + 1), status, age, until }
    }
}

fn row<'a>(parcel: &'a Parcel, chosen: bool, columns: Columns, pen: DrawContext<'a>) -> Line<'a> {
    let style = pen.theme.urgency(pen.urgency(parcel));
    let title = pen.cut(parcel.name(), columns.title);
    let filler = " ".repeat(columns.title.saturating_sub(width(&title)) + 1);
    let title_style = if chosen { style.add_modifier(Theme::CHOSEN) } else { style };
    let (second, second_style) = second_mark(parcel, pen);
    let mut spans = vec![
        Span::styled(if chosen { pen.theme.marks.cursor } else { " " }, pen.theme.key()),
        Span::styled(pen.mark(parcel), pen.theme.urgency_mark(pen.urgency(parcel))),
        Span::styled(second, second_style),
        Span::raw(" "),
        Span::styled(title, title_style),
        Span::raw(filler),
        Span::styled(pen.fit(&pen.short_status(parcel, columns.status), columns.status), style),
        Span::raw(" "),
        Span::styled(pen.fit_right(&age(parcel, pen), columns.age), pen.theme.dim()),
    ];
    if columns.until > 0 {
        let (text, style) = until(parcel, pen);
        spans.push(Span::raw(" "));
        spans.push(Span::styled(pen.fit_right(&text, columns.until), style));
    }
    Line::from(spans)
}

/// Sources that disagree, or one that fails.
fn second_mark(parcel: &Parcel, pen: DrawContext) -> (&'static str, Style) {
    let marks = pen.theme.marks;
    if parcel.summary.disagreement {
        (marks.disagree, pen.theme.trouble_mark())
    } else if !parcel.summary.troubles.is_empty() && !parcel.is_finished() {
        (marks.failing, pen.theme.trouble_mark())
    } else {
        (" ", Style::new())
    }
}

/// How long ago something was heard of it; of a finished one, when that was.
fn age(parcel: &Parcel, pen: DrawContext) -> String {
    let event = parcel.summary.last_event.as_ref().and_then(|e| e.time);
    match event {
        Some(time) if parcel.is_finished() => pen.date(time.date()),
        _ => pen.age(heard_at(parcel)),
    }
}

/// Days of protection left, or else the day it is expected.
fn until(parcel: &Parcel, pen: DrawContext) -> (String, Style) {
    if parcel.is_finished() {
        return (String::new(), Style::new());
    }
    if let Some(guard) = parcel.protection() {
        let days = (guard.deadline.until - pen.today()).num_days();
        let style = if days <= 3 { pen.theme.wrong() } else { pen.theme.dim() };
        // A day that was counted by a preset is assumed.
        let assumed = if guard.deadline.preset.is_some() { "~" } else { "" };
        return (format!("{} {assumed}{}", pen.theme.marks.flag, days.max(0)), style);
    }
    let eta = parcel.summary.eta.as_ref().map(|(eta, _)| pen.date(eta.to));
    (eta.unwrap_or_default(), pen.theme.dim())
}

fn draw_nothing(frame: &mut Frame, area: Rect, pen: DrawContext) {
    let list = &pen.app.list;
    let lines: Vec<String> = if !list.is_complete() {
        vec![t!(pen.texts, "list-loading")]
    } else if !list.filter.is_empty() {
        let none = t!(pen.texts, "list-no-match", text = list.filter.text());
        vec![none, t!(pen.texts, "list-no-match-clear")]
    } else if list.archived {
        vec![t!(pen.texts, "list-empty-archived")]
    } else {
        vec![
            t!(pen.texts, "list-empty"),
            t!(pen.texts, "list-empty-add"),
            t!(pen.texts, "list-empty-paste"),
            t!(pen.texts, "list-empty-demo"),
        ]
    };
    let columns = usize::from(area.width).saturating_sub(2);
    let wrapped = lines.iter().flat_map(|line| wrap(line, columns));
    let lines: Vec<Line> = wrapped.map(|line| Line::from(format!(" {line}"))).collect();
    frame.render_widget(Paragraph::new(lines), area);
}
