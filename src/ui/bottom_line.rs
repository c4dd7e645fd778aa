//! The last line: a notice or the keys that matter, and what the loop is doing.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use ratatui::widgets::{Clear, Paragraph};

use super::layout::split_right;
use super::text_width::{tail, width};
use super::{domain_text, draw_context::DrawContext, error_text, unasked_text};
use crate::app::keymap::{Binding, KeyAction};
use crate::app::relative_time;
use crate::app::toast::Notice;
use crate::app::{Mode, Undone, UserAction};
use crate::domain::message::{Addressee, How};
use crate::t;
use crate::wording;

/// What the keys get before the loop's words are cut.
const KEYS: usize = 24;

pub(super) fn draw(frame: &mut Frame, area: Rect, pen: DrawContext) {
    if let (Some(toast), Mode::Browse) = (&pen.app.toast, &pen.app.mode) {
        return draw_notice(frame, area, &toast.notice, pen);
    }
    let columns = usize::from(area.width);
    // A dialog with many keys needs the whole line for them.
    let crowded = matches!(pen.app.mode, Mode::Message(_));
    let (work, style) = if crowded { (String::new(), Style::new()) } else { work(pen) };
    let most = columns.saturating_sub(KEYS).max(columns / 2);
    let work = if work.is_empty() { work } else { format!(" {} ", pen.cut(&work, most)) };
    let [left, right] = split_right(area, &work);
    frame.render_widget(Line::styled(work, style), right);
    let room = usize::from(left.width);
    let line = match &pen.app.mode {
        Mode::Filter(field) => filter(frame, left, field.text(), field.before_cursor(), room, pen),
        _ => Line::from(hints(room, pen)),
    };
    frame.render_widget(line, left);
}

/// A notice that needs more than one line also covers what is above the last one.
fn draw_notice(frame: &mut Frame, area: Rect, notice: &Notice, pen: DrawContext) {
    let lines = notice_lines(notice, usize::from(area.width).saturating_sub(2), pen);
    let rows = u16::try_from(lines.len()).unwrap_or(u16::MAX).clamp(area.height, area.bottom());
    let area = Rect { y: area.bottom() - rows, height: rows, ..area };
    frame.render_widget(Clear, area);
    let indented = Rect { x: area.x + 1, width: area.width.saturating_sub(1), ..area };
    frame.render_widget(Paragraph::new(lines), indented);
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

/// As many hints as there is room for.
fn hints(room: usize, pen: DrawContext) -> Vec<Span<'static>> {
    let mut spans = Vec::new();
    let mut used = 0;
    for binding in pen.app.place().bindings() {
        let Some(text) = hint(binding, pen) else { continue };
        let key = binding.keys[0].label();
        let needs = 1 + width(&key) + 1 + width(&text);
        if used + needs > room {
            break;
        }
        used += needs + 1;
        spans.push(Span::styled(format!(" {key}"), pen.theme.key()));
        spans.push(Span::raw(format!(" {text} ")));
    }
    spans
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
        KeyAction::OtherView => !matches!(&pen.app.mode, Mode::Message(letter) if letter.beside.is_some()),
        KeyAction::TakeSuggestion => !matches!(&pen.app.mode, Mode::Add(add) if add.suggestion.is_some()),
        _ => false,
    };
    if idle {
        return None;
    }
    binding.hint.map(|id| domain_text::lookup(pen.texts, id))
}

/// What the loop is doing, the most important thing first.
fn work(pen: DrawContext) -> (String, Style) {
    let work = &pen.app.work;
    let (text, style) = if let Some(failure) = &work.broken {
        let what = failure.message(pen.texts).what;
        (t!(pen.texts, "bottom-broken", what = what.as_str()), pen.theme.wrong())
    } else if work.offline {
        (t!(pen.texts, "bottom-offline"), pen.theme.trouble())
    } else if let Some((done, total)) = work.checking {
        (t!(pen.texts, "bottom-checking", done = done, total = total), pen.theme.key())
    } else if let Some(text) = trouble(pen) {
        (text, pen.theme.trouble())
    } else {
        (rest(pen), pen.theme.dim())
    };
    if !pen.app.settings.demo {
        return (text, style);
    }
    let demo = t!(pen.texts, "bottom-demo");
    if text.is_empty() { (demo, style) } else { (format!("{demo}{}{text}", pen.theme.marks.dot), style) }
}

fn trouble(pen: DrawContext) -> Option<String> {
    let work = &pen.app.work;
    if let Some((source, outcome, until)) = work.pause(pen.now) {
        let (source, outcome) = (pen.source_name(source), domain_text::outcome(pen.texts, outcome));
        return Some(match until {
            Some(until) => {
                t!(pen.texts, "bottom-trouble-until", source = source, outcome = outcome, time = pen.moment(until))
            }
            None => t!(pen.texts, "bottom-trouble", source = source, outcome = outcome),
        });
    }
    let (source, outcome) = work.failure()?;
    let (source, outcome) = (pen.source_name(source), domain_text::outcome(pen.texts, outcome));
    Some(t!(pen.texts, "bottom-trouble", source = source, outcome = outcome))
}

