//! `posylka undo`

use clap::Args;

use crate::cli::context::{CommandContext, CommandResult};
use crate::cli::error::CliError;
use crate::cli::exit_code::Exit;
use crate::cli::text_output::stdout_abilities::talk;
use crate::cli::text_output::undone_text::action;
use crate::t;

/// Take back the last add, edit, event, archive, restore, remove or import; `redo` makes it again
#[derive(Args, Debug)]
pub struct UndoArgs {}

/// Takes back the last change.
///
/// # Errors
/// There is nothing to take back, or the database fails.
pub fn run(_args: &UndoArgs, context: &CommandContext) -> CommandResult {
    let texts = &context.texts;
    let Some(undone) = context.open()?.undo(context.now())? else {
        return Err(CliError::failed(t!(texts, "error-undo-nothing"), t!(texts, "error-undo-nothing-hint")));
    };
    let what = t!(texts, "cli-undone", action = action(texts, &undone), name = undone.name.to_string());
    talk(&format!("{what} {}", t!(texts, "cli-undone-redo")));
    Ok(Exit::Done)
}
