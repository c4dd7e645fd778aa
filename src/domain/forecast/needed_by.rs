//! Whether a parcel arrives by the day on which it is needed.

use chrono::{DateTime, FixedOffset, NaiveDate, NaiveTime, Utc};

use super::arrival_forecast::under_way;
use super::milestones::days_between;
use super::{ArrivalModel, LEAST_FOR_WINDOW, Milestones};

crate::domain::string_enum::string_enum! {
    /// How likely a parcel arrives in time.
    Verdict {
        /// Of ten such parcels at most one is late.
        Fine = "fine",
        /// Up to half of them are late.
        Doubtful = "doubtful",
        /// More than half of them are late, or the day has passed.
        Unlikely = "unlikely",
    }
}

/// Whether a parcel arrives in time.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct NeededBy {
    /// The share of such parcels that arrives later, 0 to 1.
    pub late: f64,
    /// The same in a word.
    pub verdict: Verdict,
}

impl NeededBy {
    /// Whether a parcel that is under way arrives by the end of a day of the reader's `offset`; `None` where too few
    /// parcels tell. A day that has passed needs no parcel to tell.
    #[must_use]
    pub fn of(
        model: &ArrivalModel,
        way: &Milestones,
        day: NaiveDate,
        now: DateTime<Utc>,
        offset: FixedOffset,
    ) -> Option<Self> {
        let end = day.succ_opt()?.and_time(NaiveTime::MIN).and_local_timezone(offset).single()?.to_utc();
        if end <= now {
            return Some(Self { late: 1.0, verdict: Verdict::Unlikely });
        }
        let (landmark, passed) = under_way(way, now)?;
        let law = model.law(landmark);
        if law.delivered() < LEAST_FOR_WINDOW {
            return None;
        }
        let alive = law.left_after(way.lane, days_between(passed, now));
        let late = if alive > 0.0 { law.left_after(way.lane, days_between(passed, end)) / alive } else { 1.0 };
        let verdict = match late {
            late if late < 0.1 => Verdict::Fine,
            late if late <= 0.5 => Verdict::Doubtful,
            _ => Verdict::Unlikely,
        };
        Some(Self { late, verdict })
    }
}
