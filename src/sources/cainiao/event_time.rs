//! Cainiao's times: a wall time (`timeStr`) in a zone (`timeZone`), and an epoch that is only the wall time read
//! as GMT+8 again (measured on every recorded event). The epoch is therefore never taken for an instant.

use chrono::{DateTime, FixedOffset, NaiveDate, NaiveDateTime};

use super::wire::Detail;
use crate::domain::EventTime;
use crate::sources::decoding::lenient_json::raw_text;
use crate::sources::decoding::wall_time::{offset, plausible, wall_time};

/// Cainiao's own offset, in seconds.
const HOME: i32 = 8 * 3600;

/// When an event happened.
pub(super) fn event_time(detail: &Detail) -> Option<EventTime> {
    let zone = raw_text(detail.time_zone.as_ref());
    let offset = if zone.trim().is_empty() { home_of_notices(detail) } else { offset(zone) };
    if let Some((local, precision)) = wall_time(raw_text(detail.time_str.as_ref())) {
        return Some(EventTime::new(local, offset, precision));
    }
    Some(EventTime::at(at_home(detail.time?.0)?, offset))
}

/// The offset of a row without a zone: Cainiao's own notices bear an epoch with milliseconds and are told at its home;
/// the zone of any other row is not known.
fn home_of_notices(detail: &Detail) -> Option<FixedOffset> {
    detail.time.filter(|millis| millis.0 % 1000 != 0)?;
    FixedOffset::east_opt(HOME)
}

/// The date of an epoch in milliseconds, at Cainiao's home.
pub(super) fn home_date(millis: i64) -> Option<NaiveDate> {
    Some(at_home(millis)?.date())
}

/// The wall time at Cainiao's home of an epoch in milliseconds, to the second.
fn at_home(millis: i64) -> Option<NaiveDateTime> {
    let home = FixedOffset::east_opt(HOME)?;
    let instant = DateTime::from_timestamp(millis.div_euclid(1000), 0)?;
    plausible(instant.with_timezone(&home).naive_local())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn time(json: &str) -> Option<EventTime> {
        event_time(&serde_json::from_str(json).expect("a detail"))
    }

    #[test]
    fn a_missing_wall_time_is_taken_from_the_epoch() {
        let time = time(r#"{"time":1674796980000,"timeZone":"GMT+2"}"#).expect("a time");
        assert_eq!(time.to_string(), "2023-01-27T13:23:00");
        assert_eq!(time.instant().expect("an instant").to_string(), "2023-01-27 11:23:00 UTC");
    }

    #[test]
    fn a_blank_zone_is_home_for_notices_and_unknown_for_the_rest() {
        let zone = |json| time(json).and_then(|t| t.offset()).map(|o| o.to_string());
        let notice = r#"{"timeStr":"2023-01-24 11:30:03","timeZone":" ","time":1674531003218}"#;
        assert_eq!(zone(notice).as_deref(), Some("+08:00"));
        assert_eq!(zone(r#"{"timeStr":"2023-01-24 11:30:03","timeZone":"","time":1674531003000}"#), None);
        assert_eq!(zone(r#"{"timeStr":"2023-01-24 11:30:03"}"#), None);
        assert_eq!(zone(r#"{"timeStr":"2023-01-24 11:30:03","timeZone":"Moon"}"#), None);
    }

    #[test]
    fn an_epoch_beyond_all_dates_is_no_time() {
        for millis in ["0", "-1", "9223372036854775807", "-9223372036854775808"] {
            assert_eq!(time(&format!(r#"{{"time":{millis}}}"#)), None, "{millis}");
        }
    }
}
