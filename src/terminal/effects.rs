//! Carrying out what the screen wants, in the background; the results come back as messages.

use chrono::{DateTime, Utc};
use tokio::sync::mpsc::UnboundedSender;

use crate::app::{Change, DetailData, Effect, Input, Undone};
use crate::domain::{CleanText, NewParcel, Parcel, ParcelId};
use crate::error_messages::Failure;
use crate::store::{self, Added, ArchiveFilter, Database, JournalAction, Store, StoreError};
use crate::sync::{Clock, WorkerCommand};
use crate::texts::{Language, Texts};
use crate::use_cases::{EvidenceFolders, KeptEvidence};

/// What effects are carried out with.
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
    /// Starts carrying out an effect of the store or the loop and returns at once.
    pub fn start(&self, effect: Effect) {
        match effect {
            Effect::LoadParcels(ids) => self.run(move |db, _| load_some(db, &ids)),
            Effect::LoadDossier(id) => self.run(move |db, _| Ok(load_dossier(db, id)?.into_iter().collect())),
            Effect::Add(parcels) => self.change(move |db, now| add(db, parcels, now)),
            Effect::Edit(id, edit) => self.change(move |db, now| {
                let edited = db.edit(id, &edit, now)?;
                Ok(done(id, Change::Edit, edited))
            }),
            Effect::Archive(id) => self.change(move |db, now| Ok(done(id, Change::Archive, db.archive(id, now)?))),
            Effect::Restore(id) => self.change(move |db, now| Ok(done(id, Change::Restore, db.restore(id, now)?))),
            Effect::Remove(id) => self.change(move |db, now| Ok(done(id, Change::Remove, db.remove(id, now)?))),
            Effect::Undo => self.change(undo),
            Effect::SaveUnsent(id, choice, text) => self.run(move |db, now| {
                db.save_unsent(id, choice, text.as_ref(), now)?;
                Ok(load_dossier(db, id)?.into_iter().chain([Input::UnsentSaved(id)]).collect())
            }),
            Effect::KeepLetter(id, letter) => self.run(move |db, _| {
                db.keep_message(id, &letter)?;
                let kept = Input::LetterKept { id, to: letter.choice.to, how: letter.how };
                Ok(load_dossier(db, id)?.into_iter().chain([kept]).collect())
            }),
            Effect::Evidence(id) => self.prove(id),
            Effect::Check(scope) => self.order(WorkerCommand::Check(scope)),
            // These belong to the terminal itself; the loop has taken them out before.
            Effect::EditOutside(_) | Effect::Copy(_) | Effect::Suspend | Effect::Quit => {}
        }
    }

    /// Reads every parcel, after a first frame that showed only the first rows.
    pub fn load_all(&self) {
        self.run(|db, _| Ok(load_parcels(db)?.into()));
    }

    fn order(&self, order: WorkerCommand) {
        // The loop only stops listening when the program ends.
        let _ = self.orders.send(order);
    }

    /// Runs a job of the store and sends its messages, from the store's thread: what was read first arrives first.
    fn run(&self, job: impl FnOnce(&mut Database, DateTime<Utc>) -> Result<Vec<Input>, StoreError> + Send + 'static) {
        let hands = self.clone();
        tokio::spawn(async move {
            let (now, inbox) = (hands.clock.now(), hands.inbox.clone());
            let send = move |db: &mut Database| {
                for message in job(db, now)? {
                    let _ = inbox.send(message);
                }
                Ok(())
            };
            if let Err(error) = hands.store.call(send).await {
                let _ = hands.inbox.send(Input::Failed(error.into()));
            }
        });
    }

    /// Has a pack written. The store's thread only reads for it; the rest has a thread of its own.
    fn prove(&self, id: ParcelId) {
        let hands = self.clone();
        tokio::spawn(async move {
            let message = hands.proof(id).await.unwrap_or_else(Input::Failed);
            let _ = hands.inbox.send(message);
        });
    }

    async fn proof(&self, id: ParcelId) -> Result<Input, Failure> {
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
            let mut messages = job(db, now)?;
            let ids: Vec<ParcelId> = messages.iter().filter_map(concerned).collect();
            messages.splice(0..0, load_some(db, &ids)?);
            let _ = orders.send(WorkerCommand::Wake);
            Ok(messages)
        });
    }
}