fn rest(pen: DrawContext) -> String {
    let work = &pen.app.work;
    let next = work.next_check_at.filter(|at| *at > pen.now);
    if let Some(text) = unasked_text::never_asked(next, pen) {
        return text;
    }
    match next {
        Some(at) => t!(pen.texts, "bottom-fresh-next", time = pen.length(relative_time::until(at, pen.now))),
        None if work.started && !pen.app.list.all().is_empty() => t!(pen.texts, "bottom-fresh"),
        None => String::new(),
    }
}

fn notice_lines(notice: &Notice, columns: usize, pen: DrawContext) -> Vec<Line<'static>> {
    let texts = pen.texts;
    let good = pen.theme.good();
    let with_undo = |text: String| format!("{text}{}{}", pen.theme.marks.dot, t!(texts, "notice-undo"));
    let (text, style) = match notice {
        Notice::Added { count, name } => (with_undo(added(*count, name, pen)), good),
        Notice::Already { name } => (t!(texts, "notice-already", name = name.as_str()), pen.theme.trouble()),
        Notice::Done { action, name } => (with_undo(done(*action, name, pen)), good),
        Notice::Undone(undone) => (undone_text(undone, pen), good),
        Notice::NothingToUndo => (t!(texts, "notice-nothing-to-undo"), pen.theme.trouble()),
        Notice::Copied(text) => (t!(texts, "notice-copied", text = text.as_str()), good),
        Notice::MessageKept { to, how } => (kept(*to, *how, pen), good),
        Notice::Packing => (t!(texts, "notice-packing"), pen.theme.dim()),
        Notice::EvidenceWritten { path, broken } => written(path, *broken, pen),
        Notice::NoMessages => (t!(texts, "notice-no-letters"), pen.theme.trouble()),
        Notice::Unasked(why) => (unasked_text::notice(why, pen), pen.theme.trouble()),
        Notice::NoPage => (t!(texts, "notice-no-page"), pen.theme.trouble()),
        Notice::NothingToSnooze => (t!(texts, "notice-nothing-to-snooze"), pen.theme.trouble()),
        Notice::NoNumber => (t!(texts, "notice-no-number"), pen.theme.trouble()),
        Notice::Offline => (t!(texts, "notice-offline"), pen.theme.trouble()),
        Notice::Failed(failure) => return error_text::lines(&failure.message(pen.texts), columns, pen.theme),
    };
    vec![Line::styled(pen.cut(&text, columns), style)]
}

/// Where the pack is. Of a path that is too long the end is shown: the file's name is there.
fn written(path: &str, broken: Option<i64>, pen: DrawContext) -> (String, Style) {
    let said = |path: &str| match broken {
        None => t!(pen.texts, "notice-evidence", file = path),
        Some(id) => t!(pen.texts, "notice-evidence-broken", id = id.to_string(), file = path),
    };
    let style = if broken.is_some() { pen.theme.trouble() } else { pen.theme.good() };
    let room = usize::from(pen.app.size.0).saturating_sub(2 + width(&said("")));
    if width(path) <= room {
        return (said(path), style);
    }
    let cut = pen.theme.marks.ellipsis;
    (said(&format!("{cut}{}", tail(path, room.saturating_sub(width(cut))))), style)
}

fn kept(to: Addressee, how: How, pen: DrawContext) -> String {
    let to = wording::message::addressee(pen.texts, to);
    match how {
        How::Copied => t!(pen.texts, "notice-letter-copied", to = to),
        How::Noted | How::Printed => t!(pen.texts, "notice-letter-kept", to = to),
    }
}

fn added(count: usize, name: &str, pen: DrawContext) -> String {
    t!(pen.texts, "notice-added", n = count, name = name)
}

fn done(action: UserAction, name: &str, pen: DrawContext) -> String {
    match action {
        UserAction::Add => added(1, name, pen),
        UserAction::Edit => t!(pen.texts, "notice-edited", name = name),
        UserAction::Archive => t!(pen.texts, "notice-archived", name = name),
        UserAction::Restore => t!(pen.texts, "notice-restored", name = name),
        UserAction::Remove => t!(pen.texts, "notice-removed", name = name),
        UserAction::Import => t!(pen.texts, "notice-imported", name = name),
    }
}

fn undone_text(undone: &Undone, pen: DrawContext) -> String {
    let name = undone.name.as_str();
    match undone.action {
        UserAction::Add => t!(pen.texts, "notice-undone-add", name = name),
        UserAction::Edit => t!(pen.texts, "notice-undone-edit", name = name),
        UserAction::Archive => t!(pen.texts, "notice-undone-archive", name = name),
        UserAction::Restore => t!(pen.texts, "notice-undone-restore", name = name),
        UserAction::Remove => t!(pen.texts, "notice-undone-remove", name = name),
        UserAction::Import => t!(pen.texts, "notice-undone-import", n = undone.parcels, name = name),
    }
}
