//! `posylka remove`

use clap::Args;

use crate::cli::context::{CommandContext, CommandResult};
use crate::cli::error::CliError;
use crate::cli::exit_code::Exit;
use crate::cli::inputs::confirm;
use crate::cli::text_output::stdout_abilities::talk;
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

/// Removes parcels; on a terminal it asks first.
///
/// # Errors
/// A parcel is unknown, or the database fails.
pub fn run(args: &RemoveArgs, context: &CommandContext) -> CommandResult {
    let mut db = context.open()?;
    let parcels = context.find_all(&db, &args.keys)?;
    if !args.yes && !confirmed(&parcels, context) {
        return Err(CliError::failed(t!(context.texts, "error-kept"), t!(context.texts, "error-kept-hint")));
    }
    for parcel in &parcels {
        db.remove(parcel.id, context.now())?;
    }
    talk(&t!(context.texts, "cli-removed", count = parcels.len()));
    Ok(Exit::Done)
}

/// Asks on the terminal. Without one there is no question: what is removed can be taken back.
fn confirmed(parcels: &[Parcel], context: &CommandContext) -> bool {
    let names = parcels.iter().map(Parcel::name).collect::<Vec<_>>().join(", ");
    confirm::unless_refused(&t!(context.texts, "cli-remove-question", names = names))
}
