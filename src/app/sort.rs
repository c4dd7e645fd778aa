//! The order of the list, as the key steps through it.

use crate::domain::Order;

/// Every order that the screen offers.
pub const ORDERS: [Order; 8] = [
    Order::Urgency,
    Order::Title,
    Order::Status,
    Order::Silent,
    Order::Eta,
    Order::Protection,
    Order::Changed,
    Order::Added,
];

/// The order after this one.
#[must_use]
pub fn next(order: Order) -> Order {
    let at = ORDERS.iter().position(|o| *o == order).unwrap_or_default();
    ORDERS[(at + 1) % ORDERS.len()]
}
