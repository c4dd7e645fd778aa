//! What commands print: standard output, tables, and domain values in words.

pub mod domain_text;
pub mod number_text;
pub(super) mod order_text;
pub mod stdout_abilities;
pub mod table;
pub(super) mod trouble_text;
pub mod unasked_text;
pub mod unchanged;
pub mod undone_text;
