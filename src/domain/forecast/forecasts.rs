//! The forecasts of all parcels that are under way.

use std::collections::BTreeMap;

use chrono::{DateTime, FixedOffset, NaiveDate, Utc};

use super::{ArrivalModel, Earlier, Forecast, Milestones, NeededBy};
use crate::domain::{Parcel, ParcelId, Status};

/// What own parcels tell of those that are under way, at one moment.
#[derive(Clone, Debug)]
pub struct Forecasts {
    model: ArrivalModel,
    ways: BTreeMap<ParcelId, Milestones>,
    now: DateTime<Utc>,
    /// By which the reader counts days.
    offset: FixedOffset,
}

impl Forecasts {
    /// Learns from the ways of all own parcels and from the windows that were told earlier.
    #[must_use]
    pub fn of(
        ways: impl IntoIterator<Item = (ParcelId, Milestones)>,
        earlier: &Earlier,
        now: DateTime<Utc>,
        offset: FixedOffset,
    ) -> Self {
        let ways: BTreeMap<ParcelId, Milestones> = ways.into_iter().collect();
        let own: Vec<Milestones> = ways.values().copied().collect();
        Self { model: ArrivalModel::of(&own, earlier, now), ways, now, offset }
    }

    /// The forecast of a parcel; `None` before its first scan, where nothing more is to come, and where its carrier
    /// knows better: it is with the courier, waits to be collected, or something went wrong.
    #[must_use]
    pub fn of_parcel(&self, parcel: &Parcel) -> Option<Forecast> {
        let moves = |status| matches!(status, Status::InfoReceived | Status::InTransit | Status::Expired);
        let under_way = parcel.summary.state.is_some_and(|state| moves(state.status)) && !parcel.is_finished();
        under_way.then(|| self.of_way(parcel.id)).flatten()
    }

    /// The forecasts of all ways that have not ended.
    pub fn all(&self) -> impl Iterator<Item = (ParcelId, Forecast)> {
        self.ways.keys().filter_map(|id| Some((*id, self.of_way(*id)?)))
    }

    /// Whether a parcel arrives by the day on which it is needed; `None` where too few tell.
    #[must_use]
    pub fn needed_by(&self, id: ParcelId, day: NaiveDate) -> Option<NeededBy> {
        NeededBy::of(&self.model, self.ways.get(&id)?, day, self.now, self.offset)
    }

    fn of_way(&self, id: ParcelId) -> Option<Forecast> {
        self.model.forecast(self.ways.get(&id)?, self.now, self.offset)
    }
}
