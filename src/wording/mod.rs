//! Domain values in the reader's language, for the screen and for the commands alike.

pub mod advice;
mod advice_document;
pub mod message;
mod message_document;
pub mod order;

pub use advice_document::advice_document;
pub use message_document::message_document;
