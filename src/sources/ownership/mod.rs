//! Whose number it is: how a source relates to a number, and the tests of numbers that sources share.

pub(super) mod known_formats;
pub(super) mod rule;
pub(super) mod s10;
pub(super) mod shape;
