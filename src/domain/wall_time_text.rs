//! A wall time as ISO 8601 text and back, by hand where it is of the usual form: a list of twenty events is written and
//! read as text a hundred times, and chrono's formats cost ten times as much.

use chrono::{Datelike, NaiveDate, NaiveDateTime, Timelike};

/// The length of `2026-11-28T10:31:00`.
const LENGTH: usize = 19;

/// `2026-11-28T10:31:00`, with a fraction where there is one.
#[must_use]
pub fn wall_time_text(time: &NaiveDateTime) -> String {
    match usual(time) {
        Some(text) if time.nanosecond() == 0 => text.iter().map(|b| char::from(*b)).collect(),
        _ => time.format("%Y-%m-%dT%H:%M:%S%.f").to_string(),
    }
}

/// The wall time of a text that [`wall_time_text`] wrote.
#[must_use]
pub fn parse_wall_time(text: &str) -> Option<NaiveDateTime> {
    parse_usual(text.as_bytes()).or_else(|| text.parse().ok())
}

/// To the second, as ASCII; `None` for a year that has no four digits, and for a leap second.
pub(super) fn usual(time: &NaiveDateTime) -> Option<[u8; LENGTH]> {
    let year = u32::try_from(time.year()).ok().filter(|year| *year <= 9_999)?;
    if time.nanosecond() >= 1_000_000_000 {
        return None;
    }
    let mut text = *b"0000-00-00T00:00:00";
    for (at, value) in [(0, year / 100), (2, year % 100), (5, time.month()), (8, time.day())] {
        put(&mut text, at, value)?;
    }
    for (at, value) in [(11, time.hour()), (14, time.minute()), (17, time.second())] {
        put(&mut text, at, value)?;
    }
    Some(text)
}

fn put(text: &mut [u8; LENGTH], at: usize, value: u32) -> Option<()> {
    let value = u8::try_from(value).ok()?;
    (text[at], text[at + 1]) = (b'0' + value / 10, b'0' + value % 10);
    Some(())
}

fn parse_usual(text: &[u8]) -> Option<NaiveDateTime> {
    let parts: &[u8; LENGTH] = text.try_into().ok()?;
    if [parts[4], parts[7], parts[10], parts[13], parts[16]] != *b"--T::" {
        return None;
    }
    let two = |at: usize| {
        let digits = parts[at].is_ascii_digit() && parts[at + 1].is_ascii_digit();
        digits.then(|| u32::from(parts[at] - b'0') * 10 + u32::from(parts[at + 1] - b'0'))
    };
    let year = i32::try_from(two(0)? * 100 + two(2)?).ok()?;
    NaiveDate::from_ymd_opt(year, two(5)?, two(8)?)?.and_hms_opt(two(11)?, two(14)?, two(17)?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::DateTime;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn the_short_way_and_chronos_agree(seconds in -90_000_000_000_i64..300_000_000_000, nanos in 0u32..2_000_000_000) {
            for nanos in [0, nanos % 1_000_000_000, nanos] {
                let Some(time) = DateTime::from_timestamp(seconds, nanos) else { continue };
                let time = time.naive_utc();
                let text = wall_time_text(&time);
                prop_assert_eq!(&text, &time.format("%Y-%m-%dT%H:%M:%S%.f").to_string());
                prop_assert_eq!(parse_wall_time(&text), text.parse().ok());
            }
        }
    }

    #[test]
    fn a_text_that_is_no_time_is_none() {
        for text in ["", "2026-11-28", "2026-13-01T00:00:00", "2026-11-28T24:00:00", "2026-1a-28T10:00:00"] {
            assert_eq!(parse_wall_time(text), None, "{text}");
        }
        assert_eq!(parse_wall_time("2016-12-31T23:59:60"), "2016-12-31T23:59:60".parse().ok());
    }
}
