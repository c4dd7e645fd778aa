//! How long parcels take from a landmark to the delivery, learned from one's own.

use std::collections::BTreeMap;

use super::survival_curve::{Observation, SurvivalCurve};
use crate::domain::Country;

/// Where a parcel comes from and where it goes, as far as that is known: its lane.
pub type RouteEnds = (Option<Country>, Option<Country>);

/// A parcel's way from a landmark on.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Trip {
    /// Between which countries.
    pub lane: RouteEnds,
    /// When it passed the landmark, in days since any one moment.
    pub started: f64,
    /// Days from there to the delivery; where it was not delivered, to the last moment it was seen under way.
    pub days: f64,
    /// Whether it was delivered.
    pub delivered: bool,
}

/// Shorter ways are told apart by the hour of a scan only, in days.
const SHORTEST: f64 = 0.25;
/// A parcel counts half as much as one that so many parcels later passed the landmark: lanes change within a year.
const HALF_LIFE: f64 = 40.0;
/// Only so many are counted, the newest: older ones would count less than a thirtieth.
pub(super) const WINDOW: usize = 200;
/// A lane with the weight of so many parcels is believed half, the pool of all lanes the other half.
const LANE_DOUBT: f64 = 5.0;
/// Lane offsets and expected ends depend on each other; after so many rounds they stand still.
const ROUNDS: usize = 3;

/// How long parcels take from a landmark to the delivery. Computed in logarithms: twice as long is as far from the
/// middle as half as long.
#[derive(Clone, Debug, Default)]
pub struct ArrivalLaw {
    /// Of the logarithm of the days, less the lane's offset.
    curve: SurvivalCurve,
    /// By how much each lane is slower than all, in the logarithm, and how many of its parcels were delivered.
    lanes: BTreeMap<RouteEnds, (f64, u32)>,
}

impl ArrivalLaw {
    /// Learns from trips, whatever their order.
    #[must_use]
    pub fn of(trips: impl IntoIterator<Item = Trip>) -> Self {
        let mut trips: Vec<Trip> = trips.into_iter().filter(|t| t.days.is_finite() && t.started.is_finite()).collect();
        let newest_first = |a: &Trip, b: &Trip| b.started.total_cmp(&a.started).then(b.days.total_cmp(&a.days));
        trips.sort_by(newest_first);
        trips.truncate(WINDOW);
        let observed = weighted(&trips);
        let offsets = lane_offsets(&trips, &observed);
        let curve = SurvivalCurve::of(less_offsets(&trips, &observed, &offsets));
        let mut lanes: BTreeMap<RouteEnds, (f64, u32)> = BTreeMap::new();
        for trip in &trips {
            let offset = offsets.get(&trip.lane).copied().unwrap_or(0.0);
            lanes.entry(trip.lane).or_insert((offset, 0)).1 += u32::from(trip.delivered);
        }
        Self { curve, lanes }
    }

    /// How many delivered parcels tell.
    #[must_use]
    pub fn delivered(&self) -> u32 {
        self.lanes.values().map(|(_, parcels)| parcels).sum()
    }

    /// How many of them went the same way; none where neither end is known.
    #[must_use]
    pub fn delivered_on(&self, lane: RouteEnds) -> u32 {
        if lane == (None, None) {
            return 0;
        }
        self.lanes.get(&lane).map_or(0, |(_, parcels)| *parcels)
    }

    /// How many parcels took longer than `days`, rounded; older ones count less.
    #[must_use]
    pub fn lasted_beyond(&self, lane: RouteEnds, days: f64) -> f64 {
        self.curve.lasted_beyond(self.value(lane, days))
    }

    /// The share of parcels that takes longer than `days`.
    #[must_use]
    pub fn left_after(&self, lane: RouteEnds, days: f64) -> f64 {
        self.curve.left_after(self.value(lane, days))
    }

    /// The days within which `share` of such parcels arrive, of those that are not there after `waited` days; `None`
    /// where too few tell.
    #[must_use]
    pub fn quantile(&self, lane: RouteEnds, waited: f64, share: f64) -> Option<f64> {
        let value = self.curve.quantile(self.value(lane, waited), share)?;
        Some((value + self.offset(lane)).exp())
    }

    fn offset(&self, lane: RouteEnds) -> f64 {
        self.lanes.get(&lane).map_or(0.0, |(offset, _)| *offset)
    }

    fn value(&self, lane: RouteEnds, days: f64) -> f64 {
        if days <= 0.0 { f64::NEG_INFINITY } else { days.ln() - self.offset(lane) }
    }
}

/// The logarithms of the days, the newest trip first and with the greatest weight.
fn weighted(trips: &[Trip]) -> Vec<Observation> {
    let mut weight = 1.0;
    let fade = 0.5_f64.powf(1.0 / HALF_LIFE);
    let observe = |trip: &Trip| {
        let observation = Observation { value: trip.days.max(SHORTEST).ln(), ended: trip.delivered, weight };
        weight *= fade;
        observation
    };
    trips.iter().map(observe).collect()
}

fn less_offsets(trips: &[Trip], observed: &[Observation], offsets: &BTreeMap<RouteEnds, f64>) -> Vec<Observation> {
    let less = |(trip, o): (&Trip, &Observation)| Observation {
        value: o.value - offsets.get(&trip.lane).copied().unwrap_or(0.0),
        ..*o
    };
    trips.iter().zip(observed).map(less).collect()
}

/// By how much each lane is slower than all: the mean of its logarithms less the mean of all, drawn toward zero where
/// few tell. One that is still under way counts with its expected end.
fn lane_offsets(trips: &[Trip], observed: &[Observation]) -> BTreeMap<RouteEnds, f64> {
    let mut offsets = BTreeMap::new();
    for _ in 0..ROUNDS {
        let ends = expected_ends(&less_offsets(trips, observed, &offsets));
        let mut lanes: BTreeMap<RouteEnds, (f64, f64)> = BTreeMap::new();
        let (mut all, mut total) = (0.0, 0.0);
        for ((trip, o), end) in trips.iter().zip(observed).zip(ends) {
            let value = end + offsets.get(&trip.lane).copied().unwrap_or(0.0);
            let (sum, weight) = lanes.entry(trip.lane).or_default();
            *sum += value * o.weight;
            *weight += o.weight;
            all += value * o.weight;
            total += o.weight;
        }
        let drawn = |(sum, weight): (f64, f64)| (sum / weight - all / total) * weight / (weight + LANE_DOUBT);
        offsets = lanes.into_iter().map(|(lane, sums)| (lane, drawn(sums))).collect();
    }
    offsets
}

/// Where each observation ends: one that is still going, at the mean of those that lasted longer.
fn expected_ends(observed: &[Observation]) -> Vec<f64> {
    let mut longest_first: Vec<usize> = (0..observed.len()).collect();
    longest_first.sort_by(|&a, &b| observed[b].value.total_cmp(&observed[a].value));
    let (mut sum, mut weight) = (0.0_f64, 0.0_f64);
    let mut ends = vec![0.0; observed.len()];
    for at in longest_first {
        let o = observed[at];
        ends[at] = if o.ended || weight == 0.0 { o.value } else { (sum / weight).max(o.value) };
        sum += ends[at] * o.weight;
        weight += o.weight;
    }
    ends
}
