//! The screen: keystrokes in, state, effects and cells out.

#![cfg(test)]

mod dialogs;
mod documents;
mod filtering;
mod letters;
mod moving;
mod orders;
mod pictures;
mod results;
mod storms;
mod world;
