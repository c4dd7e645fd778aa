//! `posylka undo`

use clap::Args;

use crate::cli::context::{CommandContext, CommandResult};
use crate::cli::error::CliError;
use crate::cli::exit_code::Exit;
use crate::cli::text_output::stdout_abilities::talk;
use crate::store::JournalAction;
use crate::t;

/// Take back the last add, edit, event, archive, restore, remove or import
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
    let action = match undone.action {
        JournalAction::Add => t!(texts, "cli-undone-add"),
        JournalAction::Edit => t!(texts, "cli-undone-edit"),
        JournalAction::Archive => t!(texts, "cli-undone-archive"),
        JournalAction::Restore => t!(texts, "cli-undone-restore"),
        JournalAction::Remove => t!(texts, "cli-undone-remove"),
        JournalAction::Import => t!(texts, "cli-undone-import", count = undone.parcels),
    };
    talk(&t!(texts, "cli-undone", action = action, name = undone.name.to_string()));
    Ok(Exit::Done)
}
