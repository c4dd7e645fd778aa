//! What commands read: numbers, dates, texts, languages, standard input.

pub(super) mod confirm;
pub(super) mod date_args;
pub mod global_args;
pub mod language_arg;
pub(super) mod number_arg;
pub mod stdin;
pub(super) mod text_args;
