//! `posylka edit`: what the user knows of a parcel.

mod args;
mod checked_edit;

use crate::cli::context::{CommandContext, CommandResult};
use crate::cli::error::CliError;
use crate::cli::exit_code::Exit;
use crate::cli::text_output::stdout_abilities::talk;
use crate::cli::text_output::{domain_text, unchanged};
use crate::domain::{Change, Deadline, Parcel, ParcelEdit};
use crate::store::Database;
use crate::t;
pub use args::EditArgs;

/// Changes a parcel.
///
/// # Errors
/// There is no such parcel, a date or a source is wrong, nothing is to be changed; the database fails.
pub fn run(args: &EditArgs, context: &CommandContext) -> CommandResult {
    if *args == (EditArgs { key: args.key.clone(), ..EditArgs::default() }) {
        let texts = &context.texts;
        return Err(CliError::usage(t!(texts, "error-edit-nothing"), t!(texts, "error-edit-nothing-hint")));
    }
    let mut db = context.open()?;
    let parcel = context.find(&db, &args.key)?;
    let edit = checked_edit::check(args, &parcel, context)?;
    if !db.edit(parcel.id, &edit, context.now())? {
        unchanged::report(&parcel, context);
    }
    report_protection_end(&parcel, &edit, context, &db)?;
    Ok(Exit::Done)
}

/// Says on standard error when the protection ends now; that is not what was asked for if another order ends before.
fn report_protection_end(
    before: &Parcel,
    edit: &ParcelEdit,
    context: &CommandContext,
    db: &Database,
) -> Result<(), CliError> {
    let Change::Set(Deadline { until: asked, .. }) = edit.protection else { return Ok(()) };
    let Some(parcel) = db.parcel(before.id)? else { return Ok(()) };
    let Some(end) = parcel.protection().map(|guard| guard.deadline.until) else { return Ok(()) };
    if end == asked {
        talk(&t!(context.texts, "cli-edit-protected", date = domain_text::day(end)));
    } else {
        talk(&t!(
            context.texts,
            "cli-edit-protected-before",
            date = domain_text::day(end),
            asked = domain_text::day(asked)
        ));
    }
    Ok(())
}
