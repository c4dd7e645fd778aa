//! Everything out, and in again: the formats of `posylka export`, and reading back the one that holds everything.
//!
//! Imports `domain`, `store` and `texts`.

pub mod calendar;
pub mod json;
pub mod parcels_csv;
