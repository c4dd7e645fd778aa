//! A parcel that the user adds.

use super::{CleanText, Deadline, Order, SourceId, TrackingNumber};

/// A parcel to be added: at least one number or order, and whatever else the user says of it.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct NewParcel {
    /// Its numbers, the one to show first; empty while the shop has named none.
    pub numbers: Vec<TrackingNumber>,
    /// The user's name for it.
    pub title: Option<CleanText>,
    /// The shop's orders in it.
    pub orders: Vec<Order>,
    /// The shop.
    pub shop: Option<CleanText>,
    /// The user's note.
    pub note: Option<CleanText>,
    /// The user's tags.
    pub tags: Vec<CleanText>,
    /// Until when the shop lets the buyer open a dispute.
    pub protection: Option<Deadline>,
    /// The sources that alone are asked; empty: all that can answer.
    pub pinned: Vec<SourceId>,
}

impl NewParcel {
    /// What was asked to be added: the first number, or else the first order that has one.
    #[must_use]
    pub fn number_or_order(&self) -> Option<CleanText> {
        let number = self.numbers.first().map(|number| CleanText::line(number.as_str()));
        number.or_else(|| self.orders.iter().find_map(|order| order.code.clone()))
    }
}
