//! `posylka redo`

use clap::Args;

use crate::cli::context::{CommandContext, CommandResult};
use crate::cli::error::CliError;
use crate::cli::exit_code::Exit;
use crate::cli::text_output::stdout_abilities::talk;
use crate::cli::text_output::undone_text::action;
use crate::t;

/// Make again what `undo` took back last, unless something else was done since
#[derive(Args, Debug)]
pub struct RedoArgs {}

/// Makes again what was taken back last.
///
/// # Errors
/// There is nothing to make again, or the database fails.
pub fn run(_args: &RedoArgs, context: &CommandContext) -> CommandResult {
    let texts = &context.texts;
    let Some(redone) = context.open()?.redo(context.now())? else {
        return Err(CliError::failed(t!(texts, "error-redo-nothing"), t!(texts, "error-redo-nothing-hint")));
    };
    talk(&t!(texts, "cli-redone", action = action(texts, &redone), name = redone.name.to_string()));
    Ok(Exit::Done)
}
