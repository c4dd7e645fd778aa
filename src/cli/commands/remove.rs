//! `posylka remove`

use std::io::{BufRead, IsTerminal};

use clap::Args;

use crate::cli::context::{CommandContext, CommandResult};
use crate::cli::error::CliError;
use crate::cli::exit_code::Exit;
use crate::cli::text_output::stdout::talk;
use crate::domain::Parcel;
use crate::t;

/// Remove parcels; `posylka undo` brings the last one back
#[derive(Args, Debug)]
pub struct RemoveArgs {
    /// Track numbers or parcels' ids
    #[arg(required = true, value_name = "NUMBER|ID")]
    pub keys: Vec<String>,
    /// Do not ask
    #[arg(long, short)]
    pub yes: bool,
}

/// Removes parcels, after asking where there is somebody to ask.
///
/// # Errors
/// A parcel is unknown, or the database fails.
pub fn run(args: &RemoveArgs, context: &CommandContext) -> CommandResult {
    let mut db = context.open()?;
    let parcels = context.find_all(&db, &args.keys)?;
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
