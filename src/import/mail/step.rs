//! The steps of an order that a mail can tell of.

/// A step; of several that are told of in one place the greatest counts.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub(super) enum Step {
    /// Money was returned.
    Refunded,
    /// It was placed or paid.
    Placed,
    /// "Order received": by the shop, or by the buyer where the shop waits for the buyer's word.
    OrderReceived,
    /// It is being packed.
    Preparing,
    /// It is on its way, since when is not said.
    Transit,
    /// It was sent off.
    Shipped,
    /// A step behind that, up to the delivery.
    Later,
    /// The order is completed.
    Completed,
    /// The buyer is asked for something.
    Asked,
    /// The buyer confirmed that it has come.
    Received,
    /// It was cancelled.
    Cancelled,
}

/// Whether a step has been taken.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Mood {
    /// It has been taken, and the mail tells of it as news.
    Now,
    /// It has been taken at another time.
    Elsewhen,
    /// It has not, or nobody says so: denied, to come, asked for, a condition, a question, a quotation.
    Void,
}
