//! A question that is answered by yes or no.

use ratatui::Frame;
use ratatui::text::Line;
use ratatui::widgets::Paragraph;

use super::super::draw_context::DrawContext;
use super::open;
use crate::app::keymap::KeyAction;
use crate::app::{PendingUndo, Question, UserAction};
use crate::t;
use crate::ui::text_width::wrap;
use crate::ui::theme::Theme;

const COLUMNS: u16 = 60;

pub(in crate::ui) fn draw(frame: &mut Frame, question: &Question, pen: DrawContext) {
    let columns = usize::from(COLUMNS.min(frame.area().width)).saturating_sub(4);
    let (asked, more, keys) = texts(question, pen);
    let mut lines: Vec<Line> = wrap(&asked, columns).into_iter().map(|l| Line::styled(l, Theme::strong())).collect();
    for text in [more, keys].iter().filter(|text| !text.is_empty()) {
        lines.extend(wrap(text, columns).into_iter().map(Line::from));
    }
    let rows = u16::try_from(lines.len() + 2).unwrap_or(u16::MAX);
    let area = open(frame, &t!(pen.texts, "confirm-title"), COLUMNS, rows, pen);
    frame.render_widget(Paragraph::new(lines), area);
}

/// The question, what it means, and the keys.
fn texts(question: &Question, pen: DrawContext) -> (String, String, String) {
    let (yes, no) = (pen.key(KeyAction::Yes), pen.key(KeyAction::No));
    match question {
        Question::Remove { name, .. } => (
            t!(pen.texts, "confirm-remove", name = pen.cut(name, 80)),
            String::new(),
            t!(pen.texts, "confirm-keys", yes = yes, undo = pen.key(KeyAction::Undo), no = no),
        ),
        Question::Archive { name, until, .. } => (
            t!(pen.texts, "confirm-archive", name = pen.cut(name, 80)),
            t!(pen.texts, "confirm-archive-protection", n = (*until - pen.today()).num_days(), date = pen.date(*until)),
            t!(pen.texts, "confirm-archive-keys", yes = yes, undo = pen.key(KeyAction::Undo), no = no),
        ),
        Question::Undo(pending) => (
            undo(pending, pen),
            match pending.answered {
                0 => String::new(),
                n => t!(pen.texts, "confirm-undo-answered", n = n.min(pending.change.parcels)),
            },
            t!(pen.texts, "confirm-undo-keys", yes = yes, redo = pen.key(KeyAction::Redo), no = no),
        ),
    }
}

/// Whether to take this back: what was done, and when.
fn undo(pending: &PendingUndo, pen: DrawContext) -> String {
    let texts = pen.texts;
    let (name, when, n) = (pen.cut(&pending.change.name, 60), pen.ago(pending.at), pending.change.parcels);
    match pending.change.action {
        UserAction::Add => t!(texts, "confirm-undo-add", n = n, name = name, when = when),
        UserAction::Import => t!(texts, "confirm-undo-import", n = n, name = name, when = when),
        UserAction::Edit | UserAction::Snooze | UserAction::Wake => {
            t!(texts, "confirm-undo-edit", name = name, when = when)
        }
        UserAction::Archive => t!(texts, "confirm-undo-archive", name = name, when = when),
        UserAction::Restore => t!(texts, "confirm-undo-restore", name = name, when = when),
        UserAction::Remove => t!(texts, "confirm-undo-remove", name = name, when = when),
    }
}
