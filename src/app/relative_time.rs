//! How long ago something was, as coarse as it is shown, and when that changes.
//!
//! Minutes go by fives: a text that is one minute more exact costs a line on the wire every minute.

use chrono::{DateTime, TimeDelta, Utc};

/// A length of time as it is shown.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Age {
    /// Less than five minutes.
    Now,
    /// Minutes, a multiple of five.
    Minutes(i64),
    /// Full hours.
    Hours(i64),
    /// Full days.
    Days(i64),
}

const STEP: i64 = 5;

/// How long ago `then` was. The future counts as now.
#[must_use]
pub fn since(then: DateTime<Utc>, now: DateTime<Utc>) -> Age {
    let minutes = (now - then).num_minutes();
    match minutes {
        ..STEP => Age::Now,
        STEP..60 => Age::Minutes(minutes / STEP * STEP),
        60..1440 => Age::Hours(minutes / 60),
        _ => Age::Days(minutes / 1440),
    }
}

/// How long until `then`, rounded up. The past counts as now.
#[must_use]
pub fn until(then: DateTime<Utc>, now: DateTime<Utc>) -> Age {
    let seconds = (then - now).num_seconds();
    let minutes = (seconds + 59).div_euclid(60);
    match minutes {
        ..=0 => Age::Now,
        1..=60 => Age::Minutes((minutes + STEP - 1) / STEP * STEP),
        61..=1440 => Age::Hours((minutes + 59) / 60),
        _ => Age::Days((minutes + 1439) / 1440),
    }
}

/// When [`since`] gives another answer.
#[must_use]
pub fn since_changes(then: DateTime<Utc>, now: DateTime<Utc>) -> DateTime<Utc> {
    let step = match since(then, now) {
        Age::Now if now < then => return later(then, TimeDelta::minutes(STEP)),
        Age::Now | Age::Minutes(_) => TimeDelta::minutes(STEP),
        Age::Hours(_) => TimeDelta::hours(1),
        Age::Days(_) => TimeDelta::days(1),
    };
    let steps = (now - then).num_seconds() / step.num_seconds() + 1;
    later(then, TimeDelta::seconds(steps * step.num_seconds()))
}

/// A sum that stops at the end of time: an event may claim any year.
pub(super) fn later(then: DateTime<Utc>, by: TimeDelta) -> DateTime<Utc> {
    then.checked_add_signed(by).unwrap_or(DateTime::<Utc>::MAX_UTC)
}

/// When [`until`] gives another answer; `None` once `then` has passed.
#[must_use]
pub fn until_changes(then: DateTime<Utc>, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
    let step = match until(then, now) {
        Age::Now => return None,
        Age::Minutes(_) => TimeDelta::minutes(STEP),
        Age::Hours(_) => TimeDelta::hours(1),
        Age::Days(_) => TimeDelta::days(1),
    };
    let left = (then - now).num_seconds();
    let steps = (left - 1).div_euclid(step.num_seconds());
    Some(then - TimeDelta::seconds(steps * step.num_seconds()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn at(seconds: i64) -> DateTime<Utc> {
        DateTime::from_timestamp(1_700_000_000 + seconds, 0).unwrap()
    }

    #[test]
    fn ages_are_coarse() {
        assert_eq!(since(at(0), at(299)), Age::Now);
        assert_eq!(since(at(0), at(-99)), Age::Now);
        assert_eq!(since(at(0), at(14 * 60)), Age::Minutes(10));
        assert_eq!(since(at(0), at(86_399)), Age::Hours(23));
        assert_eq!(since(at(0), at(86_400)), Age::Days(1));
        assert_eq!(until(at(41 * 60), at(0)), Age::Minutes(45));
        assert_eq!(until(at(0), at(1)), Age::Now);
    }

    proptest! {
        #[test]
        fn an_age_stays_until_the_moment_it_is_said_to_change(then in -9_000_000_i64..9_000_000) {
            let (then, now) = (at(then), at(0));
            let change = since_changes(then, now);
            prop_assert!(change > now);
            prop_assert_ne!(since(then, change), since(then, now));
            prop_assert_eq!(since(then, change - TimeDelta::seconds(1)), since(then, now));
        }

        #[test]
        fn a_countdown_changes_in_the_future(then in -9_000_000_i64..9_000_000) {
            let (then, now) = (at(then), at(0));
            match until_changes(then, now) {
                None => prop_assert_eq!(until(then, now), Age::Now),
                Some(change) => {
                    prop_assert!(change > now);
                    prop_assert_eq!(until(then, change - TimeDelta::seconds(1)), until(then, now));
                }
            }
        }
    }
}
