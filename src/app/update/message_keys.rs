//! Writing letters, and looking at those that were written.

use chrono::{DateTime, Utc};

use super::super::key::{Code, Key};
use super::super::keymap::KeyAction;
use super::super::toast::Notice;
use super::super::{App, Effect, Mode};
use crate::app::message_dialog::{MessageDialog, MessageView};
use crate::domain::message::{Addressee, How};
use crate::domain::{CleanText, Parcel, ParcelId};
use crate::error_messages::Failure;

/// Opens the dialog on a parcel; where its timeline is not here yet, as soon as it is.
pub(super) fn open(app: &mut App, parcel: &Parcel, now: DateTime<Utc>) -> Vec<Effect> {
    let shown = app.shown().filter(|(shown, _)| shown.id == parcel.id);
    let Some((parcel, dossier)) = shown else {
        app.opening = Some(parcel.id);
        return vec![Effect::LoadDossier(parcel.id)];
    };
    let dialog = MessageDialog::new(parcel, dossier, &app.advice(now), app.settings.letters());
    app.enter(Mode::Letter(Box::new(dialog)));
    Vec::new()
}

/// Opens the dialog that waited for this parcel's timeline.
pub(super) fn open_waiting(app: &mut App, now: DateTime<Utc>) {
    let ready = |app: &App| app.shown().map(|(parcel, _)| parcel.clone()).filter(|p| app.opening == Some(p.id));
    if let (Mode::Browse, Some(parcel)) = (&app.mode, ready(app)) {
        app.opening = None;
        open(app, &parcel, now);
    }
}

/// Opens the log of what was written, where there is anything.
pub(super) fn open_log(app: &mut App, now: DateTime<Utc>) {
    if app.shown().is_some_and(|(_, dossier)| !dossier.messages.is_empty()) {
        app.enter(Mode::Letters(0));
    } else {
        app.tell(Notice::NoLetters, now);
    }
}

pub(super) fn act(app: &mut App, action: KeyAction, now: DateTime<Utc>) -> Vec<Effect> {
    app.dirty = true;
    let Mode::Letter(dialog) = &mut app.mode else { return Vec::new() };
    if action == KeyAction::Outside {
        let text = CleanText::note(dialog.editor.text());
        return dialog.save().into_iter().chain([Effect::EditOutside(text)]).collect();
    }
    let effect = match action {
        KeyAction::NextField => dialog.step(true),
        KeyAction::PreviousField => dialog.step(false),
        KeyAction::OtherAddressee => dialog.turn_to_other_addressee(),
        KeyAction::NextLanguage => dialog.turn_language(),
        KeyAction::OtherView => {
            dialog.turn_view();
            None
        }
        KeyAction::Afresh => {
            dialog.turn_draft(now);
            None
        }
        KeyAction::Send => return send(app, How::Copied, now),
        KeyAction::Keep => return send(app, How::Noted, now),
        _ => {
            let save = dialog.leave();
            if save.is_none() {
                app.enter(Mode::Browse);
            }
            save
        }
    };
    effect.into_iter().collect()
}

/// The letter goes out: to the clipboard and into the log, or only there.
fn send(app: &mut App, how: How, now: DateTime<Utc>) -> Vec<Effect> {
    let Mode::Letter(dialog) = &mut app.mode else { return Vec::new() };
    let Some(letter) = dialog.finished(how, now) else { return Vec::new() };
    let copy = (how == How::Copied).then(|| Effect::Copy(letter.text.clone()));
    copy.into_iter().chain([Effect::KeepLetter(dialog.parcel.id, Box::new(letter))]).collect()
}

/// A key that means nothing else: into the letter, or through what it says.
pub(super) fn type_key(app: &mut App, key: Key, now: DateTime<Utc>) {
    let Mode::Letter(dialog) = &mut app.mode else { return };
    app.dirty = true;
    if let MessageView::Beside(top) = &mut dialog.view {
        let page = dialog.window.height.max(1);
        *top = match key.code {
            Code::Down => top.saturating_add(1),
            Code::Up => top.saturating_sub(1),
            Code::PageDown => top.saturating_add(page),
            Code::PageUp => top.saturating_sub(page),
            _ => *top,
        };
    } else if dialog.editor.key(key) {
        dialog.typed(now);
    }
}

pub(super) fn paste(app: &mut App, text: &str, now: DateTime<Utc>) {
    let Mode::Letter(dialog) = &mut app.mode else { return };
    if dialog.view == MessageView::Letter {
        dialog.editor.paste(text);
        dialog.typed(now);
        app.dirty = true;
    }
}

/// What was typed is saved: the dialog closes, if that was what it waited for.
pub(super) fn saved(app: &mut App, id: ParcelId) {
    if matches!(&app.mode, Mode::Letter(dialog) if dialog.parcel.id == id && dialog.is_leaving()) {
        app.enter(Mode::Browse);
    }
}

/// The letter is in the log.
pub(super) fn kept(app: &mut App, id: ParcelId, to: Addressee, how: How, now: DateTime<Utc>) {
    if matches!(&app.mode, Mode::Letter(dialog) if dialog.parcel.id == id) {
        app.enter(Mode::Browse);
    }
    app.tell(Notice::LetterKept { to, how }, now);
}

/// The text comes back from another program.
pub(super) fn edited(app: &mut App, text: &CleanText, now: DateTime<Utc>) {
    if let Mode::Letter(dialog) = &mut app.mode {
        dialog.replace(text, now);
        app.dirty = true;
    }
}

/// An effect failed; whether that is said in the dialog.
pub(super) fn failed(app: &mut App, failure: &Failure) -> bool {
    let Mode::Letter(dialog) = &mut app.mode else { return false };
    dialog.fail(failure.clone());
    app.dirty = true;
    true
}

impl App {
    /// What was typed and is not saved yet: to be carried out before the screen closes.
    pub fn farewell(&mut self) -> Option<Effect> {
        match &mut self.mode {
            Mode::Letter(dialog) => dialog.save(),
            _ => None,
        }
    }
}
