//! The list of keys, made from the one table: as a popup, and as a document.

use ratatui::Frame;
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use ratatui::widgets::Paragraph;

use super::text_width::wrap;
use super::{dialog, domain_text, draw_context::DrawContext};
use crate::app::keymap::{Binding, KeyScope};
use crate::app::{Key, KeyboardLayout, ScrollWindow};
use crate::domain::Urgency;
use crate::t;
use crate::texts::Texts;
use crate::ui::theme::Theme;

/// One column of keys and what they do.
const COLUMN: u16 = 72;
/// From so wide a screen on there are two.
const TWO_COLUMNS: u16 = 118;
/// Between them.
const GAP: usize = 3;
/// What the keys of a row take.
const KEYS: usize = 18;

/// Draws the popup; says which rows were in view.
pub(super) fn draw(frame: &mut Frame, top: usize, pen: DrawContext) -> ScrollWindow {
    let area = frame.area();
    let two = area.width >= TWO_COLUMNS;
    let columns = if two { area.width.min(2 * COLUMN) - 4 } else { COLUMN.min(area.width.saturating_sub(4)) };
    let room = usize::from(columns);
    let lines = if two { side_by_side(lines((room - GAP) / 2, pen), (room - GAP) / 2) } else { lines(room, pen) };
    let rows = u16::try_from(lines.len() + 2).unwrap_or(u16::MAX).min(area.height.saturating_sub(1));
    let window = ScrollWindow::clamped(top, usize::from(rows.saturating_sub(2)), lines.len());
    let inner = dialog::open(frame, &title(window, pen), columns + 4, rows, pen);
    let shown: Vec<Line> = lines.into_iter().skip(window.top).take(window.height).collect();
    frame.render_widget(Paragraph::new(shown), inner);
    window
}

/// With the rows in view, where there are more.
fn title(window: ScrollWindow, pen: DrawContext) -> String {
    let title = t!(pen.texts, "help-title");
    if window.total <= window.height {
        return title;
    }
    format!("{title} {}-{}/{}", window.top + 1, (window.top + window.height).min(window.total), window.total)
}

/// The second half beside the first.
fn side_by_side(lines: Vec<Line<'static>>, columns: usize) -> Vec<Line<'static>> {
    let half = lines.len().div_ceil(2);
    let mut rows = lines;
    let right = rows.split_off(half);
    let mut right = right.into_iter();
    for row in &mut rows {
        let Some(beside) = right.next() else { break };
        row.spans.push(Span::raw(" ".repeat((columns + GAP).saturating_sub(row.width()))));
        row.spans.extend(beside.spans.into_iter().map(|span| span.patch_style(beside.style)));
    }
    rows
}

/// The keys of the panes, from which the help is opened; the marks; the keys of everything else.
fn lines(columns: usize, pen: DrawContext) -> Vec<Line<'static>> {
    let mut lines = Vec::new();
    for place in KeyScope::ALL {
        add_heading(&mut lines, &domain_text::lookup(pen.texts, place_text(place)));
        for binding in place.bindings() {
            let key = Span::styled(keys(binding, pen), pen.theme.key());
            add_row(&mut lines, key, &domain_text::lookup(pen.texts, binding.text), columns);
        }
        lines.push(Line::default());
        if place == KeyScope::Panes {
            add_heading(&mut lines, &t!(pen.texts, "help-marks"));
            for (mark, style, id) in marks(pen) {
                add_row(&mut lines, Span::styled(mark, style), &domain_text::lookup(pen.texts, id), columns);
            }
            lines.push(Line::default());
        }
    }
    for line in wrap(&t!(pen.texts, "help-layout"), columns) {
        lines.push(Line::from(line));
    }
    lines
}

fn add_heading(lines: &mut Vec<Line<'static>>, text: &str) {
    lines.push(Line::from(Span::styled(text.to_owned(), Theme::strong())));
}

/// A key or a mark, and beside it what it means, in as many rows as that takes.
fn add_row(lines: &mut Vec<Line<'static>>, key: Span<'static>, text: &str, columns: usize) {
    let filler = " ".repeat(KEYS.saturating_sub(key.width()).max(1));
    let mut rows = wrap(text, columns.saturating_sub(KEYS + 2)).into_iter();
    let first = rows.next().unwrap_or_default();
    lines.push(Line::from(vec![Span::raw("  "), key, Span::raw(filler), Span::raw(first)]));
    lines.extend(rows.map(|row| Line::from(format!("{}{row}", " ".repeat(KEYS + 2)))));
}

fn marks(pen: DrawContext) -> [(&'static str, Style, &'static str); 16] {
    let (marks, theme) = (pen.theme.marks, pen.theme);
    let of = |urgency| theme.urgency_mark(urgency);
    [
        (marks.stale, of(Urgency::Stale), "help-mark-stale"),
        (marks.quiet, of(Urgency::Quiet), "help-mark-quiet"),
        (marks.ready, of(Urgency::Ready), "help-mark-ready"),
        (marks.trouble, of(Urgency::Trouble), "help-mark-trouble"),
        (marks.out, of(Urgency::OutForDelivery), "help-mark-out"),
        (marks.moving, of(Urgency::Moving), "help-mark-moving"),
        (marks.waiting, of(Urgency::Waiting), "help-mark-waiting"),
        (marks.unasked, of(Urgency::Waiting), "help-mark-unasked"),
        (marks.snoozed, of(Urgency::Snoozed), "help-mark-snoozed"),
        (marks.done, of(Urgency::Finished), "help-mark-done"),
        (marks.ended, of(Urgency::Finished), "help-mark-ended"),
        (marks.assumed, theme.trouble(), "help-mark-assumed"),
        (marks.disagree, theme.trouble(), "help-mark-disagree"),
        (marks.failing, theme.trouble(), "help-mark-failing"),
        (marks.news, theme.key(), "help-mark-news"),
        (marks.no_zone, theme.dim(), "help-mark-zone"),
    ]
}

/// Every key, and for a Russian reader its Cyrillic twin.
fn keys(binding: &Binding, pen: DrawContext) -> String {
    let language = pen.app.settings.language;
    let label = |key: Key| match binding.place {
        KeyScope::Confirm => key.label(),
        _ => KeyboardLayout::Unknown.label(key, language),
    };
    binding.keys_in(language).map(label).collect::<Vec<_>>().join(" ")
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
