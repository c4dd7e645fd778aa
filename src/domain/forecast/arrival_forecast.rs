//! From the law to what is said of one parcel.

use std::time::Duration;

use chrono::{DateTime, FixedOffset, NaiveDate, TimeDelta, Utc};

use super::milestones::days_between;
use super::{ArrivalLaw, Landmark, Milestones, confidence_level};
use crate::domain::Eta;

/// So many delivered parcels tell an interval of 8 of 10: nine ranks leave a tenth at either end.
pub const LEAST_FOR_WINDOW: u32 = 9;
/// So many tell a day by which 9 of 10 arrive.
pub const LEAST_FOR_BY: u32 = 9;
/// A day further ahead is none that a forecast can tell.
const FURTHEST: f64 = 400.0;

/// What the user's own parcels tell of the arrival of one that is under way.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Forecast {
    /// The landmark from which it is counted.
    pub landmark: Landmark,
    /// How many delivered parcels tell.
    pub parcels: u32,
    /// How many of them went the same way.
    pub on_lane: u32,
    /// 8 of 10 such parcels arrive within; `None` where too few tell.
    pub window: Option<Eta>,
    /// Half of such parcels arrive by that day; with the window, never without it: it is no promise.
    pub middle: Option<NaiveDate>,
    /// 9 of 10 such parcels arrive by that day; `None` where too few tell.
    pub by: Option<NaiveDate>,
    /// How many more parcels have to be delivered before there is a window; 0 where there are enough.
    pub missing: u32,
    /// It has been under way for longer than nearly all of them, so that none tells when it comes.
    pub later_than_nearly_all: bool,
}

/// What own parcels tell, from each landmark on.
#[derive(Clone, Debug, Default)]
pub struct ArrivalModel {
    laws: [ArrivalLaw; Landmark::ALL.len()],
    /// The share of parcels that may arrive outside a window.
    outside: [f64; Landmark::ALL.len()],
}

impl ArrivalModel {
    /// Learns from the user's own parcels, as they were known at `now`; `earlier` are the windows that were told
    /// before, with the day of the delivery, the earliest delivered first.
    #[must_use]
    pub fn of(own: &[Milestones], earlier: &[(Landmark, Eta, NaiveDate)], now: DateTime<Utc>) -> Self {
        let law = |from: Landmark| ArrivalLaw::of(own.iter().filter_map(|way| way.trip(from, now)));
        let hits =
            |from: Landmark| earlier.iter().filter(move |(at, ..)| *at == from).map(|(_, w, day)| w.contains(*day));
        Self { laws: Landmark::ALL.map(law), outside: Landmark::ALL.map(|from| confidence_level(hits(from))) }
    }

    /// The law from a landmark on.
    #[must_use]
    pub fn law(&self, from: Landmark) -> &ArrivalLaw {
        &self.laws[from.index()]
    }

    /// What they tell of one that is under way; `None` before its first scan and after its end. Days are those of the
    /// reader's `offset`.
    #[must_use]
    pub fn forecast(&self, way: &Milestones, now: DateTime<Utc>, offset: FixedOffset) -> Option<Forecast> {
        let (landmark, passed) = under_way(way, now)?;
        let (law, outside) = (self.law(landmark), self.outside[landmark.index()]);
        let waited = days_between(passed, now).max(0.0);
        let day = |share: f64| {
            let days = law.quantile(way.lane, waited, share).filter(|days| *days <= waited + FURTHEST)?;
            let hours = TimeDelta::from_std(Duration::try_from_secs_f64(days * 86_400.0).ok()?).ok()?;
            Some((passed + hours).with_timezone(&offset).date_naive())
        };
        let (parcels, slower) = (law.delivered(), law.lasted_beyond(way.lane, waited));
        let enough = parcels >= LEAST_FOR_WINDOW && slower >= f64::from(LEAST_FOR_WINDOW);
        let window = || Some(Eta { from: day(outside / 2.0)?, to: day(1.0 - outside / 2.0)? });
        let window = enough.then(window).flatten();
        Some(Forecast {
            landmark,
            parcels,
            on_lane: law.delivered_on(way.lane),
            window,
            middle: window.and_then(|_| day(0.5)),
            by: (parcels >= LEAST_FOR_BY).then(|| day(0.9)).flatten(),
            missing: LEAST_FOR_WINDOW.saturating_sub(parcels),
            later_than_nearly_all: parcels >= LEAST_FOR_WINDOW && law.left_after(way.lane, waited) < 0.1,
        })
    }
}

/// The last landmark of a way that has not ended.
pub(super) fn under_way(way: &Milestones, now: DateTime<Utc>) -> Option<(Landmark, DateTime<Utc>)> {
    let ended = way.end.is_some_and(|end| end.at() <= now);
    let passed = Landmark::ALL
        .into_iter()
        .rev()
        .find_map(|landmark| Some((landmark, way.passed[landmark.index()].filter(|at| *at <= now)?)));
    passed.filter(|_| !ended)
}
