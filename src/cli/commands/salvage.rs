//! `posylka salvage`

use std::path::PathBuf;

use clap::{Args, ValueHint};

use crate::cli::context::{CommandContext, CommandResult};
use crate::cli::exit_code::Exit;
use crate::cli::text_output::stdout_abilities::talk;
use crate::error_messages::{FileError, shown_path};
use crate::store::{Database, SalvageReport};
use crate::t;
use crate::texts::Texts;

/// Get everything readable out of a damaged or cut database into a new file
///
/// The damaged file is only read. `posylka restore NEW` puts the new one in its place.
#[derive(Args, Debug)]
pub struct SalvageArgs {
    /// The damaged database
    #[arg(value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub file: PathBuf,
    /// The new database, which must not be there yet
    #[arg(short, long, value_name = "NEW", value_hint = ValueHint::FilePath)]
    pub output: PathBuf,
}

/// Gets out what can be read; exit code 3 where something is missing.
///
/// # Errors
/// The file holds nothing of a database, or the new one is there or cannot be written.
pub fn run(args: &SalvageArgs, context: &CommandContext) -> CommandResult {
    if args.output.symlink_metadata().is_ok() {
        return Err(FileError::exists(&args.output).into());
    }
    if let Err(error) = std::fs::File::open(&args.file) {
        return Err(FileError::read(&args.file, &error).into());
    }
    let report = Database::salvage(&args.file, &args.output, context.now())?;
    tell(&report, &context.texts);
    talk(&t!(context.texts, "cli-salvage-next", file = shown_path(&args.output)));
    Ok(if report.is_whole() { Exit::Done } else { Exit::Partly })
}

/// Says what was got out and what is missing.
pub(super) fn tell(report: &SalvageReport, texts: &Texts) {
    let of = |table: &str| report.rows.iter().find(|(name, _)| name == table).map_or(0, |(_, rows)| *rows);
    let (parcels, events, answers) = (of("parcel"), of("event"), of("answer"));
    talk(&t!(texts, "cli-salvaged", parcels = parcels, events = events, answers = answers));
    if report.is_whole() {
        return talk(&t!(texts, "cli-salvage-whole"));
    }
    for (table, rows) in &report.missing {
        talk(&missing(texts, table, *rows));
    }
    if report.unreadable_rows > 0 {
        talk(&t!(texts, "cli-salvage-rows", count = report.unreadable_rows));
    }
    if report.unreadable_pages > 0 {
        talk(&t!(texts, "cli-salvage-pages", count = report.unreadable_pages, pages = report.pages));
    }
    if report.mended_values > 0 {
        talk(&t!(texts, "cli-salvage-mended", count = report.mended_values));
    }
    if !report.bare_parcels.is_empty() {
        let ids = report.bare_parcels.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
        talk(&t!(texts, "cli-salvage-bare", ids = ids));
    }
}

fn missing(texts: &Texts, table: &str, count: u64) -> String {
    match table {
        "parcel" => t!(texts, "cli-salvage-no-parcels", count = count),
        "event" => t!(texts, "cli-salvage-no-events", count = count),
        "answer" => t!(texts, "cli-salvage-no-answers", count = count),
        "checks" => t!(texts, "cli-salvage-no-checks", count = count),
        "message" => t!(texts, "cli-salvage-no-messages", count = count),
        _ => t!(texts, "cli-salvage-no-steps", count = count),
    }
}
