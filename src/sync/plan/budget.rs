//! What may still be spent on a source, on a day and in a month, both by UTC.

use chrono::{DateTime, Utc};

use crate::domain::budget_period::{month_of, next_midnight, next_month};
use crate::sources::Profile;
use crate::store::SourceState;

/// How many requests are left today; `None`: no limit.
#[must_use]
pub fn left(profile: &Profile, state: Option<&SourceState>, now: DateTime<Utc>) -> Option<u32> {
    let today = profile.daily_budget.map(|budget| {
        let spent = state.filter(|s| s.spent_day == Some(now.date_naive())).map_or(0, |s| s.spent);
        budget.saturating_sub(spent)
    });
    let limits = [today, left_in_month(profile, state, now)];
    limits.into_iter().flatten().min()
}

/// How many requests are left in this month; `None`: no limit.
#[must_use]
pub fn left_in_month(profile: &Profile, state: Option<&SourceState>, now: DateTime<Utc>) -> Option<u32> {
    let spent = state.filter(|s| s.spent_month == Some(month_of(now))).map_or(0, |s| s.spent_in_month);
    Some(profile.monthly_budget?.saturating_sub(spent))
}

/// Until when nothing is left; `None`: something is.
#[must_use]
pub fn spent_until(profile: &Profile, state: Option<&SourceState>, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
    if left_in_month(profile, state, now) == Some(0) {
        return Some(next_month(now));
    }
    (left(profile, state, now) == Some(0)).then(|| next_midnight(now))
}
