//! What comes back: from the store, from the loop, from effects.

use chrono::{DateTime, Utc};

use super::super::toast::Notice;
use super::super::{
    App, DetailData, Focus, Input, PendingUndo, Progress, Question, Reaction, Task, Undone, UserAction,
};
use super::message_keys;
use crate::app::Mode;
use crate::app::ordered_check::OrderedCheck;
use crate::domain::advice::window;
use crate::domain::{CleanText, Parcel, ParcelId};
use crate::error_messages::Failure;
use crate::use_cases::add::AddedParcel;

pub(super) fn take(app: &mut App, input: Input, now: DateTime<Utc>) -> Reaction {
    match input {
        Input::FirstRows(parcels, counts) => {
            app.list.preview(parcels, counts, now);
            arranged(app, |_| true)
        }
        Input::Parcels(parcels) => {
            app.list.load(parcels, now);
            arranged(app, |_| true)
        }
        Input::Updated(changed) => {
            if let Some(reaction) = checked(app, &changed, now) {
                return reaction;
            }
            let ids: Vec<ParcelId> = changed.iter().map(|(id, _)| *id).collect();
            app.list.update(changed, now);
            arranged(app, |id| ids.contains(&id))
        }
        Input::LearnedSilence(learned) => {
            let changed = app.experience != learned;
            app.experience = learned;
            Reaction::redraw_if(changed)
        }
        Input::Detail(detail) => show(app, detail, now),
        Input::Progress(progress) => report(app, &progress, now),
        Input::Added(parcels) => added(app, &parcels, now),
        Input::Done { id, action } => done(app, id, action, now),
        Input::Removed { name, .. } => app.tell(Notice::Done { action: UserAction::Remove, name }, now),
        Input::Undone(undone) => undo(app, undone, now),
        Input::UndoAsks(pending) => ask_before_undo(app, pending, now),
        Input::Redone(redone) => redo(app, redone, now),
        Input::UnsentSaved(id) => message_keys::saved(app, id),
        Input::MessageKept { id, to, how } => message_keys::kept(app, id, Notice::MessageKept { to, how }, now),
        Input::EvidenceWritten { path, broken } => app.tell(Notice::EvidenceWritten { path, broken }, now),
        Input::EditedExternally(text) => message_keys::edited(app, &text, now),
        Input::Failed(failure) => fail(app, failure, now),
        // That a message was copied is said once it is in the log.
        Input::Copied(_) if matches!(app.mode, Mode::Message(_)) => Reaction::quiet(),
        Input::Copied(text) => app.tell(Notice::Copied(text), now),
        Input::Key(_)
        | Input::Paste(_)
        | Input::Resize(..)
        | Input::FocusGained
        | Input::FocusLost
        | Input::TerminalColours(_)
        | Input::Tick => Reaction::quiet(),
    }
}

/// Parcels are read again while an ordered check is under way; its result, where this was the last of it.
fn checked(app: &mut App, changed: &[(ParcelId, Option<Parcel>)], now: DateTime<Utc>) -> Option<Reaction> {
    let ordered = app.ordered.as_mut()?;
    for parcel in changed.iter().filter_map(|(_, parcel)| parcel.as_ref()) {
        ordered.compare(app.list.get(parcel.id), parcel);
    }
    if !changed.is_empty() || !ordered.ended {
        return None;
    }
    let result = app.ordered.take().and_then(OrderedCheck::result);
    Some(result.map_or_else(Reaction::quiet, |notice| app.tell(notice, now)))
}

/// The list has taken over parcels as they are now; `changed` tells which may be others than before.
fn arranged(app: &mut App, changed: impl Fn(ParcelId) -> bool) -> Reaction {
    let Some(id) = app.list.selected().map(|p| p.id) else {
        app.focus = Focus::List;
        return Reaction::redraw();
    };
    // What is shown may have changed; what is wanted while the cursor moves is read when it rests.
    let is_read_again = match &app.detail.dossier {
        Some(detail) if detail.parcel_id == id => changed(id),
        _ => app.detail.due_at().is_none(),
    };
    Reaction::redraw().with(is_read_again.then_some(Task::LoadDetail(id)))
}

