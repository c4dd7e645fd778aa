//! One file a command: what it does, from checked arguments to its output.

pub mod add;
pub mod archive;
pub mod barcode;
pub mod doctor;
pub mod edit;
pub mod event;
pub mod evidence;
pub mod export;
pub mod identify;
pub mod import;
pub mod list;
pub mod man_and_completions;
pub mod message;
pub mod show;
pub mod sources;
pub mod sync;
