//! The commands as a script meets them: the real program, a real database, a source on loopback.

#![cfg(test)]

mod carrier;
mod commands_doc;
mod config;
mod database_errors;
mod docs;
mod evidence;
mod export;
mod help;
mod identify;
mod importing;
mod json;
mod message;
mod orders;
mod outside;
mod parcels;
mod patience;
mod safety;
#[path = "../common/store_errors.rs"]
mod store_errors;
mod sync;
mod terminal;
mod test_home;
