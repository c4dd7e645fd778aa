//! How long a parcel has been silent, and whether that is too long.

use chrono::{DateTime, FixedOffset, NaiveDate, TimeDelta, Utc};

use super::advice::Thresholds;
use super::{EventTime, Parcel};

/// After how many full days of silence a parcel is stale that has no number of days of its own.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct StalenessLimits {
    /// One that is on its way, or that a carrier should have.
    pub usual: u32,
    /// One whose track number the shop has not named.
    pub no_number: u32,
}

impl StalenessLimits {
    /// That of the parcel's kind.
    #[must_use]
    pub fn of(self, parcel: &Parcel) -> u32 {
        if parcel.waits_for_number() { self.no_number } else { self.usual }
    }
}

impl Parcel {
    /// After how many full days of silence it is stale: its own number, or else that of its kind.
    #[must_use]
    pub fn stale_after(&self, limits: StalenessLimits) -> u32 {
        self.stale_after_days.unwrap_or_else(|| limits.of(self))
    }
}

/// What all parcels are measured by: the clock, the calendar and the settings.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct StalenessContext {
    /// Now.
    pub now: DateTime<Utc>,
    /// The reader's offset from UTC.
    pub offset: FixedOffset,
    /// When silence is long.
    pub limits: StalenessLimits,
    /// Full days of silence that are normal at each stage; more is too long.
    pub normal: Thresholds,
}

impl StalenessContext {
    /// The reader's date.
    #[must_use]
    pub fn today(&self) -> NaiveDate {
        self.now.with_timezone(&self.offset).date_naive()
    }
}

/// So many days are the most that can be set.
pub const MOST_DAYS: u32 = 365;

/// A number of days of silence as people type it: 1 to [`MOST_DAYS`].
#[must_use]
pub fn read_days(text: &str) -> Option<u32> {
    text.trim().parse().ok().filter(|days| (1..=MOST_DAYS).contains(days))
}

/// When the parcel's newest event was, as well as it is known. With no event yet, when its orders were shipped; with no
/// number yet, when they were placed; where nobody says that, when it was added.
#[must_use]
pub fn heard_at(parcel: &Parcel) -> DateTime<Utc> {
    let event = parcel.summary.last_event.as_ref().and_then(|e| e.time);
    event.map_or_else(|| waits_since(parcel), |time| heard_of(time, parcel.summary.changed_at))
}

/// When that newest event was heard of, where the summary last changed then: one of the future was heard of when it came.
#[must_use]
pub fn heard_of(event: EventTime, changed_at: Option<DateTime<Utc>>) -> DateTime<Utc> {
    let time = event.approximate();
    changed_at.map_or(time, |changed| time.min(changed))
}

/// Since when its first event is waited for.
#[must_use]
pub fn waits_since(parcel: &Parcel) -> DateTime<Utc> {
    let day = if parcel.numbers.is_empty() { parcel.ordered_on() } else { parcel.shipped_on() };
    day.map_or(parcel.added_at, |day| EventTime::day(day).approximate())
}

/// Full days since something was heard of it; see [`heard_at`]. Never negative.
#[must_use]
pub fn silent_days(parcel: &Parcel, now: DateTime<Utc>) -> u32 {
    silent_since(heard_at(parcel), now)
}

/// Full days since that instant. Never negative.
#[must_use]
pub fn silent_since(heard_at: DateTime<Utc>, now: DateTime<Utc>) -> u32 {
    u32::try_from((now - heard_at).num_days()).unwrap_or(0)
}

/// Whether the parcel is silent for longer than [`Parcel::stale_after`] says, and not finished.
#[must_use]
pub fn is_stale(parcel: &Parcel, limits: StalenessLimits, now: DateTime<Utc>) -> bool {
    !parcel.is_finished() && silent_days(parcel, now) > parcel.stale_after(limits)
}

/// When a parcel turns stale if nothing is heard of it, be that past or to come; a finished one never does.
#[must_use]
pub fn turns_stale_at(parcel: &Parcel, limits: StalenessLimits) -> Option<DateTime<Utc>> {
    let silence = TimeDelta::days(i64::from(parcel.stale_after(limits)) + 1);
    if parcel.is_finished() { None } else { heard_at(parcel).checked_add_signed(silence) }
}

#[cfg(test)]
mod tests {

    use super::*;
    use crate::domain::{
        CleanText, Event, NumberRole, Order, ParcelId, ParcelNumber, State, Status, Summary, TrackingNumber,
    };

