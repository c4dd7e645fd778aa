//! An order in words: its number, what was bought, and its days.

use chrono::NaiveDate;

use crate::domain::{Order, Parcel};
use crate::t;
use crate::texts::Texts;

/// What is known of an order besides its number. What was bought is not said where the parcel is called so. `date`
/// writes a day as the reader is used to.
#[must_use]
pub fn told(texts: &Texts, order: &Order, parcel: &Parcel, date: impl Fn(NaiveDate) -> String) -> Vec<String> {
    let title = order.title.as_ref().filter(|title| parcel.title.as_ref() != Some(title));
    let days = [
        order.ordered_on.map(|day| t!(texts, "order-ordered", date = date(day))),
        order.shipped_on.map(|day| t!(texts, "order-shipped", date = date(day))),
        order.expected_on.map(|day| t!(texts, "order-expected", date = date(day))),
        order.received_on.map(|day| t!(texts, "order-received", date = date(day))),
    ];
    title.map(ToString::to_string).into_iter().chain(days.into_iter().flatten()).collect()
}

/// The same behind its number.
#[must_use]
pub fn line(texts: &Texts, order: &Order, parcel: &Parcel, date: impl Fn(NaiveDate) -> String) -> String {
    let code = order.code.as_ref().map_or_else(|| t!(texts, "order-no-code"), ToString::to_string);
    [vec![code], told(texts, order, parcel, date)].concat().join(", ")
}
