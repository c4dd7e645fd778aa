//! Claims on numbers: nobody else asks what is claimed, and no claim is left behind.

use std::collections::HashMap;

use chrono::{DateTime, TimeDelta, Utc};

use super::Worker;
use super::shared::Pair;
use crate::domain::{SourceId, TrackingNumber};
use crate::store::{Store, StoreError, Watched};

/// When a pair was last asked, as the plan saw it.
pub(super) type Seen = HashMap<Pair, Option<DateTime<Utc>>>;

/// Numbers that are ours to ask, with what is known of them. Dropped in any other way than by [`Claim::release`]
/// or after all its numbers were recorded, it releases them still: a task that is cut off holds nobody up.
pub(super) struct Claim {
    store: Store,
    source: SourceId,
    held: Vec<Watched>,
}

impl Claim {
    /// Claims those numbers that nobody else is asking, that are still wanted, and that nobody has asked since the
    /// plan was made: two programs may have planned the same question, and the other one may be through with it.
    pub(super) async fn win(
        worker: &Worker,
        source: &SourceId,
        numbers: Vec<TrackingNumber>,
        seen: &Seen,
    ) -> Result<Self, StoreError> {
        let pairs: Vec<Pair> = numbers.into_iter().map(|n| (source.clone(), n)).collect();
        let expected: Seen = pairs.iter().map(|p| (p.clone(), seen.get(p).copied().flatten())).collect();
        let now = worker.clock.now();
        let until = now + TimeDelta::from_std(worker.settings.lease).unwrap_or(TimeDelta::minutes(5));
        let held = worker
            .store
            .call(move |db| {
                let won = db.claim(&pairs, now, until)?;
                let mut watched = still_wanted(db.watched()?, &expected);
                let (held, lost): (Vec<Pair>, Vec<Pair>) = won.into_iter().partition(|p| watched.contains_key(p));
                db.release(&lost)?;
                Ok(held.iter().filter_map(|p| watched.remove(p)).collect::<Vec<Watched>>())
            })
            .await?;
        Ok(Self { store: worker.store.clone(), source: source.clone(), held })
    }

    /// The numbers that are claimed.
    pub(super) fn numbers(&self) -> Vec<TrackingNumber> {
        self.held.iter().map(|w| w.number.clone()).collect()
    }

    /// What is known of a claimed number.
    pub(super) fn watched(&self, number: &TrackingNumber) -> Option<&Watched> {
        self.held.iter().find(|w| w.number == *number)
    }

    /// These were recorded, which released them.
    pub(super) fn settle(&mut self, numbers: &[TrackingNumber]) {
        self.held.retain(|w| !numbers.contains(&w.number));
    }

    /// Gives back what is left.
    pub(super) async fn release(mut self) -> Result<(), StoreError> {
        let pairs = self.take();
        if pairs.is_empty() {
            return Ok(());
        }
        self.store.call(move |db| db.release(&pairs)).await
    }

    fn take(&mut self) -> Vec<Pair> {
        self.held.drain(..).map(|w| (self.source.clone(), w.number)).collect()
    }
}

impl Drop for Claim {
    fn drop(&mut self) {
        let pairs = self.take();
        let Ok(runtime) = tokio::runtime::Handle::try_current() else { return };
        if !pairs.is_empty() {
            let store = self.store.clone();
            drop(runtime.spawn(async move { store.call(move |db| db.release(&pairs)).await }));
        }
    }
}

/// What is watched, of the pairs expected, where the last check is the one that was expected.
fn still_wanted(watched: Vec<Watched>, expected: &Seen) -> HashMap<Pair, Watched> {
    let mut wanted = HashMap::new();
    for entry in watched {
        for pair in expected.keys().filter(|(_, number)| *number == entry.number) {
            if expected.get(pair).copied().flatten() == last_check(&entry, &pair.0) {
                let known: &mut Watched = wanted.entry(pair.clone()).or_insert_with(|| entry.clone());
                // Of parcels that share a number, an unfinished one sets the pace.
                if known.finished && !entry.finished {
                    *known = entry.clone();
                }
            }
        }
    }
    wanted
}

/// When the source was last asked about the number.
pub(super) fn last_check(watched: &Watched, source: &SourceId) -> Option<DateTime<Utc>> {
    watched.standings.iter().find(|s| s.source == *source).and_then(|s| s.checked_at)
}
