//! What commands read: standard input, dates, filters, sort orders.

pub(super) mod date_args;
pub mod parcel_filter;
pub mod sort_key_arg;
pub mod stdin;
