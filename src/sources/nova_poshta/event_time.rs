//! Nova Poshta's five ways of writing a time, all of them Kyiv's wall time without an offset (certain). The zone
//! is left open: an international shipment is scanned elsewhere too.

use chrono::{NaiveDate, NaiveDateTime, Timelike};

use super::wire::Document;
use crate::domain::{EventTime, Precision, Status};
use crate::sources::decoding::lenient_json::{LenientText, raw_text};
use crate::sources::decoding::wall_time::{plausible, wall_time};

/// When the status began: what was received has its own date; a paper that was only made is as old as it is;
/// anything else began when it was last updated or scanned.
pub(super) fn event_time(document: &Document, status: Status) -> Option<EventTime> {
    let updated =
        || any_format(document.tracking_update_date.as_ref()).or_else(|| any_format(document.date_scan.as_ref()));
    match status {
        Status::Delivered => any_format(document.recipient_date_time.as_ref()).or_else(updated),
        Status::InfoReceived => updated().or_else(|| any_format(document.date_created.as_ref())),
        _ => updated(),
    }
}

/// The day on which it is expected.
pub(super) fn day(text: Option<&LenientText>) -> Option<NaiveDate> {
    any_format(text).map(|time| time.date())
}

/// The last whole day before a moment; the day itself where that ends with it.
pub(super) fn last_day_before(text: Option<&LenientText>) -> Option<NaiveDate> {
    let time = any_format(text)?;
    let ends_the_day = (time.local().hour(), time.local().minute()) == (23, 59);
    if ends_the_day { Some(time.date()) } else { time.date().pred_opt() }
}

/// A time in any of the formats; an empty one is none.
fn any_format(text: Option<&LenientText>) -> Option<EventTime> {
    const WAYS: [(&str, Precision); 5] = [
        ("%d-%m-%Y %H:%M:%S", Precision::Second),
        ("%d.%m.%Y %H:%M:%S", Precision::Second),
        ("%H:%M %d.%m.%Y", Precision::Minute),
        ("%d-%m-%Y %H:%M", Precision::Minute),
        ("%d.%m.%Y %H:%M", Precision::Minute),
    ];
    let text = raw_text(text).trim();
    if let Some((local, precision)) = wall_time(text) {
        return Some(EventTime::new(local, None, precision));
    }
    for (way, precision) in WAYS {
        if let Ok(local) = NaiveDateTime::parse_from_str(text, way) {
            return Some(EventTime::new(plausible(local)?, None, precision));
        }
    }
    let date = ["%d-%m-%Y", "%d.%m.%Y"].into_iter().find_map(|way| NaiveDate::parse_from_str(text, way).ok())?;
    Some(EventTime::day(plausible(date.into())?.date()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_free_day_is_a_whole_one() {
        let last = |text: &str| last_day_before(Some(&LenientText::from(text))).map(|day| day.to_string());
        assert_eq!(last("2026-11-21 14:29:04").as_deref(), Some("2026-11-20"));
        assert_eq!(last("2026-11-21 00:00:00").as_deref(), Some("2026-11-20"));
        assert_eq!(last("2026-11-21 23:59:59").as_deref(), Some("2026-11-21"));
        assert_eq!(last(""), None);
    }

    #[test]
    fn every_way_of_writing_is_read() {
        let shown = |text: &str| any_format(Some(&LenientText::from(text))).map(|time| time.to_string());
        for text in ["2026-11-08 15:16:00", "08-11-2026 15:16:00", "08.11.2026 15:16:00", "15:16 08.11.2026"] {
            assert_eq!(shown(text).as_deref(), Some("2026-11-08T15:16:00"), "{text}");
        }
        assert_eq!(shown("08.11.2026").as_deref(), Some("2026-11-08"));
        assert_eq!(shown("2026-11-08").as_deref(), Some("2026-11-08"));
        for none in ["", "0000-00-00 00:00:00", "0001-01-01 00:00:00", "32.13.2026 10:00:00", "завтра"] {
            assert_eq!(shown(none), None, "{none}");
        }
    }
}
