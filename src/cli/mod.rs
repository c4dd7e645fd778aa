//! The commands: arguments, help and run, without a screen.
//!
//! Standard output is data, standard error is for the person, and the exit code ([`Exit`]) tells how it went.
//!
//! Knows nothing of the screen.

mod command_line;
pub mod commands;
pub mod context;
pub mod dispatch;
pub mod error;
pub mod exit_code;
pub mod help;
mod inputs;
pub mod log_file;
mod terminal_notices;
mod text_output;

pub use command_line::Cli;
pub use commands::{Command, ConfiguredCommand};
pub use context::CommandContext;
pub use error::CliError;
pub use exit_code::Exit;
