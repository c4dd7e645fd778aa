//! When a parcel passed each landmark of its way, and how the way ended.

use chrono::{DateTime, TimeDelta, Utc};

use super::{Landmark, RouteEnds, Trip};
use crate::domain::advice::{ParcelHistory, Stage};
use crate::domain::{Entry, State, Status};

/// An event that lies longer before the newest one has a wrong date, or is another parcel's.
const LONGEST: TimeDelta = TimeDelta::days(400);

/// How a way ended.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum WayEnd {
    /// The addressee has it since then.
    Delivered(DateTime<Utc>),
    /// It does not arrive any more, since then: returned, lost, cancelled.
    Stopped(DateTime<Utc>),
}

impl WayEnd {
    /// When.
    #[must_use]
    pub fn at(self) -> DateTime<Utc> {
        let (Self::Delivered(at) | Self::Stopped(at)) = self;
        at
    }
}

/// When a parcel passed each landmark, in UTC, as exactly as its events tell: a zone that is unknown shifts an hour, a
/// bare date half a day.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Milestones {
    /// Between which countries it travels.
    pub lane: RouteEnds,
    /// When it passed each landmark, in the order of [`Landmark::ALL`]. One that was not scanned has the moment of the
    /// next that was.
    pub passed: [Option<DateTime<Utc>>; Landmark::ALL.len()],
    /// How the way ended; `None` while it is under way.
    pub end: Option<WayEnd>,
}

impl Milestones {
    /// Reads them from the timeline of a parcel. A delivery that sources contradict ends nothing.
    #[must_use]
    pub fn of(history: &ParcelHistory) -> Self {
        let mut milestones = Self { lane: (history.summary.origin, history.summary.destination), ..Self::default() };
        let scans = scans(history);
        for (at, stage) in &scans {
            if let Some(landmark) = Landmark::passed_at(*stage) {
                milestones.pass(landmark, *at);
            }
        }
        milestones.end = end(history.summary.state, &scans).filter(|_| !history.summary.disagreement);
        milestones
    }

    fn pass(&mut self, landmark: Landmark, at: DateTime<Utc>) {
        for passed in &mut self.passed[..=landmark.index()] {
            passed.get_or_insert(at);
        }
    }

    /// The last landmark it has passed.
    #[must_use]
    pub fn last(&self) -> Option<(Landmark, DateTime<Utc>)> {
        Landmark::ALL.into_iter().rev().find_map(|landmark| Some((landmark, self.passed[landmark.index()]?)))
    }

    /// Its way from a landmark on, as it is known at `now`: what happened later is not looked at.
    #[must_use]
    pub fn trip(&self, from: Landmark, now: DateTime<Utc>) -> Option<Trip> {
        let started = self.passed[from.index()].filter(|at| *at <= now)?;
        let (until, delivered) = match self.end {
            Some(WayEnd::Delivered(at)) if at <= now => (at, true),
            Some(WayEnd::Stopped(at)) if at <= now => (at, false),
            _ => (now, false),
        };
        let days = days_between(started, until);
        (days >= 0.0).then(|| Trip {
            lane: self.lane,
            started: days_between(DateTime::UNIX_EPOCH, started),
            days,
            delivered,
        })
    }
}

/// Days from one moment to another, negative where the other is earlier.
pub(super) fn days_between(from: DateTime<Utc>, to: DateTime<Utc>) -> f64 {
    in_days(to - from)
}

/// A span of time in days.
pub(super) fn in_days(span: TimeDelta) -> f64 {
    span.as_seconds_f64() / 86_400.0
}

/// The events that tell how far it was, the oldest first.
fn scans(history: &ParcelHistory) -> Vec<(DateTime<Utc>, Stage)> {
    let listed = history.timeline.entries.iter().filter(|entry| !entry.is_withdrawn()).map(Entry::event);
    let scan =
        |event: &crate::domain::Event| Some((event.time?.approximate(), history.stage(event.state?, event.country)));
    let mut scans: Vec<(DateTime<Utc>, Stage)> = listed.filter_map(scan).collect();
    scans.sort_by_key(|(at, _)| *at);
    if let Some((newest, _)) = scans.last().copied() {
        scans.retain(|(at, _)| newest - *at <= LONGEST);
    }
    scans
}

/// The end that the present state tells, at the first scan of it.
fn end(state: Option<State>, scans: &[(DateTime<Utc>, Stage)]) -> Option<WayEnd> {
    let state = state.filter(|state| state.is_final())?;
    if state.status == Status::Delivered {
        let first = scans.iter().find(|(_, stage)| *stage == Stage::Finished)?;
        return Some(WayEnd::Delivered(first.0));
    }
    scans.last().map(|(at, _)| WayEnd::Stopped(*at))
}
