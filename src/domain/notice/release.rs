//! Which of the waiting notices go out now, and when to look again.

use chrono::{DateTime, Days, FixedOffset, TimeDelta, Utc};

use super::quiet_hours::instant_of;
use super::{NoticeKind, NoticeRules, Treatment};

/// So long more is waited for, so that what belongs together goes out together …
const GATHER: TimeDelta = TimeDelta::seconds(2);
/// … but no longer than that.
const GATHER_AT_MOST: TimeDelta = TimeDelta::seconds(10);
/// What is known first comes parcel by parcel: so long after the last one it is complete.
const SETTLE: TimeDelta = TimeDelta::seconds(5);
/// The most notices in one message; what is known first is summed up, and counts as one.
const MOST_IN_ONE: usize = 60;

/// A notice that waits in a queue.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Waiting {
    /// Which.
    pub id: i64,
    /// Since when.
    pub at: DateTime<Utc>,
    /// What it is about.
    pub kind: NoticeKind,
    /// What the rules make of it.
    pub treatment: Treatment,
}

/// How a queue stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct QueueState {
    /// Nothing is sent before then: the channel asked for it, or failed.
    pub not_before: Option<DateTime<Utc>>,
    /// When a message last went out.
    pub last_sent_at: Option<DateTime<Utc>>,
    /// Sources are being asked: more may come.
    pub is_busy: bool,
    /// Time stands still: nothing is waited for that only time brings.
    pub is_frozen: bool,
}

/// What is to be done with a queue.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Release {
    /// These go out now, in one message.
    pub send: Vec<i64>,
    /// These are never told here.
    pub mute: Vec<i64>,
    /// When to look again; `None`: when something happens.
    pub wake_at: Option<DateTime<Utc>>,
}

impl Release {
    fn wake(&mut self, at: DateTime<Utc>) {
        self.wake_at = Some(self.wake_at.map_or(at, |known| known.min(at)));
    }
}

/// Which of the waiting notices go out now. `offset` tells the reader's offset from UTC at an instant.
pub fn release(
    waiting: &[Waiting],
    queue: QueueState,
    rules: &NoticeRules,
    now: DateTime<Utc>,
    offset: impl Fn(DateTime<Utc>) -> FixedOffset,
) -> Release {
    let muted = waiting.iter().filter(|it| it.treatment == Treatment::Mute).map(|it| it.id);
    let mut release = Release { mute: muted.collect(), ..Release::default() };
    let live: Vec<&Waiting> = waiting.iter().filter(|it| it.treatment != Treatment::Mute).collect();
    if live.is_empty() {
        return release;
    }
    if let Some(at) = queue.not_before.filter(|at| *at > now) {
        release.wake(at);
        return release;
    }
    let held = held_until(&live, queue, rules, now, &offset);
    let mut first = Vec::new();
    for it in live {
        let ready_at = match (it.treatment, held) {
            (Treatment::Urgent, _) => None,
            (_, Some(until)) => Some(until),
            (Treatment::Summary, None) => Some(summary_after(it.at, rules, &offset)).filter(|at| *at > now),
            _ => None,
        };
        match ready_at {
            Some(at) => release.wake(at),
            None if it.kind == NoticeKind::First => first.push(it),
            None if release.send.len() < MOST_IN_ONE => release.send.push(it.id),
            None => release.wake(now),
        }
    }
    take_first(&mut release, &first, queue, now);
    release
}

/// Until when everything waits that is not urgent.
fn held_until(
    live: &[&Waiting],
    queue: QueueState,
    rules: &NoticeRules,
    now: DateTime<Utc>,
    offset: impl Fn(DateTime<Utc>) -> FixedOffset,
) -> Option<DateTime<Utc>> {
    let quiet = rules.quiet.and_then(|hours| hours.end(now, offset));
    let rest = queue.last_sent_at.and_then(|at| at.checked_add_signed(rules.cooldown));
    // A time that is too far off comes from a clock that was wrong.
    let rest = rest.filter(|at| *at > now && *at - now <= rules.cooldown);
    let usual = || live.iter().filter(|it| it.treatment != Treatment::Urgent && it.kind != NoticeKind::First);
    let newest = usual().map(|it| it.at).max();
    let oldest = usual().map(|it| it.at).min();
    let gathered = newest.zip(oldest).map(|(newest, oldest)| (newest + GATHER).min(oldest + GATHER_AT_MOST));
    let gathered = gathered.filter(|at| *at > now && *at - now <= GATHER_AT_MOST && !queue.is_frozen);
    quiet.or(rest).or(gathered)
}

/// What is known first goes out when it is complete: in one message, however much it is.
fn take_first(release: &mut Release, first: &[&Waiting], queue: QueueState, now: DateTime<Utc>) {
    let Some(newest) = first.iter().map(|it| it.at).max() else { return };
    let complete = newest + SETTLE;
    if queue.is_busy {
        return;
    }
    if complete > now && complete - now <= SETTLE && !queue.is_frozen {
        release.wake(complete);
        return;
    }
    release.send.extend(first.iter().map(|it| it.id));
    release.send.sort_unstable();
}

/// The first hour of the summary after that moment.
fn summary_after(
    at: DateTime<Utc>,
    rules: &NoticeRules,
    offset: impl Fn(DateTime<Utc>) -> FixedOffset,
) -> DateTime<Utc> {
    let local = at.with_timezone(&offset(at)).naive_local();
    let hour = rules.summary_hour();
    let day = if local.time() < hour { Some(local.date()) } else { local.date().checked_add_days(Days::new(1)) };
    day.map_or(at, |day| instant_of(day.and_time(hour), at, offset))
}
