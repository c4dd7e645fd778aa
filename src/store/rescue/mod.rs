//! When the file is not as it was written, or is to be kept safe: what cannot be read, copies, and getting out what is left.

mod backup;
mod btree_page;
mod column_kind;
mod found_rows;
mod loose_ends;
pub(super) mod page_file;
mod record_format;
pub(super) mod salvage;
mod set_aside;
mod table_shape;
pub(super) mod unreadable_values;
