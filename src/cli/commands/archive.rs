//! `posylka archive`, `restore`, `remove` and `undo`.

use std::io::{BufRead, IsTerminal};

use crate::cli::args::{Keys, RemoveArgs};
use crate::cli::context::{CommandContext, CommandResult};
use crate::cli::error::CliError;
use crate::cli::exit_code::Exit;
use crate::cli::text_output::stdout::talk;
use crate::domain::Parcel;
use crate::store::JournalAction;
use crate::t;

/// Puts parcels away.
///
/// # Errors
/// A parcel is unknown, or the database fails.
pub fn archive(args: &Keys, context: &CommandContext) -> CommandResult {
    let mut db = context.open()?;
    for parcel in context.find_all(&db, &args.keys)? {
        let done = db.archive(parcel.id, context.now())?;
        tell_same(done, &parcel, context);
    }
    Ok(Exit::Done)
}

/// Takes parcels back from the archive.
///
/// # Errors
/// A parcel is unknown, or the database fails.
pub fn restore(args: &Keys, context: &CommandContext) -> CommandResult {
    let mut db = context.open()?;
    for parcel in context.find_all(&db, &args.keys)? {
        let done = db.restore(parcel.id, context.now())?;
        tell_same(done, &parcel, context);
    }
    Ok(Exit::Done)
}

/// Removes parcels, after asking where there is somebody to ask.
///
/// # Errors
/// A parcel is unknown, or the database fails.
pub fn remove(args: &RemoveArgs, context: &CommandContext) -> CommandResult {
    let mut db = context.open()?;
    let parcels = context.find_all(&db, &args.keys.keys)?;
    if !args.yes && !agreed(&parcels, context) {
        return Err(CliError::failed(t!(context.texts, "error-kept"), t!(context.texts, "error-kept-hint")));
    }
    for parcel in &parcels {
        db.remove(parcel.id, context.now())?;
    }
    talk(&t!(context.texts, "cli-removed", count = parcels.len()));
    Ok(Exit::Done)
}

fn agreed(parcels: &[Parcel], context: &CommandContext) -> bool {
    // Without a terminal there is nobody to ask, and what is removed can be taken back.
    if !std::io::stdin().is_terminal() {
        return true;
    }
    let names = parcels.iter().map(Parcel::name).collect::<Vec<_>>().join(", ");
    talk(&t!(context.texts, "cli-remove-question", names = names));
    let mut answer = String::new();
    let read = std::io::stdin().lock().read_line(&mut answer);
    read.is_ok() && matches!(answer.trim().to_lowercase().as_str(), "y" | "yes" | "д" | "да")
}

/// Takes back the last change.
///
/// # Errors
/// There is nothing to take back, or the database fails.
pub fn undo(context: &CommandContext) -> CommandResult {
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

fn tell_same(done: bool, parcel: &Parcel, context: &CommandContext) {
    if !done {
        talk(&t!(context.texts, "cli-edit-same", name = parcel.name()));
    }
}
