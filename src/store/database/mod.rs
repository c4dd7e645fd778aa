//! The database file: opening, upgrading, the writer thread, columns and errors.

pub(super) mod column_values;
pub(super) mod data_dir;
pub(super) mod error;
pub(super) mod json_columns;
pub(super) mod migrations;
pub(super) mod open;
mod open_read_only;
pub(super) mod unreadable;
pub(super) mod writer_thread;
