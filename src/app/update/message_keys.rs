//! Writing messages, and looking at those that were written.

use chrono::{DateTime, Utc};

use super::super::keymap::KeyAction;
use super::super::toast::Notice;
use super::super::{App, DetailData, Effect, Mode, Reaction, Task, TerminalRequest, UnsentText};
use crate::app::cycle_selection::Neighbour;
use crate::app::layout_free_key::{Code, Key};
use crate::app::message_dialog::{MessageDialog, MessageView};
use crate::domain::message::{How, MessageChoice};
use crate::domain::{CleanText, Parcel, ParcelId};

/// Opens the dialog on a parcel; where its detail is not here yet, as soon as it is.
pub(super) fn open(app: &mut App, parcel: &Parcel, now: DateTime<Utc>) -> Reaction {
    let shown = app.shown().filter(|(shown, _)| shown.id == parcel.id);
    let Some((parcel, detail)) = shown else {
        app.message_awaits = Some(parcel.id);
        return Reaction::quiet().with([Task::LoadDetail(parcel.id)]);
    };
    let dialog = MessageDialog::new(parcel, detail, &app.advice(now), app.settings.message_language());
    app.enter(Mode::Message(Box::new(dialog)))
}

/// Opens the dialog with that message.
pub(super) fn open_about(
    app: &mut App,
    parcel: &Parcel,
    detail: &DetailData,
    choice: MessageChoice,
    now: DateTime<Utc>,
) -> Reaction {
    let dialog = MessageDialog::about(parcel, detail, &app.advice(now), app.settings.message_language(), choice);
    app.enter(Mode::Message(Box::new(dialog)))
}

/// Opens the dialog that waited for the detail that is shown now.
pub(super) fn open_waiting(app: &mut App, now: DateTime<Utc>) -> Option<Reaction> {
    if !matches!(app.mode, Mode::Browse) {
        return None;
    }
    let (parcel, _) = app.shown().filter(|(parcel, _)| app.message_awaits == Some(parcel.id))?;
    let parcel = parcel.clone();
    app.message_awaits = None;
    Some(open(app, &parcel, now))
}

/// Opens the log of what was written, where there is anything.
pub(super) fn open_log(app: &mut App, now: DateTime<Utc>) -> Reaction {
    if app.shown().is_some_and(|(_, detail)| !detail.messages.is_empty()) {
        app.enter(Mode::MessageLog(0))
    } else {
        app.tell(Notice::NoMessages, now)
    }
}

pub(super) fn act(app: &mut App, action: KeyAction, now: DateTime<Utc>) -> Reaction {
    let Mode::Message(dialog) = &mut app.mode else { return Reaction::quiet() };
    let unsaved = match action {
        KeyAction::Outside => {
            let text = CleanText::note(dialog.editor.text());
            return save(dialog.save()).with([TerminalRequest::OpenEditor(text)]);
        }
        KeyAction::NextField => dialog.step(Neighbour::Next),
        KeyAction::PreviousField => dialog.step(Neighbour::Previous),
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
        KeyAction::Mark => {
            let text = CleanText::note(dialog.editor.text());
            let unsaved = dialog.save().map(Task::SaveUnsent);
            return app.mark(text, false).with(unsaved);
        }
        KeyAction::Send => return send(app, How::Copied, now),
        KeyAction::Keep => return send(app, How::Noted, now),
        _ => match dialog.leave() {
            None => return app.enter(Mode::Browse),
            unsaved => unsaved,
        },
    };
    save(unsaved)
}

fn save(unsaved: Option<UnsentText>) -> Reaction {
    Reaction::redraw().with(unsaved.map(Task::SaveUnsent))
}

/// The message goes out: to the clipboard and into the log, or only there.
fn send(app: &mut App, how: How, now: DateTime<Utc>) -> Reaction {
    let Mode::Message(dialog) = &mut app.mode else { return Reaction::quiet() };
    let Some(mut message) = dialog.finished(how, now) else { return Reaction::redraw() };
    let (id, text) = (dialog.parcel.id, message.text.clone());
    let arrives = app.clipboard_holds(&text);
    if !arrives {
        message.how = How::Noted;
    }
    let out = if how == How::Copied { app.copy(text) } else { Reaction::redraw() };
    out.with([Effect::from(Task::KeepMessage(id, Box::new(message)))])
}

/// A key that means nothing else: into the message, or through what it says.
pub(super) fn type_key(app: &mut App, key: Key, now: DateTime<Utc>) -> Reaction {
    let Mode::Message(dialog) = &mut app.mode else { return Reaction::quiet() };
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
    Reaction::redraw()
}

pub(super) fn paste(app: &mut App, text: &str, now: DateTime<Utc>) -> Reaction {
    match &mut app.mode {
        Mode::Message(dialog) if dialog.view == MessageView::Text => {
            dialog.editor.paste(text);
            dialog.typed(now);
            Reaction::redraw()
        }
        _ => Reaction::quiet(),
    }
}

/// What was typed is saved: the dialog closes, if that was what it waited for.
pub(super) fn saved(app: &mut App, id: ParcelId) -> Reaction {
    match &app.mode {
        Mode::Message(dialog) if dialog.parcel.id == id && dialog.is_leaving() => app.enter(Mode::Browse),
        _ => Reaction::quiet(),
    }
}

/// The message is in the log.
pub(super) fn kept(app: &mut App, id: ParcelId, notice: Notice, now: DateTime<Utc>) -> Reaction {
    let behind = app.mode.behind();
    if matches!(&behind, Mode::Message(dialog) if dialog.parcel.id == id) {
        *behind = Mode::Browse;
    }
    app.tell(notice, now)
}

/// The text comes back from another program.
pub(super) fn edited(app: &mut App, text: &CleanText, now: DateTime<Utc>) -> Reaction {
    let Mode::Message(dialog) = &mut app.mode else { return Reaction::quiet() };
    dialog.replace(text, now);
    Reaction::redraw()
}

impl App {
    /// What was typed and is not saved yet: to be saved before the screen closes.
    pub fn unsaved(&mut self) -> Option<UnsentText> {
        match self.mode.behind() {
            Mode::Message(dialog) => dialog.save(),
            _ => None,
        }
    }
}
