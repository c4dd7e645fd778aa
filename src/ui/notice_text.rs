//! What a notice says.

use ratatui::style::Style;
use ratatui::text::Line;

use super::text_width::{tail, width};
use super::{domain_text, draw_context::DrawContext, error_text, unasked_text};
use crate::app::keymap::KeyAction;
use crate::app::toast::Notice;
use crate::app::{Key, Mode, Undone, UserAction};
use crate::domain::message::{Addressee, How};
use crate::domain::{Outcome, SourceId};
use crate::t;
use crate::wording;

pub(super) fn lines(notice: &Notice, columns: usize, pen: DrawContext) -> Vec<Line<'static>> {
    let texts = pen.texts;
    let good = pen.theme.good();
    let with_undo = |text: String| {
        format!("{text}{}{}", pen.theme.marks.dot, t!(texts, "notice-undo", key = pen.key(KeyAction::Undo)))
    };
    let (text, style) = match notice {
        Notice::Added { count, name } => (with_undo(added(*count, name, pen)), good),
        Notice::Already { name } => (t!(texts, "notice-already", name = name.as_str()), pen.theme.trouble()),
        Notice::Done { action, name } => (with_undo(done(*action, name, pen)), good),
        Notice::Undone(undone) => {
            let redo = t!(texts, "notice-redo", key = pen.key(KeyAction::Redo));
            (format!("{}{}{redo}", undone_text(undone, pen), pen.theme.marks.dot), good)
        }
        Notice::Redone(redone) => (with_undo(redone_text(redone, pen)), good),
        Notice::NothingToRedo => (t!(texts, "notice-nothing-to-redo"), pen.theme.trouble()),
        Notice::UnknownKey { key, meant } => (unknown_key(*key, *meant, pen), pen.theme.trouble()),
        Notice::NothingToUndo => (t!(texts, "notice-nothing-to-undo"), pen.theme.trouble()),
        Notice::Copied(text) => (t!(texts, "notice-copied", text = text.as_str()), good),
        Notice::MessageKept { to, how } => (kept(*to, *how, pen), good),
        Notice::Packing => (t!(texts, "notice-packing"), pen.theme.dim()),
        Notice::EvidenceWritten { path, broken } => written(path, *broken, pen),
        Notice::NoMessages => (t!(texts, "notice-no-letters"), pen.theme.trouble()),
        Notice::Unasked(why) => (unasked_text::notice(why, pen), pen.theme.trouble()),
        Notice::Received { name, dispute_until } => {
            let until = dispute_until.map_or_else(|| "none".to_owned(), |day| pen.date(day));
            (with_undo(t!(texts, "notice-received", name = name.as_str(), date = until)), good)
        }
        Notice::Checked { news, answered, trouble } => checked(*news, *answered, trouble.as_ref(), pen),
        Notice::NoNews => (t!(texts, "notice-no-news"), pen.theme.dim()),
        Notice::AlreadyReceived => (t!(texts, "notice-already-received"), pen.theme.trouble()),
        Notice::NoStep(number) => (t!(texts, "notice-no-step", n = number.to_string()), pen.theme.trouble()),
        Notice::FixKey(source) => (t!(texts, "notice-fix-key", source = source.as_str()), pen.theme.trouble()),
        Notice::NoPage => (t!(texts, "notice-no-page"), pen.theme.trouble()),
        Notice::NothingToSnooze => (t!(texts, "notice-nothing-to-snooze"), pen.theme.trouble()),
        Notice::NoNumber => (t!(texts, "notice-no-number", key = pen.key(KeyAction::Edit)), pen.theme.trouble()),
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

/// What came of a check: news, or none; or why nobody answered.
fn checked(news: usize, answered: bool, trouble: Option<&(SourceId, Outcome)>, pen: DrawContext) -> (String, Style) {
    let why = trouble.map(|(source, outcome)| {
        let (source, outcome) = (pen.source_name(source), wording::trouble::outcome(pen.texts, *outcome));
        t!(pen.texts, "bottom-trouble", source = source, outcome = outcome)
    });
    let (said, style) = match news {
        0 if !answered => {
            let why = why.unwrap_or_default();
            return (t!(pen.texts, "notice-not-checked", why = why), pen.theme.trouble());
        }
        0 => (t!(pen.texts, "notice-checked-nothing"), Style::new()),
        news => (t!(pen.texts, "notice-checked-news", n = news), pen.theme.good()),
    };
    match why {
        Some(why) => (format!("{said}{}{why}", pen.theme.marks.dot), pen.theme.trouble()),
        None => (said, style),
    }
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
        UserAction::Snooze => t!(pen.texts, "notice-snoozed", name = name),
        UserAction::Wake => t!(pen.texts, "notice-woken", name = name),
    }
}

fn undone_text(undone: &Undone, pen: DrawContext) -> String {
    let name = undone.name.as_str();
    match undone.action {
        UserAction::Add => t!(pen.texts, "notice-undone-add", n = undone.parcels, name = name),
        UserAction::Edit | UserAction::Snooze | UserAction::Wake => {
            t!(pen.texts, "notice-undone-edit", name = name)
        }
        UserAction::Archive => t!(pen.texts, "notice-undone-archive", name = name),
        UserAction::Restore => t!(pen.texts, "notice-undone-restore", name = name),
        UserAction::Remove => t!(pen.texts, "notice-undone-remove", name = name),
        UserAction::Import => t!(pen.texts, "notice-undone-import", n = undone.parcels, name = name),
    }
}

/// What was made again: the same words as when it was done first.
fn redone_text(redone: &Undone, pen: DrawContext) -> String {
    let name = redone.name.as_str();
    match redone.action {
        UserAction::Add | UserAction::Import => added(redone.parcels, name, pen),
        action => done(action, name, pen),
    }
}

/// That a key does nothing here, and which one does what was meant.
fn unknown_key(key: Key, meant: Option<KeyAction>, pen: DrawContext) -> String {
    let pressed = key.label();
    if matches!(pen.app.mode, Mode::Confirm(_)) {
        let (yes, no) = (pen.key(KeyAction::Yes), pen.key(KeyAction::No));
        return t!(pen.texts, "notice-unknown-answer", key = pressed, yes = yes, no = no);
    }
    let meant = meant.and_then(|action| pen.app.place().bindings().find(|binding| binding.action == action));
    match meant {
        Some(binding) => {
            let does = domain_text::lookup(pen.texts, binding.hint.unwrap_or(binding.text));
            t!(pen.texts, "notice-unknown-key-meant", key = pressed, does = does, other = pen.keys(binding))
        }
        None => t!(pen.texts, "notice-unknown-key", key = pressed, help = pen.key(KeyAction::Help)),
    }
}
