//! The table of what a text offers: one row a parcel, which can be switched on and off.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::Paragraph;

use super::super::draw_context::DrawContext;
use super::add_words;
use crate::app::ScrollWindow;
use crate::app::add_dialog::{AddDialog, AddFocus, AddRow};
use crate::ui::text_width::width;
use crate::ui::theme::Theme;

/// `[x] `, as it is understood without colours.
const MARK: usize = 4;
const LONGEST_NUMBER: usize = 24;
const LONGEST_TITLE: usize = 30;
/// A title needs so much room, or it has none of its own.
const LEAST_REST: usize = 12;

/// Draws as many rows as there is room for, those around the keyboard's; says how many.
pub(super) fn draw(frame: &mut Frame, area: Rect, room: usize, dialog: &AddDialog, pen: DrawContext) -> u16 {
    let at = match dialog.focus {
        AddFocus::Row(at) => Some(at),
        AddFocus::Numbers | AddFocus::Title => None,
    };
    let top = at.map_or(0, |at| (at + 1).saturating_sub(room));
    let window = ScrollWindow::clamped(top, room, dialog.rows.len());
    let columns = Columns::of(dialog, usize::from(area.width));
    let rows = dialog.rows.iter().enumerate().skip(window.top).take(window.height);
    let lines: Vec<Line> = rows.map(|(i, row)| line(row, at == Some(i), columns, pen)).collect();
    let height = u16::try_from(lines.len()).unwrap_or(u16::MAX);
    frame.render_widget(Paragraph::new(lines), Rect { height: height.min(area.height), ..area });
    height
}

#[derive(Clone, Copy)]
struct Columns {
    number: usize,
    title: usize,
    rest: usize,
}

impl Columns {
    fn of(dialog: &AddDialog, total: usize) -> Self {
        let longest = |of: &dyn Fn(&AddRow) -> usize| dialog.rows.iter().map(of).max().unwrap_or_default();
        let number = longest(&|row| width(&add_words::name(row))).min(LONGEST_NUMBER).min(total / 2);
        let rest = total.saturating_sub(MARK + number + 2);
        let title = longest(&|row| row.offer.parcel.title.as_deref().map_or(0, width)).min(LONGEST_TITLE);
        let title = if title > 0 { title.min(rest.saturating_sub(LEAST_REST)) } else { 0 };
        Self { number, title, rest: rest.saturating_sub(if title > 0 { title + 2 } else { 0 }) }
    }
}

fn line(row: &AddRow, chosen: bool, columns: Columns, pen: DrawContext) -> Line<'static> {
    let mark = match row {
        AddRow { on: true, .. } => "[x] ",
        AddRow { already: Some(_), .. } => " =  ",
        _ => "[ ] ",
    };
    let style = add_words::style(row, pen);
    let number = pen.fit(&add_words::name(row), columns.number);
    let number_style = if chosen { style.add_modifier(Theme::CHOSEN) } else { style };
    let mut spans = vec![
        Span::styled(mark, if chosen { pen.theme.key() } else { style }),
        Span::styled(number, number_style),
        Span::raw("  "),
    ];
    if columns.title > 0 {
        let title = row.offer.parcel.title.as_deref().unwrap_or_default();
        spans.push(Span::raw(pen.fit(title, columns.title)));
        spans.push(Span::raw("  "));
    }
    let mut rest = vec![add_words::brief(row, pen)];
    rest.extend(add_words::facts(row, pen));
    rest.retain(|part| !part.is_empty());
    spans.push(Span::styled(pen.cut(&rest.join(pen.theme.marks.dot), columns.rest), style));
    Line::from(spans)
}
