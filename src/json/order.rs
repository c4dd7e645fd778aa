//! The orders in a parcel, and how long they are protected, in JSON.

use serde::Serialize;

use super::day;
use crate::domain::advice::{AdviceContext, window};
use crate::domain::protection_left::protection;
use crate::domain::{Deadline, Order, Parcel};

/// What is known of an order.
#[derive(Serialize, Debug)]
pub struct OrderJson {
    /// The shop's number for it.
    pub code: Option<String>,
    /// The shop.
    pub shop: Option<String>,
    /// What was bought.
    pub title: Option<String>,
    /// When it was ordered.
    pub ordered_on: Option<String>,
    /// When the shop sent it off.
    pub shipped_on: Option<String>,
    /// When the user confirmed that it has come.
    pub received_on: Option<String>,
    /// By when the shop expects it to be there.
    pub expected_on: Option<String>,
    /// The last day to open a dispute over it.
    pub protected_until: Option<String>,
    /// The preset that this day was counted by.
    pub preset: Option<String>,
}

/// How long a dispute can be opened.
#[derive(Serialize, Debug)]
pub struct ProtectionJson {
    /// The last day.
    pub until: String,
    /// The preset that it was counted by.
    pub preset: Option<String>,
    /// The order that it is said of.
    pub order: Option<String>,
    /// Days left; negative where it is over.
    pub days_left: i64,
    /// The last safe day to open one.
    pub dispute_by: Option<String>,
    /// Expected only after it ends.
    pub too_short: bool,
}

/// How long after a delivery a dispute can be opened.
#[derive(Serialize, Debug)]
pub struct WindowJson {
    /// Since when.
    pub since: String,
    /// The last day.
    pub until: String,
    /// Since the user confirmed it, not since the delivery.
    pub confirmed: bool,
}

impl OrderJson {
    /// The order.
    #[must_use]
    pub fn of(order: &Order) -> Self {
        let text = |text: &Option<crate::domain::CleanText>| text.as_ref().map(ToString::to_string);
        let (until, preset) = Deadline::parts(order.protection.as_ref());
        Self {
            code: text(&order.code),
            shop: text(&order.shop),
            title: text(&order.title),
            ordered_on: order.ordered_on.map(day),
            shipped_on: order.shipped_on.map(day),
            received_on: order.received_on.map(day),
            expected_on: order.expected_on.map(day),
            protected_until: until.map(day),
            preset: preset.map(ToString::to_string),
        }
    }
}

impl ProtectionJson {
    /// The protection of a parcel that ends first.
    #[must_use]
    pub fn of(parcel: &Parcel, context: &AdviceContext) -> Option<Self> {
        let guard = parcel.protection()?;
        let seen = protection(parcel, context.today(), context.rules.dispute_margin_days)?;
        Some(Self {
            until: day(seen.until),
            preset: guard.deadline.preset.as_ref().map(ToString::to_string),
            order: guard.order.and_then(|order| order.code.as_ref()).map(ToString::to_string),
            days_left: seen.days_left,
            dispute_by: seen.dispute_by.map(day),
            too_short: seen.too_short,
        })
    }
}

impl WindowJson {
    /// The days after the delivery of a parcel.
    #[must_use]
    pub fn of(parcel: &Parcel, context: &AdviceContext) -> Option<Self> {
        let window = window(parcel, context.today(), context.rules.after_delivery_days)?;
        Some(Self { since: day(window.since), until: day(window.until), confirmed: window.confirmed })
    }
}
