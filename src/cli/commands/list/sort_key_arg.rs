//! The orders of the list, as they are named on the command line.

use clap::ValueEnum;

use crate::domain::SortKey;

/// By what the list is sorted.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, ValueEnum)]
pub enum SortBy {
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

impl From<SortBy> for SortKey {
    fn from(key: SortBy) -> Self {
        match key {
            SortBy::Urgency => Self::Urgency,
            SortBy::Title => Self::Title,
            SortBy::Number => Self::Number,
            SortBy::Status => Self::Status,
            SortBy::Silent => Self::Silent,
            SortBy::Eta => Self::Eta,
            SortBy::Protection => Self::Protection,
            SortBy::Changed => Self::Changed,
            SortBy::Added => Self::Added,
        }
    }
}
