//! How long a parcel has been silent, and whether that is too long.

use chrono::{DateTime, Utc};

use super::Parcel;

/// Full days since the newest event; with no event yet, since the parcel was added. Never negative.
#[must_use]
pub fn silent_days(parcel: &Parcel, now: DateTime<Utc>) -> u32 {
    let heard = parcel.summary.last_event.as_ref().and_then(|e| e.time).map(|t| t.approximate());
    let days = (now - heard.unwrap_or(parcel.added_at)).num_days();
    u32::try_from(days).unwrap_or(0)
}

/// Whether the parcel is silent for more than `after_days` days and not finished.
#[must_use]
pub fn is_stale(parcel: &Parcel, after_days: u32, now: DateTime<Utc>) -> bool {
    !parcel.is_finished() && silent_days(parcel, now) > after_days
}

#[cfg(test)]
mod tests {
    use chrono::{NaiveDate, TimeDelta};

    use super::*;
    use crate::domain::{Clean, Event, EventTime, ParcelId, State, Status, Summary, TrackingNumber};

    fn start() -> DateTime<Utc> {
        NaiveDate::from_ymd_opt(2026, 11, 1).unwrap().and_hms_opt(12, 0, 0).unwrap().and_utc()
    }

    fn parcel(event_after_days: Option<i64>, state: Option<State>) -> Parcel {
        let number = TrackingNumber::parse("RB123456785CN").unwrap();
        let event = event_after_days.map(|days| Event {
            time: Some(EventTime::at((start() + TimeDelta::days(days)).naive_utc(), None)),
            place: None,
            country: None,
            text: Clean::line("scan"),
            text_lang: None,
            translation: None,
            state: None,
            raw_code: None,
            number,
        });
        Parcel {
            id: ParcelId(1),
            title: None,
            numbers: Vec::new(),
            orders: Vec::new(),
            shop: None,
            tags: Vec::new(),
            note: None,
            added_at: start(),
            archived_at: None,
            closed_at: None,
            protected_until: None,
            pinned: Vec::new(),
            excluded: Vec::new(),
            summary: Summary { state, last_event: event, ..Summary::default() },
        }
    }

    #[test]
    fn silence_counts_from_the_newest_event_or_from_adding() {
        let now = start() + TimeDelta::days(9);
        assert_eq!(silent_days(&parcel(None, None), now), 9);
        assert_eq!(silent_days(&parcel(Some(4), None), now), 5);
        assert_eq!(silent_days(&parcel(Some(20), None), now), 0);
    }

    #[test]
    fn stale_is_more_than_the_days_and_not_finished() {
        let moving = parcel(Some(0), Some(State::UNDERWAY));
        assert!(!is_stale(&moving, 7, start() + TimeDelta::days(7)));
        assert!(is_stale(&moving, 7, start() + TimeDelta::days(8)));
        let delivered = parcel(Some(0), Some(State::only(Status::Delivered)));
        assert!(!is_stale(&delivered, 7, start() + TimeDelta::days(90)));
    }
}
