//! What the command line says of itself: help and mistakes in the reader's language, and manual pages.

pub mod manual;
mod reader_language;
pub mod translate;
pub mod usage_error;

pub use reader_language::reader_language;
