//! The orders of the list, as they are named on the command line.

use clap::ValueEnum;

use crate::domain::Order;

/// By what the list is sorted.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, ValueEnum)]
pub enum SortKey {
    /// Stale first, then what needs something done, finished last
    #[default]
    Urgency,
    /// By title, or number where there is none
    Title,
    /// By number
    Number,
    /// By status, in the order of the way
    Status,
    /// The longest silent first
    Silent,
    /// The first expected first
    Eta,
    /// The first protection to end first
    Protection,
    /// The newest change first
    Changed,
    /// The newest parcel first
    Added,
}

impl From<SortKey> for Order {
    fn from(key: SortKey) -> Self {
        match key {
            SortKey::Urgency => Self::Urgency,
            SortKey::Title => Self::Title,
            SortKey::Number => Self::Number,
            SortKey::Status => Self::Status,
            SortKey::Silent => Self::Silent,
            SortKey::Eta => Self::Eta,
            SortKey::Protection => Self::Protection,
            SortKey::Changed => Self::Changed,
            SortKey::Added => Self::Added,
        }
    }
}
