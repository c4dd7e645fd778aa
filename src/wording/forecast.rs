//! Forecasts in words. What is guessed from own parcels never looks like what a carrier said.

use chrono::NaiveDate;

use crate::domain::Eta;
use crate::domain::forecast::{Forecast, Landmark, Verdict};
use crate::t;
use crate::texts::Texts;

/// When a parcel is likely to arrive, by own parcels, and how many tell so; `day` writes a day.
#[must_use]
pub fn line(texts: &Texts, forecast: &Forecast, day: impl Fn(NaiveDate) -> String) -> String {
    let Some(window) = forecast.window else { return unknown(texts, forecast) };
    let own = t!(texts, "forecast-own", n = forecast.parcels, lane = forecast.on_lane);
    t!(texts, "forecast-window", days = span(window, &day), own = own)
}

/// By which day it has all but surely arrived.
#[must_use]
pub fn by(texts: &Texts, forecast: &Forecast, day: impl Fn(NaiveDate) -> String) -> Option<String> {
    forecast.by.map(|by| t!(texts, "forecast-by", day = day(by)))
}

/// Both in one line.
#[must_use]
pub fn lines(texts: &Texts, forecast: &Forecast, day: impl Fn(NaiveDate) -> String) -> String {
    let by = by(texts, forecast, &day);
    [line(texts, forecast, &day)].into_iter().chain(by).collect::<Vec<_>>().join("; ")
}

fn unknown(texts: &Texts, forecast: &Forecast) -> String {
    match forecast.missing {
        0 if forecast.later_than_nearly_all => t!(texts, "forecast-later-than-nearly-all", n = forecast.parcels),
        0 => t!(texts, "forecast-too-few-slower", n = forecast.parcels),
        missing => t!(texts, "forecast-missing", n = missing),
    }
}

/// A span of days; a single one once.
#[must_use]
pub fn span(span: Eta, day: impl Fn(NaiveDate) -> String) -> String {
    if span.from == span.to { day(span.from) } else { format!("{} – {}", day(span.from), day(span.to)) }
}

/// From where a forecast is counted.
#[must_use]
pub fn landmark(texts: &Texts, landmark: Landmark) -> String {
    match landmark {
        Landmark::Shipped => t!(texts, "landmark-shipped"),
        Landmark::LeftOrigin => t!(texts, "landmark-left-origin"),
        Landmark::Arrived => t!(texts, "landmark-arrived"),
    }
}

/// Whether it arrives in time.
#[must_use]
pub fn verdict(texts: &Texts, verdict: Verdict) -> String {
    match verdict {
        Verdict::Fine => t!(texts, "needed-by-fine"),
        Verdict::Doubtful => t!(texts, "needed-by-doubtful"),
        Verdict::Unlikely => t!(texts, "needed-by-unlikely"),
    }
}
