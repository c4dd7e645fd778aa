//! What a column of a table holds.

/// What a column holds.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Column {
    /// Track numbers.
    Number,
    /// The shop's number of the order.
    Order,
    /// What was bought.
    Title,
    /// The shop.
    Shop,
    /// When it was ordered or paid.
    Ordered,
    /// When it was sent off.
    Shipped,
    /// When it was confirmed.
    Received,
    /// Until when a dispute can be opened.
    Protected,
    /// The preset that this end was counted by.
    Preset,
    /// A note.
    Note,
    /// Tags.
    Tags,
    /// How far the order is.
    Status,
}

impl Column {
    /// All of them.
    pub const ALL: [Self; 12] = [
        Self::Number,
        Self::Order,
        Self::Title,
        Self::Shop,
        Self::Ordered,
        Self::Shipped,
        Self::Received,
        Self::Protected,
        Self::Preset,
        Self::Note,
        Self::Tags,
        Self::Status,
    ];

    /// Whether its cells are days.
    pub(in crate::import) fn is_day(self) -> bool {
        matches!(self, Self::Ordered | Self::Shipped | Self::Received | Self::Protected)
    }
}
