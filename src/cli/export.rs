//! `posylka export`

use std::io::Write;

use super::args::{ExportArgs, ExportFormat};
use super::context::{Context, Done};
use super::errors::CliError;
use super::exit::Exit;
use super::file;
use super::output::{Output, talk};
use crate::export::json::Unwritten;
use crate::export::{calendar, json, table};
use crate::store::{Database, Which};
use crate::t;

/// Writes everything out: to standard output, or into a file.
///
/// # Errors
/// The database fails, or the file cannot be written.
pub fn run(args: &ExportArgs, context: &Context, out: &mut Output) -> Done {
    let db = context.open()?;
    let Some(path) = &args.output else {
        write(args, context, &db, out.raw()).map_err(|error| match error {
            Unwritten::Store(error) => CliError::Store(error),
            Unwritten::Output(error) => CliError::Output(error),
        })?;
        return Ok(Exit::Done);
    };
    let written = file::write_with(path, args.force, |to| write(args, context, &db, to));
    let parcels = written.map_err(|error| match error {
        Unwritten::Store(error) => CliError::Store(error),
        Unwritten::Output(error) => file::unwritten(path, &error, &context.texts),
    })?;
    talk(&t!(context.texts, "export-written", file = file::name(path), parcels = parcels));
    Ok(Exit::Done)
}

/// How many parcels were there.
fn write(args: &ExportArgs, context: &Context, db: &Database, to: &mut dyn Write) -> Result<usize, Unwritten> {
    if args.format == ExportFormat::Json {
        return json::write(db, !args.without_answers, to);
    }
    let parcels = db.parcels(Which::All)?;
    match args.format {
        ExportFormat::Ics => calendar::write(&parcels, context.rules.dispute_margin_days, &context.texts, to)?,
        ExportFormat::Csv | ExportFormat::Json => table::write(&parcels, &context.gauge(), to)?,
    }
    Ok(parcels.len())
}
