//! 17TRACK's times: `time_iso` (wall time with offset), `time_raw` (what the carrier printed), `time_utc`.

use chrono::{DateTime, FixedOffset, NaiveDate, NaiveDateTime, NaiveTime};

use super::wire::{RawTime, Scan};
use crate::domain::{EventTime, Precision};
use crate::sources::decoding::lenient_json::{LenientText, raw_text};
use crate::sources::decoding::wall_time::{offset, plausible, wall_time};

/// When an event happened: the wall time with its offset; else what the carrier printed, with its zone if it
/// printed one; else the instant alone.
pub(super) fn event_time(scan: &Scan) -> Option<EventTime> {
    let printed = printed(scan);
    if let Some((local, zone)) = with_offset(scan.time_iso.as_ref()) {
        // A midnight that the carrier did not print was made up on the way.
        return match printed {
            Some((_, _, Precision::Day)) if local.time() == NaiveTime::MIN => Some(EventTime::day(local.date())),
            Some((_, _, Precision::Minute)) => Some(EventTime::new(local, Some(zone), Precision::Minute)),
            _ => Some(EventTime::at(local, Some(zone))),
        };
    }
    if let Some((local, zone, precision)) = printed {
        return Some(EventTime::new(local, zone, precision));
    }
    if let Some((local, precision)) = wall_time(raw_text(scan.time_iso.as_ref())) {
        return Some(EventTime::new(local, None, precision));
    }
    let (local, zone) = with_offset(scan.time_utc.as_ref())?;
    Some(EventTime::at(local, Some(zone)))
}

/// A date in a text that begins with one, as an expected day is given.
pub(super) fn date(text: &str) -> Option<NaiveDate> {
    let (local, _) = wall_time(text.trim().get(..10)?)?;
    Some(local.date())
}

fn with_offset(text: Option<&LenientText>) -> Option<(NaiveDateTime, FixedOffset)> {
    let time = DateTime::parse_from_rfc3339(raw_text(text).trim()).ok()?;
    Some((plausible(time.naive_local())?, *time.offset()))
}

/// What the carrier printed.
fn printed(scan: &Scan) -> Option<(NaiveDateTime, Option<FixedOffset>, Precision)> {
    if let Some(text) = scan.time_raw.as_str() {
        return wall_time(text).map(|(local, precision)| (local, None, precision));
    }
    let printed: RawTime = serde_json::from_value(scan.time_raw.clone()).ok()?;
    let text = format!("{} {}", raw_text(printed.date.as_ref()).trim(), raw_text(printed.time.as_ref()).trim());
    let (local, precision) = wall_time(&text)?;
    Some((local, offset(raw_text(printed.timezone.as_ref())), precision))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn time(json: &str) -> Option<EventTime> {
        event_time(&serde_json::from_str(json).expect("a scan"))
    }

    fn shown(json: &str) -> Option<(String, Option<String>, Precision)> {
        time(json).map(|t| (t.to_string(), t.offset().map(|o| o.to_string()), t.precision()))
    }

    #[test]
    fn a_wall_time_with_offset_is_best() {
        let json = r#"{"time_iso":"2026-06-25T10:12:00-03:00","time_utc":"2026-06-25T13:12:00Z"}"#;
        let expected = ("2026-06-25T10:12:00".to_owned(), Some("-03:00".to_owned()), Precision::Second);
        assert_eq!(shown(json), Some(expected));
    }

    #[test]
    fn a_printed_time_without_zone_has_none() {
        let json = r#"{"time_iso":null,"time_raw":{"date":"2026-06-30","time":"14:23:00","timezone":null}}"#;
        assert_eq!(shown(json), Some(("2026-06-30T14:23:00".to_owned(), None, Precision::Second)));
        let text = r#"{"time_raw":"2026-06-30 14:23"}"#;
        assert_eq!(shown(text), Some(("2026-06-30T14:23:00".to_owned(), None, Precision::Minute)));
    }

    #[test]
    fn a_midnight_that_nobody_printed_is_a_bare_date() {
        let json = r#"{"time_iso":"2026-06-30T00:00:00+08:00","time_raw":{"date":"2026-06-30","time":null}}"#;
        assert_eq!(shown(json), Some(("2026-06-30".to_owned(), None, Precision::Day)));
    }

    #[test]
    fn the_instant_alone_is_shown_in_utc() {
        let expected = ("2026-06-25T13:12:00".to_owned(), Some("+00:00".to_owned()), Precision::Second);
        assert_eq!(shown(r#"{"time_utc":"2026-06-25T13:12:00Z","time_raw":{}}"#), Some(expected));
        assert_eq!(shown(r#"{"time_iso":"soon","time_raw":7}"#), None);
    }
}
