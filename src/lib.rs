//! posylka: a parcel tracker for the terminal.
//!
//! The folders are rooms with one job each, and arrows between them go one way; `tests/architecture/`
//! holds them. `docs/architecture.md` is the map.

pub mod app;
pub mod barcode;
pub mod cli;
pub mod config;
pub mod demo;
pub mod domain;
pub mod error_messages;
pub mod evidence;
pub mod export;
pub mod import;
pub mod json;
pub mod notify;
pub mod sources;
pub mod store;
pub mod sync;
pub mod terminal;
pub mod texts;
pub mod themes;
pub mod ui;
pub mod use_cases;
pub mod wording;