    const LIMITS: StalenessLimits = StalenessLimits { usual: 7, no_number: 5 };

    fn start() -> DateTime<Utc> {
        NaiveDate::from_ymd_opt(2026, 11, 1).unwrap().and_hms_opt(12, 0, 0).unwrap().and_utc()
    }

    fn number() -> ParcelNumber {
        ParcelNumber { number: TrackingNumber::parse("RB123456785CN").unwrap(), role: NumberRole::First }
    }

    fn parcel(event_after_days: Option<i64>, state: Option<State>) -> Parcel {
        let event = event_after_days.map(|days| Event {
            time: Some(EventTime::at((start() + TimeDelta::days(days)).naive_utc(), None)),
            ..Event::new(number().number, CleanText::line("scan"))
        });
        Parcel {
            numbers: vec![number()],
            summary: Summary { state, last_event: event, ..Summary::default() },
            ..Parcel::new(ParcelId(1), start())
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
    fn an_event_of_the_future_was_heard_of_when_it_came() {
        let mut parcel = parcel(Some(400), Some(State::UNDERWAY));
        parcel.summary.changed_at = Some(start() + TimeDelta::days(2));
        assert_eq!(silent_days(&parcel, start() + TimeDelta::days(11)), 9);
        assert!(is_stale(&parcel, LIMITS, start() + TimeDelta::days(11)));
    }

    #[test]
    fn without_an_event_silence_counts_from_shipping_and_without_a_number_from_the_order() {
        let now = start() + TimeDelta::days(9);
        let mut parcel = parcel(None, None);
        let day = |after| Some((start() + TimeDelta::days(after)).date_naive());
        parcel.orders = vec![Order { ordered_on: day(-5), shipped_on: day(3), ..Order::default() }];
        assert_eq!(silent_days(&parcel, now), 6);
        parcel.numbers.clear();
        assert_eq!(silent_days(&parcel, now), 14, "no number yet");
        parcel.numbers.push(number());
        parcel.orders[0].shipped_on = None;
        assert_eq!(silent_days(&parcel, now), 9, "when it was sent nobody says");
    }

    #[test]
    fn stale_is_more_than_the_days_and_not_finished() {
        let moving = parcel(Some(0), Some(State::UNDERWAY));
        assert!(!is_stale(&moving, LIMITS, start() + TimeDelta::days(7)));
        assert!(is_stale(&moving, LIMITS, start() + TimeDelta::days(8)));
        let own = |days| Parcel { stale_after_days: Some(days), ..moving.clone() };
        assert!(!is_stale(&own(20), LIMITS, start() + TimeDelta::days(20)));
        assert!(is_stale(&own(20), LIMITS, start() + TimeDelta::days(21)));
        assert!(is_stale(&own(2), LIMITS, start() + TimeDelta::days(3)));
        let turns = turns_stale_at(&moving, LIMITS).unwrap();
        assert!(is_stale(&moving, LIMITS, turns) && !is_stale(&moving, LIMITS, turns - TimeDelta::milliseconds(1)));
        let delivered = parcel(Some(0), Some(State::only(Status::Delivered)));
        assert!(!is_stale(&delivered, LIMITS, start() + TimeDelta::days(90)));
        assert_eq!(turns_stale_at(&delivered, LIMITS), None);
    }

    #[test]
    fn without_a_number_it_is_stale_by_days_of_its_own() {
        let ordered = Order { ordered_on: Some(start().date_naive()), ..Order::default() };
        let waiting = Parcel { numbers: Vec::new(), orders: vec![ordered], ..parcel(None, None) };
        let turns = turns_stale_at(&waiting, LIMITS).unwrap();
        assert_eq!((turns - heard_at(&waiting)).num_days(), 6);
        assert!(is_stale(&waiting, LIMITS, turns) && !is_stale(&waiting, LIMITS, turns - TimeDelta::milliseconds(1)));
        let own = Parcel { stale_after_days: Some(20), ..waiting.clone() };
        assert!(!is_stale(&own, LIMITS, turns + TimeDelta::days(14)) && own.stale_after(LIMITS) == 20);
        let numbered = Parcel { numbers: vec![number()], ..waiting.clone() };
        assert_eq!(numbered.stale_after(LIMITS), 7, "its number came");
        let seen = Summary { state: Some(State::UNDERWAY), ..Summary::default() };
        assert_eq!(Parcel { summary: seen, ..waiting }.stale_after(LIMITS), 7, "the user told that it is under way");
    }
}
