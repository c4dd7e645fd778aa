//! Whose number it is: how a source relates to a number, and the tests of numbers that sources share.

pub(super) mod known_formats;
pub(super) mod number_shape;
pub(super) mod ownership_rule;
pub(super) mod s10_eligibility;
#[cfg(test)]
mod table_tests;
