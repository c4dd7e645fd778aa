//! `posylka tag`

use clap::Args;

use crate::cli::context::{CommandContext, CommandResult};
use crate::cli::exit_code::Exit;
use crate::cli::inputs::text_args::{lines, refuse_too_long};
use crate::cli::text_output::stdout_abilities::Output;
use crate::cli::text_output::unchanged;
use crate::domain::ParcelEdit;

/// Tag a parcel
#[derive(Args, Debug)]
pub struct TagArgs {
    /// A track number or a parcel's id
    #[arg(value_name = "NUMBER|ID")]
    pub key: String,
    /// The tags; none: print them
    #[arg(value_name = "TAG")]
    pub tags: Vec<String>,
    /// Take the tags away
    #[arg(long, requires = "tags")]
    pub remove: bool,
}

/// Prints, adds or takes away tags.
///
/// # Errors
/// There is no such parcel, or the database fails.
pub fn run(args: &TagArgs, context: &CommandContext, out: &mut Output) -> CommandResult {
    let mut db = context.open_to_read()?;
    let parcel = context.find(&db, &args.key)?;
    refuse_too_long(&args.tags, context)?;
    let tags = lines(&args.tags);
    if tags.is_empty() {
        parcel.tags.iter().try_for_each(|tag| out.line(tag))?;
        return Ok(Exit::Done);
    }
    let edit = if args.remove {
        ParcelEdit { remove_tags: tags, ..ParcelEdit::default() }
    } else {
        ParcelEdit { add_tags: tags, ..ParcelEdit::default() }
    };
    if !db.edit(parcel.id, &edit, context.now())? {
        unchanged::report(&parcel, context);
    }
    Ok(Exit::Done)
}
