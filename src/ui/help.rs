//! The list of keys, made from the one table: as a popup, and as a document.

use ratatui::Frame;
use ratatui::text::{Line, Span};
use ratatui::widgets::Paragraph;

use super::text_width::width;
use super::{dialog, domain_text, draw_context::DrawContext};
use crate::app::ScrollWindow;
use crate::app::keymap::{Binding, KeyScope};
use crate::t;
use crate::texts::Texts;
use crate::ui::theme::Theme;

/// Draws the popup; says which rows were in view.
pub(super) fn draw(frame: &mut Frame, top: usize, pen: DrawContext) -> ScrollWindow {
    let lines = lines(pen);
    let rows = u16::try_from(lines.len() + 2).unwrap_or(u16::MAX);
    let inner = dialog::open(frame, &t!(pen.texts, "help-title"), 74, rows, pen);
    let window = ScrollWindow::clamped(top, usize::from(inner.height), lines.len());
    let shown: Vec<Line> = lines.into_iter().skip(window.top).take(window.height).collect();
    frame.render_widget(Paragraph::new(shown), inner);
    window
}

fn lines(pen: DrawContext) -> Vec<Line<'static>> {
    let mut lines = Vec::new();
    for place in KeyScope::ALL {
        lines.push(Line::styled(domain_text::lookup(pen.texts, place_text(place)), Theme::strong()));
        for binding in place.bindings() {
            lines.push(Line::from(vec![
                Span::styled(format!("  {}", super::text_width::fit(&keys(binding, pen), 16, "")), pen.theme.key()),
                Span::raw(domain_text::lookup(pen.texts, binding.text)),
            ]));
        }
        lines.push(Line::default());
    }
    lines.push(Line::styled(t!(pen.texts, "help-marks"), Theme::strong()));
    for (mark, id) in marks(pen) {
        let filler = " ".repeat(16_usize.saturating_sub(width(mark)));
        lines.push(Line::from(format!("  {mark}{filler}{}", domain_text::lookup(pen.texts, id))));
    }
    lines.push(Line::default());
    lines.push(Line::from(t!(pen.texts, "help-layout")));
    lines
}

fn marks(pen: DrawContext) -> [(&'static str, &'static str); 14] {
    let marks = pen.theme.marks;
    [
        (marks.stale, "help-mark-stale"),
        (marks.ready, "help-mark-ready"),
        (marks.trouble, "help-mark-trouble"),
        (marks.out, "help-mark-out"),
        (marks.moving, "help-mark-moving"),
        (marks.waiting, "help-mark-waiting"),
        (marks.unasked, "help-mark-unasked"),
        (marks.snoozed, "help-mark-snoozed"),
        (marks.done, "help-mark-done"),
        (marks.ended, "help-mark-ended"),
        (marks.assumed, "help-mark-assumed"),
        (marks.disagree, "help-mark-disagree"),
        (marks.failing, "help-mark-failing"),
        (marks.no_zone, "help-mark-zone"),
    ]
}

fn keys(binding: &Binding, pen: DrawContext) -> String {
    binding.keys_in(pen.app.settings.language).map(|key| pen.label(key)).collect::<Vec<_>>().join(" ")
}

fn place_text(place: KeyScope) -> &'static str {
    match place {
        KeyScope::Panes => "help-place-panes",
        KeyScope::Filter => "help-place-filter",
        KeyScope::Add => "help-place-add",
        KeyScope::AddTable => "help-place-add-table",
        KeyScope::Edit => "help-place-edit",
        KeyScope::Snooze => "help-place-snooze",
        KeyScope::Confirm => "help-place-confirm",
        KeyScope::Pages => "help-place-pages",
        KeyScope::Barcode => "help-place-barcode",
        KeyScope::Message => "help-place-letter",
        KeyScope::MessageLog => "help-place-letters",
        KeyScope::Marking => "help-place-marking",
        KeyScope::Help => "help-place-help",
        KeyScope::Everywhere => "help-place-everywhere",
    }
}

/// The same list as Markdown: `docs/keys.md` is this, word for word.
#[must_use]
pub fn markdown(texts: &Texts) -> String {
    use std::fmt::Write as _;
    let mut out = format!("# {}\n\n{}\n", t!(texts, "help-title"), t!(texts, "help-layout"));
    for place in KeyScope::ALL {
        let _ = write!(out, "\n## {}\n\n| | |\n|---|---|\n", domain_text::lookup(texts, place_text(place)));
        for binding in place.bindings() {
            let keys: Vec<String> = binding.keys_in(texts.language()).map(|key| format!("`{}`", key.label())).collect();
            let _ = writeln!(out, "| {} | {} |", keys.join(" "), domain_text::lookup(texts, binding.text));
        }
    }
    out
}
