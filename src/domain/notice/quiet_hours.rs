//! Hours in which nobody is disturbed, by the reader's clock.

use chrono::{DateTime, Days, FixedOffset, NaiveDateTime, NaiveTime, TimeZone, Utc};

/// From one time of day to another, over midnight where the first is the later one.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct QuietHours {
    /// They begin.
    pub from: NaiveTime,
    /// They end.
    pub to: NaiveTime,
}

impl QuietHours {
    /// Reads `22:00-08:00`; two equal times are no hours.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (from, to) = text.split_once('-')?;
        let hours = Self { from: time_of_day(from)?, to: time_of_day(to)? };
        (hours.from != hours.to).then_some(hours)
    }

    /// Whether a time of day is within them.
    #[must_use]
    pub fn holds(self, time: NaiveTime) -> bool {
        if self.from < self.to { self.from <= time && time < self.to } else { time >= self.from || time < self.to }
    }

    /// When they end, where they hold now. `offset` tells the reader's offset at an instant, so that the end is right
    /// on the day on which the clocks change.
    #[must_use]
    pub fn end(self, now: DateTime<Utc>, offset: impl Fn(DateTime<Utc>) -> FixedOffset) -> Option<DateTime<Utc>> {
        let local = now.with_timezone(&offset(now)).naive_local();
        if !self.holds(local.time()) {
            return None;
        }
        let day = if local.time() < self.to { local.date() } else { local.date().checked_add_days(Days::new(1))? };
        Some(instant_of(day.and_time(self.to), now, offset))
    }
}

/// Reads `8:00` or `08:00`.
#[must_use]
pub fn time_of_day(text: &str) -> Option<NaiveTime> {
    NaiveTime::parse_from_str(text.trim(), "%H:%M").ok()
}

/// When after `near` the reader's clock shows that time. A time that is skipped may be given too early, and then comes
/// right when it is asked again.
#[must_use]
pub fn instant_of(
    local: NaiveDateTime,
    near: DateTime<Utc>,
    offset: impl Fn(DateTime<Utc>) -> FixedOffset,
) -> DateTime<Utc> {
    let read = |by: FixedOffset| by.from_local_datetime(&local).single().map_or(near, |time| time.to_utc());
    let guess = read(offset(near));
    let exact = read(offset(guess));
    if exact > near { exact } else { guess }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> DateTime<Utc> {
        text.parse().unwrap()
    }

    /// Central Europe in 2026: summer time from 29 March to 25 October, at 01:00 UTC.
    fn berlin(now: DateTime<Utc>) -> FixedOffset {
        let summer = at("2026-03-29T01:00:00Z") <= now && now < at("2026-10-25T01:00:00Z");
        FixedOffset::east_opt(if summer { 7200 } else { 3600 }).unwrap()
    }

    #[test]
    fn they_go_over_midnight() {
        let night = QuietHours::parse("22:00-8:00").unwrap();
        assert!(night.holds(time_of_day("23:59").unwrap()) && night.holds(time_of_day("07:59").unwrap()));
        assert!(!night.holds(time_of_day("08:00").unwrap()) && !night.holds(time_of_day("21:59").unwrap()));
        let noon = QuietHours::parse("12:00 - 14:30").unwrap();
        assert!(noon.holds(time_of_day("14:29").unwrap()) && !noon.holds(time_of_day("23:00").unwrap()));
        for wrong in ["", "22-8", "22:00", "24:00-08:00", "22:00-22:00", "a-b"] {
            assert_eq!(QuietHours::parse(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn they_end_by_the_readers_clock_also_when_it_is_put_forward_or_back() {
        let night = QuietHours::parse("22:00-08:00").unwrap();
        assert_eq!(night.end(at("2026-03-28T22:00:00Z"), berlin), Some(at("2026-03-29T06:00:00Z")));
        assert_eq!(night.end(at("2026-10-24T21:00:00Z"), berlin), Some(at("2026-10-25T07:00:00Z")));
        assert_eq!(night.end(at("2026-10-25T00:30:00Z"), berlin), Some(at("2026-10-25T07:00:00Z")));
        assert_eq!(night.end(at("2026-10-25T07:00:00Z"), berlin), None);
        // An end that is skipped: at 02:30 the clocks show 03:30.
        let skipped = QuietHours::parse("00:00-02:30").unwrap();
        let early = skipped.end(at("2026-03-29T00:10:00Z"), berlin).unwrap();
        assert_eq!(early, at("2026-03-29T00:30:00Z"));
        assert_eq!(skipped.end(early, berlin), Some(at("2026-03-29T01:30:00Z")));
        assert_eq!(skipped.end(at("2026-03-29T01:00:00Z"), berlin), None);
    }
}
