//! Carrying out the screen's tasks in the background; the results come back as inputs.

use chrono::{DateTime, Utc};
use tokio::sync::mpsc::UnboundedSender;

use crate::app::{DetailData, Input, PendingUndo, Task, Undone, UnsentText, UserAction};
use crate::domain::{Change, CleanText, Parcel, ParcelId};
use crate::error_messages::Failure;
use crate::store::{self, ArchiveFilter, Database, JournalAction, Store, StoreError};
use crate::sync::{Clock, WorkerCommand};
use crate::texts::{Language, Texts};
use crate::use_cases::is_watcher_overdue;
use crate::use_cases::undo::UndoOutcome;
use crate::use_cases::{EvidenceFolders, KeptEvidence, add, undo, unreadable_parcels};

/// What tasks are carried out with.
#[derive(Clone)]
pub(super) struct EffectRunner {
    pub store: Store,
    pub clock: Clock,
    pub orders: UnboundedSender<WorkerCommand>,
    pub inbox: UnboundedSender<Input>,
    pub evidence: EvidenceFolders,
    pub language: Language,
}

impl EffectRunner {
    /// Starts a task and returns at once.
    pub fn start(&self, task: Task) {
        match task {
            Task::LoadParcels(ids) => self.run(move |db, _| load_some(db, &ids)),
            Task::LoadDetail(id) => self.run(move |db, _| Ok(load_detail(db, id)?.into_iter().collect())),
            Task::Add(parcels) => {
                self.change(move |db, now| Ok(vec![Input::Added(add::add_all(db, &parcels, now)?)]));
            }
            Task::Edit(id, edit) => self.change(move |db, now| {
                let action = match edit.snooze {
                    Change::Set(_) => UserAction::Snooze,
                    Change::Clear => UserAction::Wake,
                    Change::Keep => UserAction::Edit,
                };
                let edited = db.edit(id, &edit, now)?;
                Ok(done(id, action, edited))
            }),
            Task::Archive(id) => self.change(move |db, now| Ok(done(id, UserAction::Archive, db.archive(id, now)?))),
            Task::Restore(id) => self.change(move |db, now| Ok(done(id, UserAction::Restore, db.restore(id, now)?))),
            Task::Remove { id, name } => self.change(move |db, now| {
                let removed = db.remove(id, now)?;
                Ok(removed.then_some(Input::Removed { id, name }).into_iter().collect())
            }),
            Task::Undo { since } => self.change(move |db, now| undone(undo::undo_or_ask(db, since, now)?, db)),
            Task::UndoConfirmed(entry) => self.change(move |db, now| undone(undo::undo_confirmed(db, entry, now)?, db)),
            Task::Redo => self.change(redo),
            Task::SaveUnsent(unsent) => self.run(move |db, now| {
                save_unsent(db, &unsent, now)?;
                let saved = Input::UnsentSaved(unsent.parcel);
                Ok(load_detail(db, unsent.parcel)?.into_iter().chain([saved]).collect())
            }),
            Task::KeepMessage(id, message) => self.run(move |db, _| {
                db.keep_message(id, &message)?;
                let kept = Input::MessageKept { id, to: message.choice.to, how: message.how };
                Ok(load_detail(db, id)?.into_iter().chain([kept]).collect())
            }),
            Task::WriteEvidence(id) => self.write_evidence(id),
            Task::MarkSeen(id, seen) => self.run(move |db, _| {
                db.mark_seen(id, seen)?;
                load_some(db, &[id])
            }),
            Task::MarkAllSeen => self.run(|db, _| {
                db.mark_all_seen()?;
                Ok(load_parcels(db)?.into())
            }),
            Task::Check(scope) => self.order(WorkerCommand::Check(scope)),
        }
    }

    /// Reads every parcel, after a first frame that showed only the first rows.
    pub fn load_all(&self) {
        self.run(|db, _| Ok(load_parcels(db)?.into()));
    }

    /// Says of which parcels something cannot be read any more, where that was met.
    pub fn tell_unreadable(&self) {
        self.run(|db, _| Ok(unreadable_parcels::met(db).map(Input::Failed).into_iter().collect()));
    }

    /// Says so where a watcher is meant to run and has not been heard of.
    pub fn tell_overdue_watcher(&self) {
        self.run(|db, now| {
            let marks = db.loop_marks()?;
            let overdue = marks.watcher_at.filter(|_| is_watcher_overdue(marks, now));
            Ok(overdue.map(|at| Input::Failed(Failure::WatcherOverdue(at))).into_iter().collect())
        });
    }

    fn order(&self, order: WorkerCommand) {
        // The loop only stops listening when the program ends.
        let _ = self.orders.send(order);
    }

    /// Runs a job of the store and sends its inputs, from the store's thread: what was read first arrives first.
    fn run(&self, job: impl FnOnce(&mut Database, DateTime<Utc>) -> Result<Vec<Input>, StoreError> + Send + 'static) {
        let runner = self.clone();
        tokio::spawn(async move {
            let (now, inbox) = (runner.clock.now(), runner.inbox.clone());
            let send = move |db: &mut Database| {
                for input in job(db, now)? {
                    let _ = inbox.send(input);
                }
                Ok(())
            };
            if let Err(error) = runner.store.call(send).await {
                let _ = runner.inbox.send(Input::Failed(error.into()));
            }
        });
    }

    /// Has an evidence pack written. The store's thread only reads for it; the rest has a thread of its own.
    fn write_evidence(&self, id: ParcelId) {
        let runner = self.clone();
        tokio::spawn(async move {
            let input = runner.evidence(id).await.unwrap_or_else(Input::Failed);
            let _ = runner.inbox.send(input);
        });
    }

