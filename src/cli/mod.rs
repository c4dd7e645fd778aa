//! The commands without a screen: standard output is data, standard error is talk, and the exit code tells how it
//! went ([`Exit`]).
//!
//! Knows nothing of the screen.

mod command_line;
pub mod commands;
pub mod context;
pub mod dispatch;
pub mod error;
pub mod exit_code;
mod inputs;
pub mod log_file;
mod text_output;

pub use command_line::Cli;
pub use commands::{Command, ConfiguredCommand};
pub use context::CommandContext;
pub use error::CliError;
pub use exit_code::Exit;
