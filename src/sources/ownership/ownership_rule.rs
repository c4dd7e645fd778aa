//! How a source relates to a number.

use crate::domain::TrackingNumber;

/// How a source relates to a number.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Ownership {
    /// It cannot answer for such a number.
    No,
    /// It may know the number.
    Possible,
    /// The number has this source's own format.
    Own,
}

/// Tells how a source relates to a number. A plain function for those that are built in; those of the user's own
/// look it up in what the configuration says.
pub type OwnershipRule = &'static (dyn Fn(&TrackingNumber) -> Ownership + Send + Sync);
