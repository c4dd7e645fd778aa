//! What passes that overlap share: the slots, who is on which question, and the count.

use std::collections::{HashMap, HashSet};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use chrono::{DateTime, Utc};
use tokio::sync::{Semaphore, mpsc};

use super::Progress;
use crate::domain::{Outcome, SourceId, TrackingNumber};
use crate::sources::Profile;

/// A number at a source.
pub(super) type Pair = (SourceId, TrackingNumber);

/// Locks, also after somebody panicked with the lock in hand: all that is kept under these locks is counts and
/// sets that hold after every single step.
pub(super) fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Shared by all passes of one worker.
pub(super) struct Shared {
    progress: mpsc::UnboundedSender<Progress>,
    overall: Arc<Semaphore>,
    slots: Mutex<HashMap<&'static str, Arc<Semaphore>>>,
    engaged: Mutex<HashMap<Pair, bool>>,
    in_hand: Mutex<HashSet<Pair>>,
    tally: Mutex<Tally>,
    told: Mutex<HashMap<SourceId, (Outcome, DateTime<Utc>)>>,
}

#[derive(Default)]
struct Tally {
    passes: usize,
    insisted: bool,
    done: usize,
    total: usize,
    failed: usize,
}

impl Shared {
    pub(super) fn new(progress: mpsc::UnboundedSender<Progress>, parallel: usize) -> Self {
        Self {
            progress,
            overall: Arc::new(Semaphore::new(parallel.max(1))),
            slots: Mutex::default(),
            engaged: Mutex::default(),
            in_hand: Mutex::default(),
            tally: Mutex::default(),
            told: Mutex::default(),
        }
    }

    /// Tells; nobody listening is no reason to stop.
    pub(super) fn tell(&self, progress: Progress) {
        let _ = self.progress.send(progress);
    }

    /// The slots of all sources together.
    pub(super) fn overall(&self) -> Arc<Semaphore> {
        Arc::clone(&self.overall)
    }

    /// The slots of one source.
    pub(super) fn slots(&self, profile: &'static Profile) -> Arc<Semaphore> {
        let mut slots = lock(&self.slots);
        Arc::clone(slots.entry(profile.id).or_insert_with(|| Arc::new(Semaphore::new(profile.parallel.max(1)))))
    }

    /// Takes on a number. One that a pass has taken on already is left to it, except that somebody who insists does
    /// not wait in the line of a background pass: it will find the question answered when its turn comes.
    pub(super) fn engage(&self, pair: &Pair, insists: bool) -> bool {
        let mut engaged = lock(&self.engaged);
        match engaged.get(pair) {
            Some(&insisted) if insisted || !insists => false,
            _ => {
                engaged.insert(pair.clone(), insists);
                true
            }
        }
    }

    /// A pass is through with these.
    pub(super) fn disengage(&self, pairs: &[Pair]) {
        let mut engaged = lock(&self.engaged);
        for pair in pairs {
            engaged.remove(pair);
        }
    }

    /// Takes up the numbers that no other pass is asking this very moment.
    pub(super) fn take_up(&self, source: &SourceId, numbers: Vec<TrackingNumber>) -> Vec<TrackingNumber> {
        let mut in_hand = lock(&self.in_hand);
        numbers.into_iter().filter(|n| in_hand.insert((source.clone(), n.clone()))).collect()
    }

    /// These are asked no more.
    pub(super) fn put_down(&self, source: &SourceId, numbers: &[TrackingNumber]) {
        let mut in_hand = lock(&self.in_hand);
        for number in numbers {
            in_hand.remove(&(source.clone(), number.clone()));
        }
    }

    /// A pass begins; `insists`: it is told of at its end even if it asked nobody.
    pub(super) fn begin(&self, insists: bool) {
        let mut tally = lock(&self.tally);
        tally.passes += 1;
        tally.insisted |= insists;
    }

    /// So many more replies are expected.
    pub(super) fn expect(&self, numbers: usize) {
        if numbers == 0 {
            return;
        }
        let mut tally = lock(&self.tally);
        tally.total += numbers;
        self.tell(Progress::Started { numbers: tally.total });
    }

    /// So many replies will not come after all.
    pub(super) fn forgo(&self, numbers: usize) {
        let mut tally = lock(&self.tally);
        tally.total = tally.total.saturating_sub(numbers);
    }

    /// A reply came and is stored.
    pub(super) fn answered(&self, (source, number): Pair, outcome: Outcome, detail: Option<crate::domain::CleanText>) {
        let mut tally = lock(&self.tally);
        tally.done += 1;
        tally.failed += usize::from(outcome.is_trouble());
        let (done, total) = (tally.done, tally.total.max(tally.done));
        self.tell(Progress::Answered { source, number, outcome, detail, done, total });
    }

    /// A pass ends; the last one to end tells so.
    pub(super) fn end(&self) {
        let mut tally = lock(&self.tally);
        tally.passes = tally.passes.saturating_sub(1);
        if tally.passes > 0 {
            return;
        }
        let Tally { insisted, done, failed, .. } = std::mem::take(&mut *tally);
        if insisted || done > 0 {
            self.tell(Progress::Finished { checked: done, failed });
        }
    }

    /// Tells of a pause, once.
    pub(super) fn paused(&self, source: &SourceId, outcome: Outcome, until: DateTime<Utc>) {
        let before = lock(&self.told).insert(source.clone(), (outcome, until));
        if before != Some((outcome, until)) {
            self.tell(Progress::Paused { source: source.clone(), outcome, until: Some(until) });
        }
    }
}
