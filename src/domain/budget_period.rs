//! Days and months by UTC, in which budgets are counted.

use chrono::{DateTime, Datelike, Days, Months, NaiveDate, NaiveTime, Utc};

/// When the next day begins.
#[must_use]
pub fn next_midnight(now: DateTime<Utc>) -> DateTime<Utc> {
    let today = now.date_naive();
    beginning(today.checked_add_days(Days::new(1)).unwrap_or(today))
}

/// The first day of the month.
#[must_use]
pub fn month_of(now: DateTime<Utc>) -> NaiveDate {
    let today = now.date_naive();
    today.with_day(1).unwrap_or(today)
}

/// When the next month begins.
#[must_use]
pub fn next_month(now: DateTime<Utc>) -> DateTime<Utc> {
    let first = month_of(now);
    beginning(first.checked_add_months(Months::new(1)).unwrap_or(first))
}

fn beginning(day: NaiveDate) -> DateTime<Utc> {
    day.and_time(NaiveTime::MIN).and_utc()
}
