//! Where the rules of a format are taken from.

/// Rules and numbers of `jkeen/tracking_number_data`.
pub(super) const TRACKING_NUMBER_DATA: &str = "jkeen/tracking_number_data";
/// Shapes seen in public code.
pub(super) const PUBLIC_CODE: &str = "public code";
