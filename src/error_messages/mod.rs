//! From an error to a sentence in the reader's language, for the screen, the background loop and the commands alike.
//!
//! An error travels as it is ([`Failure`]) to the place that shows it, and becomes an [`ErrorMessage`] there: one file
//! for each library's errors. Their `Display` is a short fact for the log.

mod config_error;
mod failure;
mod file_error;
mod message;
mod number_error;
mod screen_error;
mod store_error;

pub use failure::Failure;
pub use file_error::{FileError, FileProblem, shown_path};
pub use message::{ErrorKind, ErrorMessage};
pub use number_error::number_error;
pub use screen_error::EditorError;
