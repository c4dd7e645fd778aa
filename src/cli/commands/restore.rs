//! `posylka restore`

use clap::Args;

use crate::cli::context::{CommandContext, CommandResult};
use crate::cli::exit_code::Exit;
use crate::cli::text_output::unchanged;

/// Take parcels back from the archive
#[derive(Args, Debug)]
pub struct RestoreArgs {
    /// Track numbers or parcels' ids
    #[arg(required = true, value_name = "NUMBER|ID")]
    pub keys: Vec<String>,
}

/// Takes parcels back from the archive.
///
/// # Errors
/// A parcel is unknown, or the database fails.
pub fn run(args: &RestoreArgs, context: &CommandContext) -> CommandResult {
    let mut db = context.open()?;
    for parcel in context.find_all(&db, &args.keys)? {
        if !db.restore(parcel.id, context.now())? {
            unchanged::report(&parcel, context);
        }
    }
    Ok(Exit::Done)
}
