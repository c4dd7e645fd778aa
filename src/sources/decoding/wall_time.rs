//! Reading wall times and zones as sources spell them.

use chrono::{DateTime, Datelike, FixedOffset, NaiveDate, NaiveDateTime, Timelike};

use crate::domain::{EventTime, Precision};

/// The widest offset there is on Earth, in seconds.
const WIDEST: i32 = 14 * 3600;

/// Reads `yyyy-MM-dd`, with or without a time of day to the minute or to the second (a fraction is cut off),
/// with a blank or a `T` between them.
pub(in crate::sources) fn wall_time(text: &str) -> Option<(NaiveDateTime, Precision)> {
    let text = text.trim().replacen('T', " ", 1);
    if let Ok(local) = NaiveDateTime::parse_from_str(&text, "%Y-%m-%d %H:%M:%S%.f") {
        return Some((plausible(local)?, Precision::Second));
    }
    if let Ok(local) = NaiveDateTime::parse_from_str(&text, "%Y-%m-%d %H:%M") {
        return Some((plausible(local)?, Precision::Minute));
    }
    let date = NaiveDate::parse_from_str(&text, "%Y-%m-%d").ok()?;
    Some((plausible(date.into())?, Precision::Day))
}

/// Reads `dd.MM.yyyy`, with or without a time of day to the minute or to the second.
pub(in crate::sources) fn dotted_time(text: &str) -> Option<(NaiveDateTime, Precision)> {
    let text = text.trim();
    let (date, time) = text.split_once(' ').unwrap_or((text, ""));
    let date = NaiveDate::parse_from_str(date, "%d.%m.%Y").ok()?;
    wall_time(&format!("{} {}", date.format("%Y-%m-%d"), time.trim()))
}

/// Reads an ISO 8601 time as it stands: with its offset where it has one, as a wall time of an unknown zone where
/// it has none, and as a bare date where it is one.
pub(in crate::sources) fn iso_8601(text: &str) -> Option<EventTime> {
    let text = text.trim();
    let with_offset = DateTime::parse_from_rfc3339(text)
        .or_else(|_| DateTime::parse_from_str(text, "%Y-%m-%dT%H:%M:%S%.f%z"))
        .or_else(|_| DateTime::parse_from_str(text, "%Y-%m-%dT%H:%M%z"));
    if let Ok(time) = with_offset {
        return Some(EventTime::at(plausible(time.naive_local())?, Some(*time.offset())));
    }
    let (local, precision) = wall_time(text)?;
    Some(EventTime::new(local, None, precision))
}

/// The time to the second. A year outside 2000 to 2099 is a placeholder, not a time.
pub(in crate::sources) fn plausible(local: NaiveDateTime) -> Option<NaiveDateTime> {
    (2000..2100).contains(&local.year()).then(|| local.with_nanosecond(0))?
}

/// Reads a zone: `GMT+8`, `GMT+08:00`, `GMT+0800`, `GMT-3`, `UTC`, `+2`, `Z`. What cannot be read is no zone.
pub(in crate::sources) fn offset(zone: &str) -> Option<FixedOffset> {
    let zone = zone.trim().to_ascii_uppercase();
    let named = ["GMT", "UTC", "Z"].iter().find_map(|name| zone.strip_prefix(name));
    let rest = named.unwrap_or(&zone).trim();
    if rest.is_empty() {
        return named.and(FixedOffset::east_opt(0));
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
            ("-03:00", -3.0),
            ("Z", 0.0),
            ("GMT+14", 14.0),
        ] {
            assert_eq!(hours(zone), Some(expected), "{zone:?}");
        }
    }

    #[test]
    fn a_zone_that_cannot_be_read_is_none() {
        for zone in ["", " ", "Asia/Shanghai", "GMT+25", "GMT+8:99", "GMT+", "8", "GMT+٨", "GMT*8", "+-3", "CST"] {
            assert_eq!(hours(zone), None, "{zone:?}");
        }
    }

    fn shown(text: &str) -> Option<(String, Option<String>)> {
        iso_8601(text).map(|time| (time.to_string(), time.offset().map(|offset| offset.to_string())))
    }

    #[test]
    fn an_iso_8601_time_says_no_more_than_it_says() {
        let at = |time: &str, zone: Option<&str>| Some((time.to_owned(), zone.map(str::to_owned)));
        assert_eq!(shown("2026-11-04T10:00:00.000+02:00"), at("2026-11-04T10:00:00", Some("+02:00")));
        assert_eq!(shown("2026-11-04T10:00:00+0100"), at("2026-11-04T10:00:00", Some("+01:00")));
        assert_eq!(shown("2026-11-04T10:00:00Z"), at("2026-11-04T10:00:00", Some("+00:00")));
        assert_eq!(shown(" 2026-11-04T10:00:00"), at("2026-11-04T10:00:00", None));
        assert_eq!(shown("2026-11-04"), at("2026-11-04", None));
        for none in ["", "soon", "0001-01-01T00:00:00Z", "2026-13-04T10:00:00Z"] {
            assert_eq!(shown(none), None, "{none}");
        }
    }

    #[test]
    fn a_dotted_date_may_have_a_time() {
        assert_eq!(dotted_time("26.08.2026 17:53"), wall_time("2026-08-26 17:53"));
        assert_eq!(dotted_time(" 26.08.2026 17:53:11 "), wall_time("2026-08-26 17:53:11"));
        assert_eq!(dotted_time("26.08.2026"), wall_time("2026-08-26"));
        for text in ["", "26.13.2026", "2026-08-26", "26.08.2026 25:00", "01.01.0001"] {
            assert_eq!(dotted_time(text), None, "{text:?}");
        }
    }

    #[test]
    fn a_short_wall_time_keeps_its_precision() {
        let precision = |text: &str| wall_time(text).map(|(_, precision)| precision);
        assert_eq!(precision("2026-08-26 17:53"), Some(Precision::Minute));
        assert_eq!(precision("2026-08-26"), Some(Precision::Day));
        assert_eq!(precision("2026-08-26T17:53:11"), Some(Precision::Second));
        assert_eq!(wall_time("2026-08-26 17:53:11.75"), wall_time("2026-08-26 17:53:11"));
        assert_eq!(precision("0001-01-01 00:00:00"), None);
        assert_eq!(precision("yesterday"), None);
    }
}
