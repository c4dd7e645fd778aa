//! Errors as sentences in the reader's language.

pub mod config_error;
pub mod store_error;
