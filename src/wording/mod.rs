//! Domain values in the reader's language, for the screen and for the commands alike.

pub mod advice;
mod advice_doc_tables;
pub mod forecast;
pub mod message;
mod message_doc_table;
pub mod notice;
pub mod order;
pub mod trouble;

pub use advice_doc_tables::advice_document;
pub use message_doc_table::message_document;
