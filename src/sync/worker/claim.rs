//! Claims on numbers: nobody else asks what is claimed, and no claim is left behind.

use std::collections::HashMap;
use std::collections::hash_map::Entry as Slot;
use std::sync::Arc;

use chrono::{DateTime, TimeDelta, Utc};

use super::Worker;
use super::shared_by_passes::{Pair, Shared};
use crate::domain::{Outcome, SourceId, TrackingNumber};
use crate::store::{Database, Store, StoreError, WatchedNumber};
use crate::sync::plan::pause::holding;

/// When a pair was last asked, as the plan saw it.
pub(super) type LastAsked = HashMap<Pair, Option<DateTime<Utc>>>;

/// Numbers that are ours to ask, with what is known of them. Dropped in any other way than by [`Claim::release`]
/// or after all its numbers were recorded, it releases them still: a task that is cut off holds nobody up.
pub(super) struct Claim {
    store: Store,
    shared: Arc<Shared>,
    source: SourceId,
    held: Vec<WatchedNumber>,
    /// Taken in this program, but not won against others.
    lost: Vec<TrackingNumber>,
    /// Those that another program holds, and until when at the latest.
    pub(super) held_elsewhere: HashMap<TrackingNumber, DateTime<Utc>>,
    /// The source has refused somebody since the plan was made: nothing is claimed.
    pub(super) refused: Option<(Outcome, DateTime<Utc>)>,
}

impl Claim {
    /// Claims those numbers that nobody else is asking, that are still wanted, and that nobody has asked since the
    /// plan was made: two programs may have planned the same question, and the other one may be through with it.
    pub(super) async fn win(
        worker: &Worker,
        shared: &Arc<Shared>,
        source: &SourceId,
        numbers: Vec<TrackingNumber>,
        seen: &LastAsked,
    ) -> Result<Self, StoreError> {
        // The database keeps other programs off, not the other passes of this one.
        let taken = shared.take_up(source, numbers);
        let (store, shared, source) = (worker.store.clone(), Arc::clone(shared), source.clone());
        let mut claim = Self {
            store,
            shared,
            source,
            held: Vec::new(),
            lost: taken,
            held_elsewhere: HashMap::new(),
            refused: None,
        };
        let pairs = claim.pairs(&claim.lost);
        let expected: LastAsked = pairs.iter().map(|p| (p.clone(), seen.get(p).copied().flatten())).collect();
        let now = worker.clock.now();
        let until = now + TimeDelta::from_std(worker.settings.lease).unwrap_or(TimeDelta::minutes(5));
        let asked = claim.source.clone();
        let job = move |db: &mut Database| {
            let refused = db.source_state(&asked)?.and_then(|s| holding(&s, now, true));
            if refused.is_some() {
                return Ok((Vec::new(), HashMap::new(), refused));
            }
            let won = db.claim(&pairs, now, until)?;
            let elsewhere = held_elsewhere(db, pairs.iter().filter(|pair| !won.contains(pair)))?;
            let numbers: Vec<TrackingNumber> = pairs.iter().map(|(_, number)| number.clone()).collect();
            let mut wanted = still_wanted(db.watched_among(&numbers)?, &asked, &expected);
            let (held, gone): (Vec<Pair>, Vec<Pair>) = won.into_iter().partition(|p| wanted.contains_key(p));
            db.release(&gone)?;
            Ok((held.iter().filter_map(|p| wanted.remove(p)).collect(), elsewhere, None))
        };
        (claim.held, claim.held_elsewhere, claim.refused) = claim.store.call(job).await?;
        let held = claim.numbers();
        claim.lost.retain(|n| !held.contains(n));
        claim.shared.put_down(&claim.source, &std::mem::take(&mut claim.lost));
        Ok(claim)
    }

    /// The numbers that are claimed.
    pub(super) fn numbers(&self) -> Vec<TrackingNumber> {
        self.held.iter().map(|w| w.number.clone()).collect()
    }

    /// What is known of a claimed number.
    pub(super) fn watched(&self, number: &TrackingNumber) -> Option<&WatchedNumber> {
        self.held.iter().find(|w| w.number == *number)
    }

    /// These were recorded, which released them.
    pub(super) fn settle(&mut self, numbers: &[TrackingNumber]) {
        self.held.retain(|w| !numbers.contains(&w.number));
        self.shared.put_down(&self.source, numbers);
    }

    /// Gives back what is left.
    pub(super) async fn release(mut self) -> Result<(), StoreError> {
        let numbers = self.take();
        self.give_back(numbers).await
    }

    /// First in the database, then in this program: otherwise another pass could claim in between what is then
    /// given back under its hands.
    fn give_back(&self, numbers: Vec<TrackingNumber>) -> impl Future<Output = Result<(), StoreError>> + Send + use<> {
        let (store, shared, source) = (self.store.clone(), Arc::clone(&self.shared), self.source.clone());
        let pairs = self.pairs(&numbers);
        async move {
            if pairs.is_empty() {
                return Ok(());
            }
            let result = store.call(move |db| db.shortly(|db| db.release(&pairs))).await;
            shared.put_down(&source, &numbers);
            result
        }
    }

    fn take(&mut self) -> Vec<TrackingNumber> {
        let lost = std::mem::take(&mut self.lost);
        self.held.drain(..).map(|w| w.number).chain(lost).collect()
    }

    fn pairs(&self, numbers: &[TrackingNumber]) -> Vec<Pair> {
        numbers.iter().map(|n| (self.source.clone(), n.clone())).collect()
    }
}

impl Drop for Claim {
    fn drop(&mut self) {
        let numbers = self.take();
        let Ok(runtime) = tokio::runtime::Handle::try_current() else { return };
        if !numbers.is_empty() {
            drop(runtime.spawn(self.give_back(numbers)));
        }
    }
}

/// Until when others hold what was not won.
fn held_elsewhere<'a>(
    db: &Database,
    lost: impl Iterator<Item = &'a Pair>,
) -> Result<HashMap<TrackingNumber, DateTime<Utc>>, StoreError> {
    let mut held = HashMap::new();
    for pair in lost {
        if let Some(until) = db.claimed_until(pair)? {
            held.insert(pair.1.clone(), until);
        }
    }
    Ok(held)
}

/// What is watched, of the pairs expected, where the last check is the one that was expected.
fn still_wanted(watched: Vec<WatchedNumber>, source: &SourceId, expected: &LastAsked) -> HashMap<Pair, WatchedNumber> {
    let mut wanted: HashMap<Pair, WatchedNumber> = HashMap::new();
    for entry in watched {
        let pair = (source.clone(), entry.number.clone());
        if expected.get(&pair).copied().flatten() != last_check(&entry, source) {
            continue;
        }
        // Of parcels that share a number, an unfinished one sets the pace.
        match wanted.entry(pair) {
            Slot::Vacant(slot) => drop(slot.insert(entry)),
            Slot::Occupied(mut slot) if slot.get().finished && !entry.finished => drop(slot.insert(entry)),
            Slot::Occupied(_) => {}
        }
    }
    wanted
}

/// When the source was last asked about the number.
pub(super) fn last_check(watched: &WatchedNumber, source: &SourceId) -> Option<DateTime<Utc>> {
    watched.standings.iter().find(|s| s.source == *source).and_then(|s| s.checked_at)
}
