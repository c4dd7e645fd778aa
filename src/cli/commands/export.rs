//! `posylka export`

use std::io::Write;
use std::path::PathBuf;

use clap::{Args, ValueEnum, ValueHint};

use crate::cli::context::{CommandContext, CommandResult};
use crate::cli::error::CliError;
use crate::cli::exit_code::Exit;
use crate::cli::text_output::stdout_abilities::{Output, talk};
use crate::error_messages::{FileError, shown_path};
use crate::export::json::Unwritten;
use crate::export::{calendar, json, parcels_csv};
use crate::store::{ArchiveFilter, Database};
use crate::t;
use crate::use_cases::atomic_write;

/// Write everything out: as JSON to be imported again, as a table, or as a calendar
#[derive(Args, Debug)]
pub struct ExportArgs {
    /// What to write
    #[arg(long, value_name = "FORMAT", default_value = "json")]
    pub format: ExportFormat,
    /// The file to write; without it, standard output
    #[arg(short, long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub output: Option<PathBuf>,
    /// Replace the file where it is there already
    #[arg(long, requires = "output")]
    pub force: bool,
    /// Leave the kept answers out of the JSON, which are most of it
    #[arg(long)]
    pub without_answers: bool,
}

/// A format of `export`.
#[derive(Clone, Copy, PartialEq, Eq, Debug, ValueEnum)]
pub enum ExportFormat {
    /// Everything that is known, to be imported again
    Json,
    /// One row a parcel, for a spreadsheet
    Csv,
    /// Expected deliveries and the ends of protections, for a calendar
    Ics,
}

/// Writes everything out: to standard output, or into a file.
///
/// # Errors
/// The database fails, or the file cannot be written.
pub fn run(args: &ExportArgs, context: &CommandContext, out: &mut Output) -> CommandResult {
    let db = context.open_to_read()?;
    let Some(path) = &args.output else {
        write(args, context, &db, out.raw()).map_err(|error| match error {
            Unwritten::Store(error) => error.into(),
            Unwritten::Output(error) => CliError::Output(error),
        })?;
        return Ok(Exit::Done);
    };
    let written = atomic_write::write_with(path, args.force, |to| write(args, context, &db, to));
    let parcels = written.map_err(|error| match error {
        Unwritten::Store(error) => CliError::from(error),
        Unwritten::Output(error) => FileError::write(path, &error).into(),
    })?;
    talk(&t!(context.texts, "export-written", file = shown_path(path), parcels = parcels));
    Ok(Exit::Done)
}

/// How many parcels were there.
fn write(args: &ExportArgs, context: &CommandContext, db: &Database, to: &mut dyn Write) -> Result<usize, Unwritten> {
    if args.format == ExportFormat::Json {
        return json::write(db, !args.without_answers, to);
    }
    let parcels = db.parcels(ArchiveFilter::All)?;
    match args.format {
        ExportFormat::Ics => {
            let (edits, margin) = (db.last_edits()?, context.rules.dispute_margin_days);
            calendar::write(&parcels, &edits, margin, &context.texts, to)?;
        }
        ExportFormat::Csv | ExportFormat::Json => parcels_csv::write(&parcels, &context.gauge(), to)?,
    }
    Ok(parcels.len())
}