fn done(app: &mut App, id: ParcelId, action: UserAction, now: DateTime<Utc>) -> Reaction {
    let parcel = app.list.get(id);
    let name = parcel.map(|parcel| CleanText::line(parcel.name())).unwrap_or_default();
    if app.receiving != Some(id) {
        return app.tell(Notice::Done { action, name }, now);
    }
    let (today, days) = (app.settings.date(now), app.settings.rules.after_delivery_days);
    let dispute_until = parcel.and_then(|parcel| window(parcel, today, days)).map(|window| window.until);
    app.receiving = None;
    app.tell(Notice::Received { name, dispute_until }, now)
}

/// A reply that comes after the cursor has moved on is dropped.
fn show(app: &mut App, detail: Box<DetailData>, now: DateTime<Utc>) -> Reaction {
    let chosen = app.selected().is_some_and(|p| p.id == detail.parcel_id);
    let is_new = chosen && app.detail.dossier.as_ref() != Some(&detail);
    if is_new {
        app.detail.show(detail);
    }
    message_keys::open_waiting(app, now).unwrap_or_else(|| Reaction::redraw_if(is_new))
}

/// Said in the dialog that wanted it, else as a notice.
fn fail(app: &mut App, failure: Failure, now: DateTime<Utc>) -> Reaction {
    match app.mode.behind() {
        Mode::Message(dialog) => {
            dialog.fail(failure);
            Reaction::redraw()
        }
        _ => app.tell(Notice::Failed(failure), now),
    }
}

fn report(app: &mut App, progress: &Progress, now: DateTime<Utc>) -> Reaction {
    let known = app.work.broken.clone();
    let is_asking_changed = app.asking.report(progress);
    let changed = app.work.report(progress) || is_asking_changed;
    // The bottom line keeps the sentence; the notice says once what to do.
    if let Some(failure) = app.work.broken.clone().filter(|failure| known.as_ref() != Some(failure)) {
        return app.tell(Notice::Failed(failure), now);
    }
    if let Progress::Unasked { why } = progress {
        return app.tell(Notice::Unasked(why.clone()), now);
    }
    let load = match progress {
        Progress::Changed { parcels } => Some(Task::LoadParcels(parcels.clone())),
        // What was changed is being read: the answer to this comes after it.
        Progress::Idle { .. } => {
            let ends = app.ordered.as_mut().is_some_and(|ordered| !std::mem::replace(&mut ordered.ended, true));
            ends.then(|| Task::LoadParcels(Vec::new()))
        }
        _ => None,
    };
    if let Some(ordered) = &mut app.ordered {
        ordered.report(progress);
    }
    Reaction::redraw_if(changed).with(load)
}

fn added(app: &mut App, parcels: &[AddedParcel], now: DateTime<Utc>) -> Reaction {
    let new: Vec<&AddedParcel> = parcels.iter().filter(|parcel| !parcel.already).collect();
    let Some(first) = new.first().copied().or(parcels.first()) else { return Reaction::quiet() };
    app.go_to(first.id, now);
    let name = app.list.get(first.id).map_or(first.name.clone(), |parcel| CleanText::line(parcel.name()));
    if new.is_empty() {
        return app.tell(Notice::Already { name }, now);
    }
    app.tell(Notice::Added { count: new.len(), name }, now)
}

/// Asked in the panes only: a dialog that was opened meanwhile is not taken away.
fn ask_before_undo(app: &mut App, pending: PendingUndo, now: DateTime<Utc>) -> Reaction {
    if !matches!(app.mode, Mode::Browse) {
        return Reaction::quiet();
    }
    app.go_to(pending.change.id, now);
    app.enter(Mode::Confirm(Box::new(Question::Undo(pending))))
}

fn redo(app: &mut App, redone: Option<Undone>, now: DateTime<Utc>) -> Reaction {
    let Some(redone) = redone else { return app.tell(Notice::NothingToRedo, now) };
    if redone.action != UserAction::Remove {
        app.go_to(redone.id, now);
    }
    app.tell(Notice::Redone(redone), now)
}

fn undo(app: &mut App, undone: Option<Undone>, now: DateTime<Utc>) -> Reaction {
    let Some(undone) = undone else { return app.tell(Notice::NothingToUndo, now) };
    if !matches!(undone.action, UserAction::Add | UserAction::Import) {
        app.go_to(undone.id, now);
    }
    app.tell(Notice::Undone(undone), now)
}

impl App {
    /// Puts the cursor on a parcel, if it is shown, and has the detail follow.
    pub(super) fn go_to(&mut self, id: ParcelId, now: DateTime<Utc>) {
        self.list.select(id);
        self.follow(now);
    }
}
