//! The forecasts that would have been made, parcel by parcel, each from what was known then, and how they came out.

use std::collections::BTreeMap;

use chrono::{DateTime, FixedOffset, NaiveDate, Utc};

use super::arrival_law::WINDOW;
use super::milestones::in_days;
use super::{ArrivalModel, Landmark, Milestones, RouteEnds, WayEnd};
use crate::domain::Eta;

/// A forecast that would have been made when a parcel passed a landmark, and the day of its delivery.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Replayed {
    /// From which landmark.
    pub landmark: Landmark,
    /// Between which countries.
    pub lane: RouteEnds,
    /// The days within which 8 of 10 such parcels were to arrive.
    pub window: Eta,
    /// The day in the middle of the forecast: half of such parcels arrive by it.
    pub middle: NaiveDate,
    /// The day of the delivery.
    pub delivered: NaiveDate,
}

/// How forecasts came out.
#[derive(Clone, Copy, PartialEq, Debug, Default)]
pub struct ReplayScore {
    /// How many there were.
    pub forecasts: u32,
    /// How many parcels were delivered within the window.
    pub within: u32,
    /// Sum of the days in the windows.
    days: f64,
    /// Sum of the days between the middle and the delivery.
    error: f64,
    /// Sum of the days by which the delivery came after the middle.
    bias: f64,
}

impl ReplayScore {
    /// Counts forecasts.
    #[must_use]
    pub fn of<'a>(forecasts: impl IntoIterator<Item = &'a Replayed>) -> Self {
        forecasts.into_iter().fold(Self::default(), |mut score, forecast| {
            let off = in_days(forecast.delivered - forecast.middle);
            score.forecasts += 1;
            score.within += u32::from(forecast.window.contains(forecast.delivered));
            score.days += in_days(forecast.window.to - forecast.window.from) + 1.0;
            score.error += off.abs();
            score.bias += off;
            score
        })
    }

    /// The share that was delivered within the window, 0 to 1.
    #[must_use]
    pub fn coverage(&self) -> f64 {
        self.mean(f64::from(self.within))
    }

    /// Days in a window, on average.
    #[must_use]
    pub fn mean_width(&self) -> f64 {
        self.mean(self.days)
    }

    /// Days between the middle and the delivery, on average.
    #[must_use]
    pub fn mean_error(&self) -> f64 {
        self.mean(self.error)
    }

    /// Days by which the delivery came after the middle, on average; negative where it came before.
    #[must_use]
    pub fn mean_bias(&self) -> f64 {
        self.mean(self.bias)
    }

    fn mean(&self, sum: f64) -> f64 {
        sum / f64::from(self.forecasts.max(1))
    }
}

/// The scores of forecasts by what `key` tells of each.
#[must_use]
pub fn scores_by<K: Ord>(forecasts: &[Replayed], key: impl Fn(&Replayed) -> K) -> BTreeMap<K, ReplayScore> {
    let mut groups: BTreeMap<K, Vec<&Replayed>> = BTreeMap::new();
    for forecast in forecasts {
        groups.entry(key(forecast)).or_default().push(forecast);
    }
    groups.into_iter().map(|(key, group)| (key, ReplayScore::of(group))).collect()
}

/// The forecasts that would have been made of delivered parcels when they passed each landmark.
#[must_use]
pub fn replay(own: &[Milestones], offset: FixedOffset) -> Vec<Replayed> {
    let mut replayed = Vec::new();
    for from in Landmark::ALL {
        replay_from(from, own, offset, |way, now, model, _| {
            let Some(WayEnd::Delivered(at)) = way.end else { return };
            let forecast = model.forecast(way, now, offset).and_then(|f| f.window.zip(f.middle));
            let delivered = at.with_timezone(&offset).date_naive();
            replayed.extend(forecast.map(|(window, middle)| Replayed {
                landmark: from,
                lane: way.lane,
                window,
                middle,
                delivered,
            }));
        });
    }
    replayed
}

/// Windows that were told earlier, and the days of the deliveries.
pub type Earlier = Vec<(Landmark, Eta, NaiveDate)>;

/// Passes the parcels that passed a landmark in that order, each with the moment, the model of that moment, and the
/// windows that had been told before and whose parcels had been delivered.
pub fn replay_from(
    from: Landmark,
    own: &[Milestones],
    offset: FixedOffset,
    mut told: impl FnMut(&Milestones, DateTime<Utc>, &ArrivalModel, &Earlier),
) {
    let mut ways: Vec<(DateTime<Utc>, &Milestones)> =
        own.iter().filter_map(|way| Some((way.passed[from.index()]?, way))).collect();
    ways.sort_by_key(|(at, way)| (*at, way.end.map(WayEnd::at)));
    // Told and not yet delivered, by the moment of the delivery.
    let mut open: Vec<(DateTime<Utc>, Eta)> = Vec::new();
    let mut earlier: Earlier = Vec::new();
    for (n, (now, way)) in ways.iter().enumerate() {
        open.sort_unstable_by_key(|(at, eta)| (*at, eta.from));
        let delivered = open.partition_point(|(at, _)| at <= now);
        earlier.extend(open.drain(..delivered).map(|(at, eta)| (from, eta, at.with_timezone(&offset).date_naive())));
        // The law looks no further back.
        let before: Vec<Milestones> = ways[n.saturating_sub(WINDOW)..n].iter().map(|(_, way)| **way).collect();
        let model = ArrivalModel::of(&before, &earlier, *now);
        let here = Milestones { passed: passed_until(way, from), ..**way };
        told(&here, *now, &model, &earlier);
        let window = model.forecast(&here, *now, offset).and_then(|forecast| forecast.window);
        if let (Some(WayEnd::Delivered(at)), Some(window)) = (way.end, window) {
            open.push((at, window));
        }
    }
}

/// The landmarks up to one: what a parcel passed in the same moment, for want of scans, is not looked at.
fn passed_until(way: &Milestones, last: Landmark) -> [Option<DateTime<Utc>>; Landmark::ALL.len()] {
    Landmark::ALL.map(|landmark| way.passed[landmark.index()].filter(|_| landmark <= last))
}
