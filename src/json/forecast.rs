//! Forecasts in JSON.

use serde::Serialize;

use super::{day, instant};
use crate::domain::forecast::Forecast;
use crate::store::NamedDays;

/// What the user's own parcels tell of the arrival of one.
#[derive(Serialize, Debug)]
pub struct ForecastJson {
    /// From which landmark it is counted: `shipped`, `left_origin` or `arrived`.
    pub landmark: &'static str,
    /// The first day of the window within which 8 of 10 such parcels arrive; `null` where too few tell.
    pub from: Option<String>,
    /// The last day of that window.
    pub to: Option<String>,
    /// The day by which 9 of 10 such parcels arrive; `null` where too few tell.
    pub by: Option<String>,
    /// How many delivered parcels of the user tell so.
    pub parcels: u32,
    /// How many of them went the same way.
    pub on_lane: u32,
    /// How many more are missing before there is a window.
    pub missing: u32,
    /// It has been under way for longer than nearly all of them.
    pub later_than_nearly_all: bool,
}

/// A span of days that a source named for the arrival.
#[derive(Serialize, Debug)]
pub struct NamedDaysJson {
    /// The source.
    pub source: String,
    /// The first day.
    pub from: String,
    /// The last day.
    pub to: String,
    /// When it was first named after another span.
    pub said_at: String,
}

impl ForecastJson {
    /// A forecast.
    #[must_use]
    pub fn of(forecast: &Forecast) -> Self {
        Self {
            landmark: forecast.landmark.as_str(),
            from: forecast.window.map(|window| day(window.from)),
            to: forecast.window.map(|window| day(window.to)),
            by: forecast.by.map(day),
            parcels: forecast.parcels,
            on_lane: forecast.on_lane,
            missing: forecast.missing,
            later_than_nearly_all: forecast.later_than_nearly_all,
        }
    }
}

impl NamedDaysJson {
    /// A span that a source named.
    #[must_use]
    pub fn of(named: &NamedDays) -> Self {
        let (from, to) = (day(named.eta.from), day(named.eta.to));
        Self { source: named.source.to_string(), from, to, said_at: instant(named.said_at) }
    }
}
