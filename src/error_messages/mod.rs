//! From an error to a sentence in the reader's language, for the screen, the background loop and the commands alike.
//!
//! An error travels as it is ([`Failure`]) to the place that shows it, and becomes an [`ErrorMessage`] there: one file
//! for each library's errors. Their `Display` is a short fact for the log.

mod any_error;
mod config_error;
mod error_message;
mod file_error;
mod number_error;
mod store_error;
mod terminal_error;

pub use any_error::Failure;
pub use error_message::{ErrorKind, ErrorMessage};
pub use file_error::{FileError, FileProblem, shown_path};
pub use number_error::number_error;
pub use terminal_error::EditorError;
