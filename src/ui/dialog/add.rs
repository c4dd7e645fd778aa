//! The dialog that adds parcels: the fields, and below them what the text offers.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::Line;
use ratatui::widgets::Paragraph;

use super::super::draw_context::DrawContext;
use super::{add_table, add_words, below, draw_field, open, row};
use crate::app::add_dialog::{AddDialog, AddFocus, AddRow};
use crate::t;
use crate::ui::text_width::{width, wrap};
use crate::ui::theme::Theme;

/// The rows of the frame, of the fields and of the empty line below them.
const AROUND: usize = 5;
/// What one number needs.
const FEWEST: usize = 6;
/// What is said below the table.
const BELOW_TABLE: usize = 3;
const COLUMNS: u16 = 76;
/// So wide the table is where there is room.
const WIDEST: u16 = 112;

pub(in crate::ui) fn draw(frame: &mut Frame, dialog: &AddDialog, pen: DrawContext) {
    let many = dialog.rows.len() > 1;
    let needs = if many { dialog.rows.len() + BELOW_TABLE } else { FEWEST.max(3 + choices(dialog)) };
    let rows = u16::try_from(needs + AROUND).unwrap_or(u16::MAX);
    let columns = if many { WIDEST.min(frame.area().width.saturating_sub(4)).max(COLUMNS) } else { COLUMNS };
    let area = open(frame, &t!(pen.texts, "add-title"), columns, rows, pen);
    draw_fields(frame, area, dialog, pen);
    let area = below(area, 3);
    if many {
        let lines = footer(dialog, usize::from(area.width), pen);
        let room = usize::from(area.height).saturating_sub(lines.len()).max(1);
        let drawn = add_table::draw(frame, area, room, dialog, pen);
        frame.render_widget(Paragraph::new(lines), below(area, drawn));
    } else {
        let lines = single(dialog, usize::from(area.width), usize::from(area.height), pen);
        frame.render_widget(Paragraph::new(lines), area);
    }
}

fn choices(dialog: &AddDialog) -> usize {
    dialog.rows.first().map_or(0, |row| row.offer.choices().len())
}

fn draw_fields(frame: &mut Frame, area: Rect, dialog: &AddDialog, pen: DrawContext) {
    let (numbers, name) = (t!(pen.texts, "add-numbers"), t!(pen.texts, "add-name"));
    let columns = width(&numbers).max(width(&name));
    let lines = dialog.numbers.text().trim().lines().count();
    if lines > 1 {
        // Of a text of many lines the field would show the end only.
        let style = if dialog.focus == AddFocus::Numbers { pen.theme.key() } else { pen.theme.dim() };
        let text = format!("{} {}", pen.fit(&numbers, columns), t!(pen.texts, "add-pasted", n = lines));
        frame.render_widget(Line::styled(text, style), row(area, 0));
    } else {
        draw_field(
            frame,
            row(area, 0),
            &pen.fit(&numbers, columns),
            &dialog.numbers,
            dialog.focus == AddFocus::Numbers,
            pen,
        );
    }
    if dialog.takes_title() {
        draw_field(frame, row(area, 1), &pen.fit(&name, columns), &dialog.title, dialog.focus == AddFocus::Title, pen);
    }
}

fn styled(line: &str, style: Style, columns: usize) -> Vec<Line<'static>> {
    wrap(line, columns).into_iter().map(|line| Line::styled(line, style)).collect()
}

/// Everything that is said of a single row, and the numbers to choose from.
fn single(dialog: &AddDialog, columns: usize, rows: usize, pen: DrawContext) -> Vec<Line<'static>> {
    let Some(only) = dialog.rows.first() else {
        return styled(&t!(pen.texts, "add-nothing"), pen.theme.dim(), columns);
    };
    let (text, style) = add_words::describe(only, pen);
    let mut lines = styled(&text, style, columns);
    let facts = add_words::facts(only, pen);
    if !facts.is_empty() {
        lines.extend(styled(&facts.join(pen.theme.marks.dot), Style::new(), columns));
    }
    lines.extend(choice_lines(only, pen));
    let end = styled(&enter(dialog, pen), Theme::strong(), columns);
    lines.truncate(rows.saturating_sub(end.len()));
    lines.extend(end);
    lines
}

/// The numbers that may be meant, each on its line, the one that is taken marked.
fn choice_lines(row: &AddRow, pen: DrawContext) -> Vec<Line<'static>> {
    let choices = row.offer.choices();
    if choices.len() < 2 {
        return Vec::new();
    }
    let line = |(at, number): (usize, &&crate::domain::TrackingNumber)| {
        let chosen = at == row.choice;
        let mark = if chosen { pen.theme.marks.cursor } else { " " };
        let style = if chosen { pen.theme.key() } else { Style::new() };
        Line::styled(format!("{mark} {}  {}", number.as_str(), add_words::choice(row, at, pen)), style)
    };
    choices.iter().enumerate().map(line).collect()
}

/// Below the table: what is said of the row that the keyboard is on, what was not taken, and what Enter does.
fn footer(dialog: &AddDialog, columns: usize, pen: DrawContext) -> Vec<Line<'static>> {
    let mut lines = Vec::new();
    if let AddFocus::Row(at) = dialog.focus
        && let Some(row) = dialog.rows.get(at)
    {
        let (text, style) = add_words::describe(row, pen);
        let said: Vec<String> = std::iter::once(text).chain(add_words::facts(row, pen)).collect();
        lines.extend(styled(&said.join(pen.theme.marks.dot), style, columns).into_iter().take(2));
    } else if let left @ 1.. = dialog.not_taken() {
        lines.extend(styled(&t!(pen.texts, "add-not-taken", n = left), pen.theme.trouble(), columns));
    }
    lines.extend(styled(&enter(dialog, pen), Theme::strong(), columns));
    lines
}

fn enter(dialog: &AddDialog, pen: DrawContext) -> String {
    let new = dialog.new_parcels().len();
    let known = new == 0 && dialog.rows.iter().any(|row| row.already.is_some());
    if known { t!(pen.texts, "add-go-to") } else { t!(pen.texts, "add-count", n = new) }
}
