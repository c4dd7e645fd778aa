//! The screen: keystrokes in, state, effects and cells out.

#![cfg(test)]

mod colours;
mod dialogs;
mod documents;
mod failures;
mod filtering;
mod keyboards;
mod letters;
mod moving;
mod news;
mod orders;
mod pictures;
mod redraw;
mod results;
mod sizes;
#[path = "../common/store_errors.rs"]
mod store_errors;
mod storms;
mod wide_letters;
mod world;
