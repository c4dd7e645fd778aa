//! How long after a delivery, or after the user confirmed it, a dispute can still be opened.

use chrono::{Days, NaiveDate};

use crate::domain::{Parcel, Status};

/// The days after a delivery: a setting of the user's, not a word of the shop's.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct DisputeWindow {
    /// Since when it runs.
    pub since: NaiveDate,
    /// Its last day.
    pub until: NaiveDate,
    /// Whether it runs since the user confirmed the order, not since the delivery.
    pub confirmed: bool,
    /// Whether its last day is over.
    pub over: bool,
}

/// The window of a parcel that was bought and has come, as far as it is known when; `days` is how long it is.
#[must_use]
pub fn window(parcel: &Parcel, today: NaiveDate, days: u32) -> Option<DisputeWindow> {
    if parcel.shop.is_none() && parcel.orders.is_empty() && parcel.own_protection.is_none() {
        return None;
    }
    let confirmed = parcel.received_on();
    let since = confirmed.or_else(|| delivered_on(parcel))?;
    let until = since.checked_add_days(Days::new(days.into()))?;
    Some(DisputeWindow { since, until, confirmed: confirmed.is_some(), over: until < today })
}

/// The date of the delivery as it was said; `None` where the newest event tells something else.
fn delivered_on(parcel: &Parcel) -> Option<NaiveDate> {
    let delivered = |state: Option<crate::domain::State>| state.is_some_and(|s| s.status == Status::Delivered);
    let event = parcel.summary.last_event.as_ref().filter(|event| delivered(event.state))?;
    event.time.filter(|_| delivered(parcel.summary.state)).map(|time| time.date())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::advice::test_parcels::{day, parcel, today};
    use crate::domain::{CleanText, Order, State};

    fn delivered(days_ago: u32) -> Parcel {
        let state = Some(State::only(Status::Delivered));
        let mut parcel = parcel("RB123456785CN", state, days_ago);
        parcel.summary.last_event.as_mut().unwrap().state = state;
        parcel.shop = Some(CleanText::line("AliExpress"));
        parcel
    }

    #[test]
    fn it_runs_from_the_delivery_or_from_the_confirmation() {
        let seen = |parcel: &Parcel| window(parcel, today(), 15).map(|w| (w.since, w.until, w.confirmed, w.over));
        assert_eq!(seen(&delivered(3)), Some((day(-3), day(12), false, false)));
        assert_eq!(seen(&delivered(15)), Some((day(-15), day(0), false, false)));
        assert_eq!(seen(&delivered(16)), Some((day(-16), day(-1), false, true)));
        let mut confirmed = delivered(10);
        confirmed.orders = vec![Order { received_on: Some(day(-2)), ..Order::default() }];
        assert_eq!(seen(&confirmed), Some((day(-2), day(13), true, false)));
    }

    #[test]
    fn what_was_not_bought_or_has_not_come_has_none() {
        let mut gift = delivered(3);
        gift.shop = None;
        assert_eq!(window(&gift, today(), 15), None);
        let mut later = delivered(3);
        later.summary.last_event.as_mut().unwrap().state = Some(State::UNDERWAY);
        assert_eq!(window(&later, today(), 15), None, "when it was delivered is not known");
    }
}
