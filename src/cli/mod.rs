//! The commands without a screen: standard output is data, standard error is talk, and the exit code tells how it
//! went ([`Exit`]).
//!
//! Imports `domain`, `sources`, `store`, `sync`, `texts`, `config`, `barcode`, `evidence`, `export` and `intake`; knows
//! nothing of the screen.

pub mod add;
pub mod args;
pub mod away;
pub mod barcode;
pub mod context;
mod dates;
pub mod doctor;
pub mod edit;
pub mod errors;
pub mod event;
pub mod evidence;
pub mod exit;
pub mod export;
pub mod file;
pub mod filter;
pub mod identify;
pub mod import;
pub mod input;
pub mod json;
pub mod list;
pub mod log;
pub mod manual;
pub mod message;
pub mod mistakes;
pub mod numbers;
mod orders;
pub mod output;
pub mod pack;
pub mod run;
pub mod show;
pub mod sort;
pub mod sources;
pub mod sync;
pub mod table;
pub mod troubles;
pub mod words;

pub use args::{Cli, Command};
pub use context::Context;
pub use errors::CliError;
pub use exit::Exit;
