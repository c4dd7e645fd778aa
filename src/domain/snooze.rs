//! A parcel that the user does not want to hear of until some day.
//!
//! A snooze ends by itself at the start of its day, and at once when something material changes: what was put off is
//! not what is there any more. A protection or a storage that is about to end does not wait for either.

use chrono::{DateTime, NaiveDate, Utc};

use super::{Parcel, Snooze, protection_left};

impl Snooze {
    /// Whether it holds for an unfinished parcel. `changed_at` is its last material change; `cannot_wait`: a protection
    /// or a storage is about to end.
    #[must_use]
    pub fn state(self, changed_at: Option<DateTime<Utc>>, cannot_wait: bool, today: NaiveDate) -> SnoozeState {
        let changed = changed_at.is_some_and(|at| at > self.since);
        if self.until <= today || changed {
            return SnoozeState::Awake;
        }
        if cannot_wait { SnoozeState::Overruled(self.until) } else { SnoozeState::Asleep(self.until) }
    }
}

/// Whether a parcel is snoozed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum SnoozeState {
    /// It is not.
    Awake,
    /// Until that day.
    Asleep(NaiveDate),
    /// It would be until that day, but cannot wait so long.
    Overruled(NaiveDate),
}

impl SnoozeState {
    /// The day until which the snooze stands, whether or not it holds.
    #[must_use]
    pub fn until(self) -> Option<NaiveDate> {
        match self {
            Self::Awake => None,
            Self::Asleep(until) | Self::Overruled(until) => Some(until),
        }
    }

    /// Whether the parcel is to be left alone.
    #[must_use]
    pub fn is_asleep(self) -> bool {
        matches!(self, Self::Asleep(_))
    }
}

/// Whether a parcel is snoozed. `today` is the reader's date.
#[must_use]
pub fn rest(parcel: &Parcel, today: NaiveDate) -> SnoozeState {
    let Some(snooze) = parcel.snooze.filter(|_| !parcel.is_finished()) else { return SnoozeState::Awake };
    let storage_ends = parcel.summary.storage.as_ref().is_some_and(|(storage, _)| storage.ends_soon(today));
    snooze.state(parcel.summary.changed_at, storage_ends || protection_left::ends_soon(parcel, today), today)
}

#[cfg(test)]
mod tests {
    use chrono::TimeDelta;

    use super::*;
    use crate::domain::advice::test_parcels::{day, now, parcel, today};
    use crate::domain::{Afterwards, Deadline, State, Status, Storage};

    fn snoozed(days: i64) -> Parcel {
        let mut parcel = parcel("RB123456785CN", Some(State::UNDERWAY), 12);
        parcel.snooze = Some(Snooze { until: day(days), since: now() - TimeDelta::days(1) });
        parcel
    }

    #[test]
    fn it_wakes_on_its_day_and_not_before() {
        assert_eq!(rest(&snoozed(1), today()), SnoozeState::Asleep(day(1)));
        assert_eq!(rest(&snoozed(1), day(1)), SnoozeState::Awake);
        assert_eq!(rest(&snoozed(-3), today()), SnoozeState::Awake);
        assert_eq!(rest(&parcel("RB123456785CN", None, 12), today()), SnoozeState::Awake);
    }

    #[test]
    fn a_later_change_wakes_it_and_an_earlier_one_does_not() {
        let mut parcel = snoozed(5);
        parcel.summary.changed_at = Some(now() - TimeDelta::days(2));
        assert_eq!(rest(&parcel, today()), SnoozeState::Asleep(day(5)));
        parcel.summary.changed_at = Some(now());
        assert_eq!(rest(&parcel, today()), SnoozeState::Awake);
    }

    #[test]
    fn a_protection_that_ends_soon_outweighs_it() {
        let mut parcel = snoozed(20);
        parcel.own_protection = Some(Deadline::told(day(6)));
        assert_eq!(rest(&parcel, today()), SnoozeState::Asleep(day(20)));
        assert_eq!(rest(&parcel, day(1)), SnoozeState::Overruled(day(20)));
        assert_eq!(rest(&parcel, day(7)), SnoozeState::Asleep(day(20)), "what is over is over");
    }

    #[test]
    fn so_does_a_storage_that_ends() {
        let mut parcel = snoozed(20);
        let storage = Storage { until: day(2), then: Afterwards::SentBack };
        parcel.summary.storage = Some((storage, "nova-poshta".into()));
        assert_eq!(rest(&parcel, today()), SnoozeState::Asleep(day(20)));
        assert_eq!(rest(&parcel, day(1)), SnoozeState::Overruled(day(20)));
        assert_eq!(rest(&parcel, day(3)), SnoozeState::Asleep(day(20)));
    }

    #[test]
    fn what_is_finished_is_not_snoozed() {
        let mut parcel = snoozed(20);
        parcel.summary.state = Some(State::only(Status::Delivered));
        assert_eq!(rest(&parcel, today()), SnoozeState::Awake);
    }
}
