//! `posylka archive`

use clap::Args;

use crate::cli::context::{CommandContext, CommandResult};
use crate::cli::exit_code::Exit;
use crate::cli::text_output::unchanged;

/// Put parcels away
#[derive(Args, Debug)]
pub struct ArchiveArgs {
    /// Track numbers or parcels' ids
    #[arg(required = true, value_name = "NUMBER|ID")]
    pub keys: Vec<String>,
}

/// Archives parcels.
///
/// # Errors
/// A parcel is unknown, or the database fails.
pub fn run(args: &ArchiveArgs, context: &CommandContext) -> CommandResult {
    let mut db = context.open()?;
    for parcel in context.find_all(&db, &args.keys)? {
        if !db.archive(parcel.id, context.now())? {
            unchanged::report(&parcel, context);
        }
    }
    Ok(Exit::Done)
}
