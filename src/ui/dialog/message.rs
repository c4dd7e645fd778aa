//! The dialog that writes a message: the text, and what it says in the reader's own language, beside it or instead.

use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::{Line, Span};
use ratatui::widgets::Paragraph;

use super::super::draw_context::DrawContext;
use super::{below, open, row};
use crate::app::keymap::{self, KeyAction, KeyScope};
use crate::app::message_dialog::{MessageDialog, MessageView, SaveProblem};
use crate::app::{Key, ScrollWindow};
use crate::t;
use crate::ui::error_text;
use crate::ui::text_width::{width, wrap};
use crate::ui::theme::Theme;
use crate::wording;

/// From so many columns of the terminal on both stand side by side.
const SIDE_BY_SIDE: u16 = 100;
/// Columns between them: a line and the space beside it.
const BETWEEN: u16 = 3;
/// Columns between the parts of the first line.
const APART: usize = 2;

/// Draws the dialog; says which rows of what is in view were drawn, and how wide those of the message are.
pub(in crate::ui) fn draw(frame: &mut Frame, dialog: &MessageDialog, pen: DrawContext) -> (ScrollWindow, usize) {
    let (columns, rows) = (frame.area().width, frame.area().height);
    let area = open(frame, &t!(pen.texts, "letter-title", name = dialog.parcel.name()), columns, rows, pen);
    let used = header(frame, area, dialog, pen);
    let body = below(area, used);
    let wide = columns >= SIDE_BY_SIDE && dialog.beside.is_some() && dialog.view == MessageView::Text;
    let [left, gap, right] = if wide {
        Layout::horizontal([Constraint::Fill(1), Constraint::Length(BETWEEN), Constraint::Fill(1)]).areas(body)
    } else {
        [body, Rect { width: 0, ..body }, Rect { width: 0, ..body }]
    };
    let letter_columns = usize::from(left.width);
    // The heading stands in the empty row above, so that both texts begin in the same one.
    let right = if used > 1 { Rect { y: right.y - 1, height: right.height + 1, ..right } } else { right };
    let window = match dialog.view {
        MessageView::Text => text(frame, left, dialog, pen),
        MessageView::Beside(top) => beside(frame, left, dialog, top, pen),
    };
    if wide {
        let line = Line::styled(format!(" {} ", pen.theme.marks.border.vertical_left), pen.theme.dim());
        frame.render_widget(Paragraph::new(vec![line; usize::from(gap.height)]), gap);
        let _ = beside(frame, right, dialog, 0, pen);
    }
    (window, letter_columns)
}

/// To whom, in which language, about what; and what is the matter. Says how many rows that took.
fn header(frame: &mut Frame, area: Rect, dialog: &MessageDialog, pen: DrawContext) -> u16 {
    let columns = usize::from(area.width);
    let mut lines = choice(dialog, columns, pen);
    lines.extend(notice(dialog, columns, pen));
    // The message comes first where there is hardly room for both.
    lines.truncate(usize::from(area.height / 2).max(1));
    let rows = u16::try_from(lines.len()).unwrap_or(u16::MAX);
    frame.render_widget(Paragraph::new(lines), Rect { height: rows.min(area.height), ..area });
    let gap = u16::from(area.height > rows + 8);
    rows + gap
}

/// To whom, in which language, about what, each behind the key that changes it; in as few lines as they take.
fn choice(dialog: &MessageDialog, columns: usize, pen: DrawContext) -> Vec<Line<'static>> {
    let chosen = dialog.choice;
    let parts = [
        (KeyAction::OtherAddressee, wording::message::addressee(pen.texts, chosen.to)),
        (KeyAction::NextLanguage, wording::message::language(pen.texts, chosen.language)),
        (KeyAction::NextField, wording::message::situation(pen.texts, chosen.situation)),
    ];
    let mut lines: Vec<Line> = Vec::new();
    let mut used = usize::MAX;
    for (action, value) in parts {
        let key = keymap::key_of(KeyScope::Message, action).map(Key::label).unwrap_or_default();
        let needs = width(&key) + 1 + width(&value) + APART;
        if used.saturating_add(needs) > columns + APART {
            lines.push(Line::default());
            used = 0;
        }
        used += needs;
        let spans = [
            Span::styled(key, pen.theme.key()),
            Span::styled(format!(" {value}"), Theme::strong()),
            Span::raw(" ".repeat(APART)),
        ];
        if let Some(line) = lines.last_mut() {
            line.spans.extend(spans);
        }
    }
    lines
}

fn notice(dialog: &MessageDialog, columns: usize, pen: DrawContext) -> Vec<Line<'static>> {
    let (text, style) = match &dialog.trouble {
        Some(SaveProblem::Empty) => (t!(pen.texts, "letter-empty"), pen.theme.wrong()),
        Some(SaveProblem::Failed(failure)) => {
            return error_text::lines(&failure.message(pen.texts), columns, pen.theme);
        }
        None if dialog.is_changed() => {
            let key = keymap::key_of(KeyScope::Message, KeyAction::Afresh).map(Key::label).unwrap_or_default();
            (t!(pen.texts, "letter-changed", key = key), pen.theme.dim())
        }
        None => return Vec::new(),
    };
    wrap(&text, columns).into_iter().map(|line| Line::styled(line, style)).collect()
}

/// The message, with the cursor in it.
fn text(frame: &mut Frame, area: Rect, dialog: &MessageDialog, pen: DrawContext) -> ScrollWindow {
    // The cursor may stand behind the last message of a full row.
    let columns = usize::from(area.width.saturating_sub(1)).max(1);
    let rows = dialog.editor.rows(columns);
    let (row, column) = dialog.editor.cursor(&rows);
    let height = usize::from(area.height);
    let top = dialog.window.top.clamp((row + 1).saturating_sub(height), row);
    let window = ScrollWindow::clamped(top, height, rows.len());
    let shown = rows.iter().skip(window.top).take(height);
    let lines = shown.map(|row| Line::raw(pen.cut(dialog.editor.text()[row.clone()].trim_end(), columns)));
    frame.render_widget(Paragraph::new(lines.collect::<Vec<_>>()), area);
    if area.height > 0 && area.width > 0 {
        let x = area.x.saturating_add(u16::try_from(column).unwrap_or(u16::MAX));
        let y = area.y.saturating_add(u16::try_from(row - window.top).unwrap_or(u16::MAX));
        frame.set_cursor_position((x.min(area.right() - 1), y.min(area.bottom() - 1)));
    }
    window
}

/// What the message says in the reader's own language.
fn beside(frame: &mut Frame, area: Rect, dialog: &MessageDialog, top: usize, pen: DrawContext) -> ScrollWindow {
    let Some(said) = &dialog.beside else { return ScrollWindow::default() };
    let columns = usize::from(area.width);
    frame.render_widget(Line::styled(pen.cut(&t!(pen.texts, "letter-beside"), columns), pen.theme.dim()), row(area, 0));
    let area = below(area, 1);
    let lines: Vec<String> = said.lines().flat_map(|line| wrap(line, columns)).collect();
    let window = ScrollWindow::clamped(top, usize::from(area.height), lines.len());
    let shown = lines.into_iter().skip(window.top).take(window.height).map(Line::raw);
    frame.render_widget(Paragraph::new(shown.collect::<Vec<_>>()), area);
    window
}
