//! Cainiao's times: a wall time (`timeStr`) in a zone (`timeZone`), and an epoch that is only the wall time read
//! as GMT+8 again (measured on every recorded event). The epoch is therefore never taken for an instant.

use chrono::{DateTime, FixedOffset, NaiveDate, NaiveDateTime};

use super::wire::Detail;
use crate::domain::{EventTime, Precision};
use crate::sources::lenient::raw;

/// Cainiao's own offset, in seconds: what a blank zone means.
const HOME: i32 = 8 * 3600;
/// The widest offset there is on Earth, in seconds.
const WIDEST: i32 = 14 * 3600;

/// When an event happened.
pub(super) fn event_time(detail: &Detail) -> Option<EventTime> {
    let offset = offset(raw(detail.time_zone.as_ref()));
    if let Some((local, precision)) = wall_time(raw(detail.time_str.as_ref())) {
        return Some(EventTime::new(local, offset, precision));
    }
    let local = at_home(detail.time?.0)?;
    Some(EventTime::at(local, offset))
}

/// The date of an epoch in milliseconds, at Cainiao's home.
pub(super) fn home_date(millis: i64) -> Option<NaiveDate> {
    Some(at_home(millis)?.date())
}

/// The wall time at Cainiao's home, to the second. A time outside 2000 to 2100 is a placeholder, not a time.
fn at_home(millis: i64) -> Option<NaiveDateTime> {
    let home = FixedOffset::east_opt(HOME)?;
    let instant = DateTime::from_timestamp(millis.div_euclid(1000), 0)?;
    plausible(instant.with_timezone(&home).naive_local())
}

fn plausible(local: NaiveDateTime) -> Option<NaiveDateTime> {
    use chrono::Datelike;
    (2000..2100).contains(&local.year()).then_some(local)
}

/// Reads a wall time, to the second, to the minute, or a bare date.
fn wall_time(text: &str) -> Option<(NaiveDateTime, Precision)> {
    let text = text.trim().replacen('T', " ", 1);
    if let Ok(local) = NaiveDateTime::parse_from_str(&text, "%Y-%m-%d %H:%M:%S") {
        return Some((plausible(local)?, Precision::Second));
    }
    if let Ok(local) = NaiveDateTime::parse_from_str(&text, "%Y-%m-%d %H:%M") {
        return Some((plausible(local)?, Precision::Minute));
    }
    let date = NaiveDate::parse_from_str(&text, "%Y-%m-%d").ok()?;
    Some((plausible(date.into())?, Precision::Day))
}

/// Reads a zone: `GMT+8`, `GMT+08:00`, `GMT+0800`, `GMT-3`, `UTC`, `+2`, `Z`; blank is Cainiao's home. A zone
/// that cannot be read is no zone.
fn offset(zone: &str) -> Option<FixedOffset> {
    let zone = zone.trim().to_ascii_uppercase();
    if zone.is_empty() {
        return FixedOffset::east_opt(HOME);
    }
    let rest = ["GMT", "UTC", "Z"].iter().find_map(|name| zone.strip_prefix(name)).unwrap_or(&zone).trim();
    if rest.is_empty() {
        return FixedOffset::east_opt(0);
    }
    let (sign, digits) = match rest.split_at_checked(1)? {
        ("+", digits) => (1, digits.trim()),
        ("-", digits) => (-1, digits.trim()),
        _ => return None,
    };
    let (hours, minutes) = hours_and_minutes(digits)?;
    let seconds = hours * 3600 + minutes * 60;
    (minutes < 60 && seconds <= WIDEST).then(|| FixedOffset::east_opt(sign * seconds))?
}

/// Reads `8`, `08`, `0800`, `08:00` and `5:30`.
fn hours_and_minutes(text: &str) -> Option<(i32, i32)> {
    let (hours, minutes) = match text.split_once(':') {
        Some(parts) => parts,
        None if text.len() > 2 => text.split_at_checked(text.len() - 2)?,
        None => (text, "0"),
    };
    let number = |text: &str| {
        let short = (1..=2).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
        short.then(|| text.parse().ok())?
    };
    Some((number(hours)?, number(minutes)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hours(zone: &str) -> Option<f64> {
        offset(zone).map(|o| f64::from(o.local_minus_utc()) / 3600.0)
    }

    #[test]
    fn every_spelling_of_a_zone_is_read() {
        for (zone, expected) in [
            ("GMT+8", 8.0),
            ("GMT+08:00", 8.0),
            ("GMT+0800", 8.0),
            ("GMT+0", 0.0),
            ("GMT-3", -3.0),
            ("gmt +2 ", 2.0),
            ("UTC", 0.0),
            ("UTC+3", 3.0),
            ("UTC-03:30", -3.5),
            ("+5:30", 5.5),
            ("Z", 0.0),
            ("", 8.0),
            ("  ", 8.0),
            ("GMT+14", 14.0),
        ] {
            assert_eq!(hours(zone), Some(expected), "{zone:?}");
        }
    }

    #[test]
    fn a_zone_that_cannot_be_read_is_none() {
        for zone in ["Asia/Shanghai", "GMT+25", "GMT+8:99", "GMT+", "8", "GMT+٨", "GMT*8", "+-3", "CST"] {
            assert_eq!(hours(zone), None, "{zone:?}");
        }
    }

    #[test]
    fn a_missing_wall_time_is_taken_from_the_epoch() {
        let detail: Detail = serde_json::from_str(r#"{"time":1674796980000,"timeZone":"GMT+2"}"#).expect("a detail");
        let time = event_time(&detail).expect("a time");
        assert_eq!(time.to_string(), "2023-01-27T13:23:00");
        assert_eq!(time.instant().expect("an instant").to_string(), "2023-01-27 11:23:00 UTC");
    }

    #[test]
    fn a_short_wall_time_keeps_its_precision() {
        let time = |text: &str| wall_time(text).map(|(_, precision)| precision);
        assert_eq!(time("2026-08-26 17:53"), Some(Precision::Minute));
        assert_eq!(time("2026-08-26"), Some(Precision::Day));
        assert_eq!(time("2026-08-26T17:53:11"), Some(Precision::Second));
        assert_eq!(time("0001-01-01 00:00:00"), None);
        assert_eq!(time("yesterday"), None);
    }
}
