//! What is to be told of a row besides what was left out.

use crate::domain::CleanText;

/// Something that was read otherwise than it stands, or that is to be looked at.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Remark {
    /// What a spreadsheet did to a number was undone.
    Restored {
        /// As it stands.
        written: CleanText,
        /// As it was taken.
        taken: CleanText,
    },
    /// A track number that is none as it stands; it was taken.
    Mistyped {
        /// The number.
        number: CleanText,
        /// What it may have been meant as, the likeliest first.
        meant: Vec<CleanText>,
    },
}
