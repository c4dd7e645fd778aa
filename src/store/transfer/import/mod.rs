//! Taking exported items into a database.

pub(super) mod parcel_values;
pub(super) mod parcels;
pub(super) mod parse_values;
pub(super) mod source_reports;
pub(super) mod take_items;
