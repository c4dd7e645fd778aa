//! Central European time (Madrid, Rome): one hour ahead of UTC, two from the last Sunday of March to the last
//! Sunday of October, changing at 01:00 UTC (Directive 2000/84/EC).

use chrono::{DateTime, Datelike, FixedOffset, NaiveDate, NaiveDateTime, TimeDelta, Utc};

/// The offset in force at an instant.
pub(in crate::sources) fn offset_at(instant: DateTime<Utc>) -> Option<FixedOffset> {
    let utc = instant.naive_utc();
    let summer = change(utc.year(), 3)? <= utc && utc < change(utc.year(), 10)?;
    hours(if summer { 2 } else { 1 })
}

/// The offset of a wall time; `None` for the hour that comes twice and the one that never comes.
pub(in crate::sources) fn offset_of(local: NaiveDateTime) -> Option<FixedOffset> {
    let holds = |ahead: i32| {
        let utc = local.checked_sub_signed(TimeDelta::hours(ahead.into()))?;
        offset_at(utc.and_utc()).filter(|offset| Some(*offset) == hours(ahead))
    };
    match (holds(1), holds(2)) {
        (Some(offset), None) | (None, Some(offset)) => Some(offset),
        _ => None,
    }
}

fn hours(ahead: i32) -> Option<FixedOffset> {
    FixedOffset::east_opt(ahead * 3600)
}

/// When the clocks change in a month of 31 days: its last Sunday at 01:00 UTC.
fn change(year: i32, month: u32) -> Option<NaiveDateTime> {
    let last = NaiveDate::from_ymd_opt(year, month, 31)?;
    let sunday = last - TimeDelta::days(last.weekday().num_days_from_sunday().into());
    sunday.and_hms_opt(1, 0, 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn offset(text: &str) -> Option<i32> {
        let local = NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M").expect("a wall time");
        offset_of(local).map(|offset| offset.local_minus_utc() / 3600)
    }

    #[test]
    fn summer_begins_and_ends_on_the_last_sunday() {
        for (text, expected) in [
            ("2026-01-15 12:00", Some(1)),
            ("2026-03-29 01:59", Some(1)),
            ("2026-03-29 02:30", None),
            ("2026-03-29 03:00", Some(2)),
            ("2026-07-01 00:00", Some(2)),
            ("2026-10-25 01:59", Some(2)),
            ("2026-10-25 02:30", None),
            ("2026-10-25 03:00", Some(1)),
            ("2024-03-31 12:00", Some(2)),
        ] {
            assert_eq!(offset(text), expected, "{text}");
        }
    }
}
