//! The last line: the keys that matter here. The ways out always stand on it.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::text_width::{tail, width};
use super::{domain_text, draw_context::DrawContext};
use crate::app::add_dialog::AddRow;
use crate::app::advice_steps::steps_on_screen;
use crate::app::keymap::{Binding, KeyAction, KeyScope};
use crate::app::{Focus, Mode};
use crate::domain::advice::advice;

pub(super) fn draw(frame: &mut Frame, area: Rect, pen: DrawContext) {
    let room = usize::from(area.width);
    let line = match &pen.app.mode {
        Mode::Filter(field) => filter(frame, area, field.text(), field.before_cursor(), room, pen),
        _ => Line::from(hints(room, pen)),
    };
    frame.render_widget(line, area);
}

fn filter<'a>(frame: &mut Frame, area: Rect, text: &str, before: &str, room: usize, pen: DrawContext<'a>) -> Line<'a> {
    let field = (room / 2).max(12).min(room);
    let before = tail(before, field.saturating_sub(1));
    let shown = if width(text) < field { text } else { before };
    let mut spans = vec![Span::styled(" /", pen.theme.key()), Span::raw(pen.fit(shown, field))];
    spans.extend(hints(room.saturating_sub(field + 3), pen));
    let x = area.x + 2 + u16::try_from(width(before)).unwrap_or_default();
    frame.set_cursor_position((x.min(area.right().saturating_sub(1)), area.y));
    Line::from(spans)
}

/// As many hints as there is room for, in the order of the table; those that lead out stand last, and always.
fn hints(room: usize, pen: DrawContext) -> Vec<Span<'static>> {
    let there = pen.app.place().bindings().filter_map(|binding| Some((binding, hint(binding, pen)?)));
    let (out, others): (Vec<_>, Vec<_>) = there.partition(|(binding, _)| leads_out(binding.action));
    let taken: usize = out.iter().map(|(binding, text)| columns(binding, text, pen)).sum();
    let mut left = room.saturating_sub(taken);
    let fitting = others.into_iter().map_while(|(binding, text)| {
        left = left.checked_sub(columns(binding, &text, pen))?;
        Some((binding, text))
    });
    let shown: Vec<_> = fitting.collect();
    shown.into_iter().chain(out).flat_map(|(binding, text)| spans(binding, &text, pen)).collect()
}

/// Whether something is advised on the parcel that is shown.
fn has_steps(pen: DrawContext) -> bool {
    let Some((parcel, detail)) = pen.app.shown().filter(|_| pen.app.list.is_complete()) else { return false };
    let advice = advice(parcel, &detail.standings, &pen.app.advice(pen.now));
    advice.is_some_and(|advice| !steps_on_screen(&advice).is_empty())
}

/// Whether a key helps who does not know where to go.
fn leads_out(action: KeyAction) -> bool {
    matches!(action, KeyAction::Help | KeyAction::Quit | KeyAction::Cancel | KeyAction::No)
}

fn columns(binding: &Binding, text: &str, pen: DrawContext) -> usize {
    width(&pen.keys(binding)) + width(text) + 3
}

fn spans(binding: &Binding, text: &str, pen: DrawContext) -> [Span<'static>; 2] {
    let key = Span::styled(format!(" {}", pen.keys(binding)), pen.theme.key());
    [key, Span::raw(format!(" {text} "))]
}

fn has_choices(row: &AddRow) -> bool {
    row.offer.choices().len() > 1
}

/// The short text of a key, where it does something here and now.
fn hint(binding: &Binding, pen: DrawContext) -> Option<String> {
    let nothing_there = pen.app.list.all().is_empty();
    let idle = match binding.action {
        KeyAction::Message
        | KeyAction::Check
        | KeyAction::Edit
        | KeyAction::Archive
        | KeyAction::Filter
        | KeyAction::Sort => nothing_there,
        KeyAction::DoStep => !has_steps(pen),
        KeyAction::Clear => pen.app.focus == Focus::List && pen.app.list.filter.is_empty() && !pen.app.list.archived,
        KeyAction::OtherView => matches!(&pen.app.mode, Mode::Message(letter) if letter.beside.is_none()),
        KeyAction::Down if binding.place == KeyScope::Add => {
            !matches!(&pen.app.mode, Mode::Add(add) if add.rows.len() > 1 || add.rows.iter().any(has_choices))
        }
        KeyAction::Choose => !matches!(&pen.app.mode, Mode::Add(add) if add.rows.iter().any(has_choices)),
        _ => false,
    };
    if idle {
        return None;
    }
    binding.hint.map(|id| domain_text::lookup(pen.texts, id))
}
