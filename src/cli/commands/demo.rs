//! `posylka demo`: the screen, which the program itself opens.

use clap::Args;

use crate::cli::context::{CommandContext, CommandResult};
use crate::cli::error::CliError;
use crate::t;

/// Open the screen on a throw-away database that shows every state; no network
#[derive(Args, Debug)]
pub struct DemoArgs {}

/// There is no terminal to show the screen on.
///
/// # Errors
/// Always: the sentence names the command to use instead.
pub fn without_screen(context: &CommandContext) -> CommandResult {
    let texts = &context.texts;
    Err(CliError::failed(t!(texts, "error-no-screen"), t!(texts, "error-no-screen-hint")))
}
