//! Writes everything that is stored, as JSON, table or calendar, and reads the JSON back.

pub mod calendar;
pub mod json;
pub mod parcels_csv;
