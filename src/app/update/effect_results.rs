//! What comes back: from the store, from the loop, from effects.

use chrono::{DateTime, Utc};

use super::super::toast::Notice;
use super::super::{App, Change, DetailData, Effect, Input, Progress, Undone};
use super::message_keys;
use crate::domain::{CleanText, ParcelId};
use crate::error_messages::Failure;

pub(super) fn take(app: &mut App, message: Input, now: DateTime<Utc>) -> Vec<Effect> {
    match message {
        Input::FirstRows(parcels, counts) => {
            app.list.preview(parcels, counts, now);
            return arranged(app, |_| true, now);
        }
        Input::Parcels(parcels) => {
            app.list.load(parcels, now);
            return arranged(app, |_| true, now);
        }
        Input::Updated(changed) => {
            let ids: Vec<ParcelId> = changed.iter().map(|(id, _)| *id).collect();
            app.list.update(changed, now);
            return arranged(app, |id| ids.contains(&id), now);
        }
        Input::Experience(experience) => {
            app.dirty |= app.experience != experience;
            app.experience = experience;
        }
        Input::Dossier(dossier) => show(app, dossier, now),
        Input::Progress(progress) => return report(app, &progress, now),
        Input::Added { id, name, already } => added(app, id, name, already, now),
        Input::Done { id, change } => done(app, id, change, now),
        Input::Undone(undone) => undo(app, undone, now),
        Input::UnsentSaved(id) => message_keys::saved(app, id),
        Input::LetterKept { id, to, how } => message_keys::kept(app, id, to, how, now),
        Input::EvidenceWritten { path, broken } => app.tell(Notice::EvidenceWritten { path, broken }, now),
        Input::EditedOutside(text) => message_keys::edited(app, &text, now),
        Input::Failed(failure) => fail(app, failure, now),
        Input::Copied => {
            if let Some(text) = app.copying.take() {
                app.tell(Notice::Copied(text), now);
            }
        }
        Input::Key(_) | Input::Paste(_) | Input::Resize(..) | Input::Focus(_) | Input::Tick => {}
    }
    Vec::new()
}

/// The list has taken over parcels as they are now; `changed` tells which may be others than before.
fn arranged(app: &mut App, changed: impl Fn(ParcelId) -> bool, now: DateTime<Utc>) -> Vec<Effect> {
    app.dirty = true;
    if let Some(id) = app.arriving.take() {
        app.go_to(id, now);
    }
    let Some(id) = app.list.selected().map(|p| p.id) else {
        app.focus = super::super::Focus::List;
        return Vec::new();
    };
    // What is shown may have changed; what is wanted while the cursor moves is read when it rests.
    match &app.detail.dossier {
        Some(dossier) if dossier.parcel_id == id && !changed(id) => Vec::new(),
        Some(dossier) if dossier.parcel_id == id => vec![Effect::LoadDossier(id)],
        _ if app.detail.due_at().is_some() => Vec::new(),
        _ => vec![Effect::LoadDossier(id)],
    }
}

/// A reply that comes after the cursor has moved on is dropped.
fn show(app: &mut App, dossier: Box<DetailData>, now: DateTime<Utc>) {
    let chosen = app.selected().is_some_and(|p| p.id == dossier.parcel_id);
    if chosen && app.detail.dossier.as_ref() != Some(&dossier) {
        app.detail.show(dossier);
        app.dirty = true;
    }
    message_keys::open_waiting(app, now);
}

/// Said in the dialog that wanted it, else as a notice.
fn fail(app: &mut App, failure: Failure, now: DateTime<Utc>) {
    if !message_keys::failed(app, &failure) {
        app.tell(Notice::Failed(failure), now);
    }
}

fn report(app: &mut App, progress: &Progress, now: DateTime<Utc>) -> Vec<Effect> {
    let known = app.work.broken.clone();
    app.dirty |= app.work.report(progress);
    // The bottom line keeps the sentence; the notice says once what to do.
    if let Some(failure) = app.work.broken.clone().filter(|failure| known.as_ref() != Some(failure)) {
        app.tell(Notice::Failed(failure), now);
    }
    match progress {
        Progress::Changed { parcels } => vec![Effect::LoadParcels(parcels.clone())],
        _ => Vec::new(),
    }
}

fn added(app: &mut App, id: ParcelId, number: CleanText, already: bool, now: DateTime<Utc>) {
    app.arrive(id, now);
    if already {
        let name = app.list.get(id).map_or(number, |p| CleanText::line(p.name()));
        return app.tell(Notice::Already { name }, now);
    }
    let before = match app.toast.as_ref().map(|toast| &toast.notice) {
        Some(Notice::Added { count, .. }) => *count,
        _ => 0,
    };
    app.tell(Notice::Added { count: before + 1, name: number }, now);
}

fn done(app: &mut App, id: ParcelId, change: Change, now: DateTime<Utc>) {
    let remembered = app.acting.take().filter(|(acted, _)| *acted == id).map(|(_, name)| name);
    let named = app.list.get(id).map(|p| CleanText::line(p.name()));
    app.tell(Notice::Done { change, name: named.or(remembered).unwrap_or_default() }, now);
}

fn undo(app: &mut App, undone: Option<Undone>, now: DateTime<Utc>) {
    let Some(undone) = undone else { return app.tell(Notice::NothingToUndo, now) };
    if !matches!(undone.change, Change::Add | Change::Import) {
        app.arrive(undone.id, now);
    }
    app.tell(Notice::Undone(undone), now);
}

impl App {
    /// Goes to a parcel as soon as the list has it.
    pub(super) fn arrive(&mut self, id: ParcelId, now: DateTime<Utc>) {
        if self.list.get(id).is_some() {
            self.go_to(id, now);
        } else {
            self.arriving = Some(id);
        }
    }

    /// Puts the cursor on a parcel, if it is shown, and has the detail follow.
    pub(super) fn go_to(&mut self, id: ParcelId, now: DateTime<Utc>) {
        self.list.select(id);
        self.follow(now);
    }
}