/// The parcel that a change was about.
fn concerned(message: &Input) -> Option<ParcelId> {
    match message {
        Input::Added { id, .. } | Input::Done { id, .. } => Some(*id),
        Input::Undone(undone) => undone.as_ref().map(|undone| undone.id),
        _ => None,
    }
}

/// Some parcels as they are now, and those that share an order with them; before them what delivered parcels tell,
/// where one of these may have changed that.
fn load_some(db: &Database, ids: &[ParcelId]) -> Result<Vec<Input>, StoreError> {
    let parcels: Vec<(ParcelId, Option<Parcel>)> = db.parcels_around(ids)?.into_iter().collect();
    let tells = |parcel: &Option<Parcel>| parcel.as_ref().is_none_or(|p| p.is_finished() || p.missing_at.is_some());
    let mut messages = Vec::new();
    if parcels.iter().any(|(_, parcel)| tells(parcel)) {
        messages.push(Input::Experience(db.experience()?));
    }
    messages.push(Input::Updated(parcels));
    Ok(messages)
}

/// All parcels that are not removed, and before them what delivered ones tell.
pub(super) fn load_parcels(db: &Database) -> Result<[Input; 2], StoreError> {
    Ok([Input::Experience(db.experience()?), Input::Parcels(db.parcels(ArchiveFilter::All)?)])
}

/// One parcel's timeline; nothing where it has been removed meanwhile.
pub(super) fn load_dossier(db: &Database, id: ParcelId) -> Result<Option<Input>, StoreError> {
    let dossier = db.dossier(id)?;
    Ok(dossier.map(|d| Input::Dossier(Box::new(dossier_of(id, d)))))
}

fn dossier_of(parcel_id: ParcelId, dossier: store::ParcelDetails) -> DetailData {
    let store::ParcelDetails { timeline, standings, messages, unsent, .. } = dossier;
    DetailData { parcel_id, timeline, standings, messages, unsent }
}

fn add(db: &mut Database, parcels: Vec<NewParcel>, now: DateTime<Utc>) -> Result<Vec<Input>, StoreError> {
    let mut messages = Vec::new();
    for parcel in parcels {
        let added = db.add(&parcel, now)?;
        let name = parcel.number_or_order();
        let already = matches!(added, Added::Already(_));
        messages.push(Input::Added { id: added.id(), name: name.unwrap_or_default(), already });
    }
    Ok(messages)
}

/// What took back more than one parcel reads them all again.
fn undo(db: &mut Database, now: DateTime<Utc>) -> Result<Vec<Input>, StoreError> {
    let done = db.undo(now)?;
    let many = done.as_ref().is_some_and(|done| done.parcels > 1);
    let mut messages: Vec<Input> = if many { load_parcels(db)?.into() } else { Vec::new() };
    messages.push(Input::Undone(done.map(undone)));
    Ok(messages)
}

fn done(id: ParcelId, change: Change, changed: bool) -> Vec<Input> {
    if changed { vec![Input::Done { id, change }] } else { Vec::new() }
}

fn undone(undone: crate::store::Undone) -> Undone {
    let change = match undone.action {
        JournalAction::Add => Change::Add,
        JournalAction::Edit => Change::Edit,
        JournalAction::Archive => Change::Archive,
        JournalAction::Restore => Change::Restore,
        JournalAction::Remove => Change::Remove,
        JournalAction::Import => Change::Import,
    };
    Undone { change, id: undone.parcel, name: undone.name, parcels: undone.parcels }
}
