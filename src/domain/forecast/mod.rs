//! When a parcel is likely to arrive, learned from the user's own parcels: an interval, never a day, and always with
//! how many parcels tell so.
//!
//! From each landmark of the way (shipped, left the origin, arrived) to the delivery, all own parcels make one
//! [`ArrivalLaw`]: those that are still under way count as long as they have lasted, lanes are drawn toward the pool,
//! newer parcels count more. The promise "8 of 10" is held by rank (split conformal prediction) and follows what became
//! of earlier forecasts (adaptive conformal inference). `docs/forecast.md` says how well that does.

mod arrival_forecast;
mod arrival_law;
mod confidence_level;
mod forecasts;
mod landmark;
mod milestones;
mod needed_by;
mod replay;
mod source_accuracy;
mod survival_curve;
#[cfg(test)]
mod tests;

pub use arrival_forecast::{ArrivalModel, Forecast, LEAST_FOR_BY, LEAST_FOR_WINDOW};
pub use arrival_law::{ArrivalLaw, RouteEnds, Trip};
pub use confidence_level::confidence_level;
pub use forecasts::Forecasts;
pub use landmark::Landmark;
pub use milestones::{Milestones, WayEnd};
pub use needed_by::{NeededBy, Verdict};
pub use replay::{Earlier, ReplayScore, Replayed, replay, replay_from, scores_by};
pub use source_accuracy::{ExpectedDay, SourceAccuracy, accuracy};
