//! The store over real files: what goes in comes out, nothing is lost, nothing lands where it does not belong.

#![cfg(test)]

mod answers;
mod carry;
mod claims;
mod events;
mod first_rows;
mod forecasts;
mod handle;
mod history;
mod manual;
mod messages;
mod notices;
mod opening;
mod orders;
mod parcels;
mod processes;
mod properties;
mod recording;
mod silences;
mod spending;
mod support;
mod undo;
mod watched;
