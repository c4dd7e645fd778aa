//! How long the shop still lets the buyer open a dispute.

use chrono::{Days, NaiveDate};

use crate::domain::Parcel;

/// So many days before the end, or fewer, everything else can wait.
pub const URGENT_DAYS: i64 = 5;

/// The shop's protection of a parcel, seen from today.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Protection {
    /// Its last day.
    pub until: NaiveDate,
    /// Days left: 0 on the last day, negative where it is over.
    pub days_left: i64,
    /// The last safe day to open a dispute: some days before the end, but never in the past; `None` where it is over.
    pub dispute_by: Option<NaiveDate>,
    /// Whether the parcel is expected only after it ends.
    pub too_short: bool,
}

impl Protection {
    /// Whether a dispute can still be opened.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.days_left >= 0
    }

    /// Whether it ends within [`URGENT_DAYS`].
    #[must_use]
    pub fn ends_soon(&self) -> bool {
        (0..=URGENT_DAYS).contains(&self.days_left)
    }
}

/// Whether a protection with that last day ends within [`URGENT_DAYS`].
#[must_use]
pub fn is_urgent(until: NaiveDate, today: NaiveDate) -> bool {
    (0..=URGENT_DAYS).contains(&(until - today).num_days())
}

/// Whether the protection of an unfinished parcel ends within [`URGENT_DAYS`].
#[must_use]
pub fn ends_soon(parcel: &Parcel, today: NaiveDate) -> bool {
    !parcel.is_finished() && protection(parcel, today, 0).is_some_and(|p| p.ends_soon())
}

/// The protection of a parcel, where it has one. `margin_days` are kept free before its end.
#[must_use]
pub fn protection(parcel: &Parcel, today: NaiveDate, margin_days: u32) -> Option<Protection> {
    Some(seen(parcel, parcel.protection()?.deadline.until, today, margin_days))
}

/// A protection, or what stands in for it, with that last day.
pub(crate) fn seen(parcel: &Parcel, until: NaiveDate, today: NaiveDate, margin_days: u32) -> Protection {
    let days_left = (until - today).num_days();
    let safe = until.checked_sub_days(Days::new(margin_days.into())).unwrap_or(until);
    let expected = parcel.summary.eta.as_ref().map(|(eta, _)| eta.to);
    Protection {
        until,
        days_left,
        dispute_by: (days_left >= 0).then(|| safe.max(today)),
        too_short: !parcel.is_finished() && days_left >= 0 && expected.is_some_and(|to| to > until),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::advice::test_parcels::{day, parcel, today};
    use crate::domain::{Deadline, Eta, State};

    fn ending(until: i64, margin: u32) -> Protection {
        let mut parcel = parcel("RB123456785CN", Some(State::UNDERWAY), 1);
        parcel.own_protection = Some(Deadline::told(day(until)));
        protection(&parcel, today(), margin).unwrap()
    }

    #[test]
    fn the_last_safe_day_is_some_days_before_the_end_and_never_in_the_past() {
        assert_eq!(ending(20, 2).dispute_by, Some(day(18)));
        assert_eq!(ending(1, 2).dispute_by, Some(today()));
        assert_eq!(ending(0, 2).dispute_by, Some(today()));
        assert_eq!(ending(20, 0).dispute_by, Some(day(20)));
        assert_eq!(ending(-1, 2).dispute_by, None);
    }

    #[test]
    fn the_last_five_days_are_the_end() {
        let soon: Vec<bool> = [-1, 0, 5, 6].map(|d| ending(d, 2).ends_soon()).to_vec();
        assert_eq!(soon, [false, true, true, false]);
        assert_eq!((ending(-1, 2).is_open(), ending(0, 2).is_open()), (false, true));
    }

    #[test]
    fn an_expectation_after_the_end_is_too_late() {
        let mut parcel = parcel("RB123456785CN", Some(State::UNDERWAY), 1);
        parcel.own_protection = Some(Deadline::told(day(10)));
        let mut short = |to| {
            parcel.summary.eta = Some((Eta { from: day(1), to: day(to) }, "cainiao".into()));
            protection(&parcel, today(), 2).unwrap().too_short
        };
        assert_eq!((short(10), short(11)), (false, true));
    }
}