    async fn evidence(&self, id: ParcelId) -> Result<Input, Failure> {
        let Some(kept) = self.store.call(move |db| KeptEvidence::read(db, id)).await? else {
            return Ok(Input::Updated(vec![(id, None)]));
        };
        let (folders, language, now) = (self.evidence.clone(), self.language, self.clock.now());
        let broken = kept.broken_at();
        let written = tokio::task::spawn_blocking(move || kept.write(&folders, &Texts::new(language), now)).await;
        let path = written.map_err(|_| Failure::Panic)??;
        Ok(Input::EvidenceWritten { path: CleanText::line(&path.display().to_string()), broken })
    }

    /// Runs a job that changes parcels: those it tells of are read again with it, and the loop plans again.
    fn change(
        &self,
        job: impl FnOnce(&mut Database, DateTime<Utc>) -> Result<Vec<Input>, StoreError> + Send + 'static,
    ) {
        let orders = self.orders.clone();
        self.run(move |db, now| {
            let mut inputs = job(db, now)?;
            let ids: Vec<ParcelId> = inputs.iter().flat_map(concerned).collect();
            inputs.splice(0..0, load_some(db, &ids)?);
            let _ = orders.send(WorkerCommand::Wake);
            Ok(inputs)
        });
    }
}

/// The parcels that a change was about.
fn concerned(input: &Input) -> Vec<ParcelId> {
    match input {
        Input::Added(parcels) => parcels.iter().map(|parcel| parcel.id).collect(),
        Input::Done { id, .. } | Input::Removed { id, .. } => vec![*id],
        Input::Undone(undone) | Input::Redone(undone) => undone.iter().map(|undone| undone.id).collect(),
        _ => Vec::new(),
    }
}

/// Some parcels as they are now, and those that share an order with them; before them what delivered parcels tell,
/// where one of these may have changed that.
fn load_some(db: &Database, ids: &[ParcelId]) -> Result<Vec<Input>, StoreError> {
    let parcels: Vec<(ParcelId, Option<Parcel>)> = db.parcels_around(ids)?.into_iter().collect();
    let tells = |parcel: &Option<Parcel>| parcel.as_ref().is_none_or(|p| p.is_finished() || p.missing_at.is_some());
    let mut inputs = Vec::new();
    if parcels.iter().any(|(_, parcel)| tells(parcel)) {
        inputs.push(Input::LearnedSilence(db.experience()?));
    }
    inputs.push(Input::Updated(parcels));
    Ok(inputs)
}

/// All parcels that are not removed, and before them what delivered ones tell.
pub(super) fn load_parcels(db: &Database) -> Result<[Input; 2], StoreError> {
    Ok([Input::LearnedSilence(db.experience()?), Input::Parcels(db.parcels(ArchiveFilter::All)?)])
}

/// What the detail shows of a parcel; nothing where it has been removed meanwhile.
pub(super) fn load_detail(db: &Database, id: ParcelId) -> Result<Option<Input>, StoreError> {
    let Some(details) = db.dossier(id)? else { return Ok(None) };
    let store::ParcelDetails { timeline, standings, messages, unsent, .. } = details;
    Ok(Some(Input::Detail(Box::new(DetailData { parcel_id: id, timeline, standings, messages, unsent }))))
}

/// Keeps what the reader made of a message, or forgets it.
pub(super) fn save_unsent(db: &mut Database, unsent: &UnsentText, now: DateTime<Utc>) -> Result<(), StoreError> {
    db.save_unsent(unsent.parcel, unsent.choice, unsent.text.as_ref(), now).map(drop)
}

/// What became of the wish to take something back. What concerned more than one parcel reads them all again.
fn undone(outcome: UndoOutcome, db: &Database) -> Result<Vec<Input>, StoreError> {
    match outcome {
        UndoOutcome::Nothing => Ok(vec![Input::Undone(None)]),
        UndoOutcome::Asks(pending) => {
            let store::PendingUndo { entry, at, action, parcel, name, parcels, answered } = pending;
            let change = change(store::Undone { action, parcel, name, parcels });
            Ok(vec![Input::UndoAsks(PendingUndo { entry, at, answered, change })])
        }
        UndoOutcome::Done(undone) => after_many(undone, db, Input::Undone),
    }
}

fn redo(db: &mut Database, now: DateTime<Utc>) -> Result<Vec<Input>, StoreError> {
    match db.redo(now)? {
        Some(redone) => after_many(redone, db, Input::Redone),
        None => Ok(vec![Input::Redone(None)]),
    }
}

fn after_many(
    undone: store::Undone,
    db: &Database,
    told: fn(Option<Undone>) -> Input,
) -> Result<Vec<Input>, StoreError> {
    let mut inputs: Vec<Input> = if undone.parcels > 1 { load_parcels(db)?.into() } else { Vec::new() };
    inputs.push(told(Some(change(undone))));
    Ok(inputs)
}

/// Nothing is said where nothing was `changed`.
fn done(id: ParcelId, action: UserAction, changed: bool) -> Vec<Input> {
    if changed { vec![Input::Done { id, action }] } else { Vec::new() }
}

fn change(undone: store::Undone) -> Undone {
    let action = match undone.action {
        JournalAction::Add => UserAction::Add,
        JournalAction::Edit => UserAction::Edit,
        JournalAction::Archive => UserAction::Archive,
        JournalAction::Restore => UserAction::Restore,
        JournalAction::Remove => UserAction::Remove,
        JournalAction::Import => UserAction::Import,
    };
    Undone { action, id: undone.parcel, name: undone.name, parcels: undone.parcels }
}
