//! Boxes over the panes.

pub(super) mod add;
mod add_table;
mod add_words;
pub(super) mod barcode;
pub(super) mod confirm;
pub(super) mod edit;
pub(super) mod message;
pub(super) mod message_log;
pub(super) mod snooze;
pub(super) mod tracking_pages;

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::{Block, Clear};

use super::draw_context::DrawContext;
use super::layout::{centred, inside};
use super::text_width::{tail, width};
use crate::app::text_field::TextField;
use crate::ui::theme::Theme;

/// Clears a box in the middle of the screen, frames it, and says what is inside.
pub(super) fn open(frame: &mut Frame, title: &str, columns: u16, rows: u16, pen: DrawContext) -> Rect {
    let mut screen = frame.area();
    // The bottom line stays in view: it tells the keys.
    screen.height = screen.height.saturating_sub(1);
    let area = centred(screen, columns, rows);
    clear(frame, area);
    let title = pen.cut(title, usize::from(area.width).saturating_sub(4));
    let block = Block::bordered()
        .border_set(pen.theme.marks.border)
        .border_style(pen.theme.frame(true))
        .title(Line::styled(format!(" {title} "), Theme::strong()));
    frame.render_widget(block, area);
    let inner = inside(area);
    Rect { x: inner.x.saturating_add(1), width: inner.width.saturating_sub(2), ..inner }
}

/// Clears a part of the screen. A wide letter that reaches into it from the left goes as a whole: of half a letter no
/// terminal shows anything, and what is drawn over its right half would not be sent.
pub(super) fn clear(frame: &mut Frame, area: Rect) {
    if let Some(left) = area.x.checked_sub(1) {
        for y in area.top()..area.bottom() {
            if let Some(cell) = frame.buffer_mut().cell_mut((left, y)).filter(|cell| width(cell.symbol()) > 1) {
                cell.set_symbol(" ");
            }
        }
    }
    frame.render_widget(Clear, area);
}

/// A label and a text field on one row; the cursor is in it where it has the keyboard.
fn draw_field(frame: &mut Frame, area: Rect, label: &str, field: &TextField, active: bool, pen: DrawContext) {
    if area.height == 0 || area.width == 0 {
        return;
    }
    let columns = usize::from(area.width);
    let label_columns = width(label).min(columns / 2);
    let room = columns.saturating_sub(label_columns + 1);
    // A pasted text keeps its line breaks; here they take one column like a space.
    let (text, before) = (field.text().replace('\n', " "), field.before_cursor().replace('\n', " "));
    let whole = width(&text) < room;
    let before = if whole { before.as_str() } else { tail(&before, room.saturating_sub(1)) };
    let shown = if whole { text.as_str() } else { before };
    let style = if active { pen.theme.key() } else { pen.theme.dim() };
    let line = Line::from(vec![
        Span::styled(pen.fit(label, label_columns), style),
        Span::raw(" "),
        Span::raw(pen.cut(shown, room)),
    ]);
    frame.render_widget(line, area);
    if active {
        let x = area.x.saturating_add(u16::try_from(label_columns + 1 + width(before)).unwrap_or(u16::MAX));
        frame.set_cursor_position((x.min(area.right().saturating_sub(1)), area.y));
    }
}

/// The row of a box that is so far down; empty below its end.
fn row(area: Rect, down: u16) -> Rect {
    if down >= area.height {
        return Rect { height: 0, ..area };
    }
    Rect { y: area.y.saturating_add(down), height: 1, ..area }
}

/// What is left of a box from a row on.
fn below(area: Rect, down: u16) -> Rect {
    let down = down.min(area.height);
    Rect { y: area.y.saturating_add(down), height: area.height.saturating_sub(down), ..area }
}
