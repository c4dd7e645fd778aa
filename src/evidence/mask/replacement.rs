//! What a masked value becomes.

/// What stands in place of a value.
pub(super) const MASK: &str = "***";
