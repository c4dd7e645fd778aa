//! Taking carried items in, one after the other; and the answers among them.

use std::collections::{BTreeSet, HashMap, HashSet};

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use chrono::{DateTime, Utc};
use rusqlite::{OptionalExtension, Transaction, params};

use super::parse_values;
use super::parse_values::{InvalidItem, flaw, instant};
use crate::domain::{OrderId, ParcelId, TrackingNumber};
use crate::store::checks::{answers, handovers, hash_chain};
use crate::store::database::column_values::Instant;
use crate::store::notices::write_news;
use crate::store::parcels::{journal, summaries};
use crate::store::transfer::{AnswerItem, ExportItem};
use crate::store::{Database, JournalAction, StoreError, StoredAnswer};

/// What came of taking items in.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct ImportReport {
    /// Parcels that were not here.
    pub added: usize,
    /// Parcels that were here and know more now.
    pub completed: usize,
    /// Parcels that were here and stayed as they are.
    pub unchanged: usize,
    /// Events that were not here.
    pub events: usize,
    /// Checks that were not here.
    pub checks: usize,
    /// Answers that were not here.
    pub answers: usize,
    /// Where the user says something else here than there: the parcel and the field; what is said here stayed.
    pub differing: Vec<(ParcelId, &'static str)>,
}

/// A new parcel, when it changed, and when it was finished.
pub(in crate::store::transfer) type Fresh = (ParcelId, Option<DateTime<Utc>>, Option<DateTime<Utc>>);

/// A database that is taking items in; without [`ImportSession::finish`] nothing has happened.
pub struct ImportSession<'a> {
    pub(in crate::store::transfer) tx: Transaction<'a>,
    pub(in crate::store::transfer) now: DateTime<Utc>,
    /// What was done last before.
    entry: i64,
    /// Answers by their place there, with their place here.
    pub(in crate::store::transfer) answers: HashMap<i64, i64>,
    /// Parcels that an item was already taken for.
    pub(in crate::store::transfer) taken: HashSet<ParcelId>,
    /// Parcels by their identity there and when they were added.
    pub(in crate::store::transfer) origins: HashMap<(i64, DateTime<Utc>), ParcelId>,
    /// Orders by their identity there, and all that one was taken for.
    pub(in crate::store::transfer) orders: HashMap<i64, OrderId>,
    pub(in crate::store::transfer) orders_taken: HashSet<OrderId>,
    /// Parcels that are new; when they changed and were finished, which only the database there knew.
    pub(in crate::store::transfer) fresh: Vec<Fresh>,
    /// Numbers of which more is known now.
    pub(in crate::store::transfer) touched: BTreeSet<TrackingNumber>,
    pub(in crate::store::transfer) report: ImportReport,
}

impl Database {
    /// Begins to take items in. Until it is finished or given up, nobody else can write.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub fn take_in(&mut self, now: DateTime<Utc>) -> Result<ImportSession<'_>, StoreError> {
        let tx = self.change()?;
        let entry = journal::newest(&tx)?;
        Ok(ImportSession {
            tx,
            now,
            entry,
            answers: HashMap::new(),
            taken: HashSet::new(),
            origins: HashMap::new(),
            orders: HashMap::new(),
            orders_taken: HashSet::new(),
            fresh: Vec::new(),
            touched: BTreeSet::new(),
            report: ImportReport::default(),
        })
    }
}

impl ImportSession<'_> {
    /// Takes one item: answers before the words that name them.
    ///
    /// # Errors
    /// What is wrong with it; give the uptake up then.
    pub fn take(&mut self, item: &ExportItem) -> Result<(), InvalidItem> {
        match item {
            ExportItem::Answer(answer) => self.answer(answer),
            ExportItem::Word(word) => self.word(word),
            ExportItem::Parcel(parcel) => self.parcel(parcel),
        }
    }

    /// Takes nothing after all; what would have come of it.
    #[must_use]
    pub fn give_up(self) -> ImportReport {
        self.report
    }

    /// Brings the summaries up to date and makes it all last. What came of the parcels is undone in one step.
    ///
    /// # Errors
    /// When the database cannot be written; nothing has been taken then.
    pub fn finish(self) -> Result<ImportReport, StoreError> {
        let mut concerned = handovers::concerned(&self.tx, self.touched.iter())?;
        concerned.extend(self.fresh.iter().map(|(id, ..)| *id));
        for id in concerned {
            summaries::recompute(&self.tx, id, None)?;
        }
        let sql = "UPDATE parcel SET changed_at = coalesce(?2, changed_at), finished_at = coalesce(?3, finished_at)
                   WHERE id = ?1";
        for (id, changed_at, finished_at) in &self.fresh {
            self.tx.prepare_cached(sql)?.execute(params![id, changed_at.map(Instant), finished_at.map(Instant)])?;
            write_news::introduce(&self.tx, *id, self.now)?;
        }
        journal::join_since(&self.tx, self.entry, JournalAction::Import)?;
        self.tx.commit()?;
        Ok(self.report)
    }

    fn answer(&mut self, carried: &AnswerItem) -> Result<(), InvalidItem> {
        let body = body(carried)?;
        let body_hash = hash_chain::hash(&body);
        if hash_chain::hex(&body_hash) != carried.sha256 {
            return Err(InvalidItem::Altered(carried.id));
        }
        let answer = StoredAnswer {
            id: 0,
            source: parse_values::source(&carried.source)?,
            question: carried.question.clone(),
            asked_at: instant(carried.asked_at)?,
            answered_at: instant(carried.answered_at)?,
            http_status: carried.http_status,
            body,
            body_hash,
            chain: [0; 32],
        };
        let id = if let Some(id) = self.known(&answer)? {
            id
        } else {
            self.report.answers += 1;
            answers::append(&self.tx, answer)?
        };
        self.answers.insert(carried.id, id);
        Ok(())
    }

    /// The place of the same answer here.
    fn known(&self, answer: &StoredAnswer) -> Result<Option<i64>, StoreError> {
        let sql = "SELECT id FROM answer WHERE source = ?1 AND question = ?2 AND asked_at = ?3 AND answered_at = ?4
                   AND http_status = ?5 AND body_hash = ?6 ORDER BY id LIMIT 1";
        let values = params![
            answer.source,
            answer.question,
            Instant(answer.asked_at),
            Instant(answer.answered_at),
            answer.http_status,
            answer.body_hash,
        ];
        Ok(self.tx.prepare_cached(sql)?.query_row(values, |r| r.get(0)).optional()?)
    }
}

fn body(carried: &AnswerItem) -> Result<Vec<u8>, InvalidItem> {
    match (&carried.body, &carried.body_base64) {
        (Some(text), None) => Ok(text.clone().into_bytes()),
        (None, Some(text)) => STANDARD.decode(text).map_err(|_| flaw("body_base64", text)),
        _ => Err(flaw("body", &carried.id.to_string())),
    }
}
