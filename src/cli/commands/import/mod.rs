//! `posylka import`: parcels and orders from tables and order mails, and what `posylka export` wrote.

mod args;
mod find_and_load_files;
mod import_report;
mod import_result;
mod posylka_export;
mod table_report;

use std::io::{self, BufRead};
use std::path::Path;

use chrono::Days;

use crate::cli::context::{CommandContext, CommandResult};
use crate::cli::error::CliError;
use crate::cli::exit_code::Exit;
use crate::cli::inputs::{confirm, date_args};
use crate::cli::text_output::stdout_abilities::Output;
use crate::domain::{CleanText, NewParcel};
use crate::error_messages::shown_path;
use crate::import;
use crate::import::{
    ImportLocation, ImportSettings, MOST_RECORDS, OrderRecord, ParsedFile, Unreadable, WorkbookTrouble,
};
use crate::store::{Database, Imported};
use crate::t;
pub use args::ImportArgs;
use import_report::SkippedItems;
use posylka_export::OpenedFiles;

/// So many new parcels of a folder are added without a question.
const UNASKED: usize = 50;
/// Mails are read from so many days before today on: nothing that can still be disputed is older.
const MAIL_DAYS: u64 = 183;

/// Reads files, and adds what they tell in one step.
///
/// # Errors
/// A file cannot be read, a date can be read in two ways, nothing is recognised; the database fails. Nothing is changed
/// then. What was passed over by mistake of the file's is [`Exit::Partly`].
pub fn run(args: &ImportArgs, context: &CommandContext, out: &mut Output) -> CommandResult {
    let mut opened = OpenedFiles::new();
    for path in &args.paths {
        let Some(from) = posylka_export::open(path, &mut opened).map_err(|error| read_error(path, &error, context))?
        else {
            continue;
        };
        if args.paths.len() > 1 {
            let what = t!(context.texts, "error-import-alone", file = shown_path(path));
            return Err(CliError::usage(what, t!(context.texts, "error-import-alone-hint")));
        }
        return posylka_export::run(path, from, args.dry_run, context);
    }
    let settings = settings(args, context)?;
    let mut skipped = SkippedItems::default();
    let records = read_all(args, opened, &settings, context, &mut skipped)?;
    let read = records.len();
    let mut db = context.open()?;
    let drafts = drafts(import::merge(records), args, &db, context, &mut skipped)?;
    if !args.dry_run && !is_agreed_to(args, &drafts, &mut db, context)? {
        return Err(CliError::failed(
            t!(context.texts, "error-import-kept"),
            t!(context.texts, "error-import-kept-hint"),
        ));
    }
    let done = db.import(&drafts, args.dry_run, context.now())?;
    import_result::write(&drafts, &done, args.dry_run, context, out)?;
    skipped.report(context);
    if read == 0 && skipped.finished_rows == 0 {
        return Err(CliError::failed(
            t!(context.texts, "error-import-nothing"),
            t!(context.texts, "error-import-nothing-hint"),
        ));
    }
    import_result::report_counts(&done, skipped.count, args.dry_run, context);
    Ok(if skipped.mistakes { Exit::Partly } else { Exit::Done })
}

/// Whether the user agrees to what a folder would bring; what it holds may be somebody else's, or of many years.
fn is_agreed_to(
    args: &ImportArgs,
    drafts: &[NewParcel],
    db: &mut Database,
    context: &CommandContext,
) -> Result<bool, CliError> {
    if args.yes || drafts.len() <= UNASKED || !args.paths.iter().any(|path| path.is_dir()) {
        return Ok(true);
    }
    let rehearsed = db.import(drafts, true, context.now())?;
    let new = rehearsed.iter().filter(|imported| matches!(imported, Imported::New(_))).count();
    Ok(new <= UNASKED || confirm::unless_refused(&t!(context.texts, "import-question", n = new)))
}

fn settings(args: &ImportArgs, context: &CommandContext) -> Result<ImportSettings, CliError> {
    let today = context.gauge().today();
    Ok(ImportSettings {
        today,
        home: context.config.home_country,
        reading: args.dates.map(Into::into),
        encoding: args.encoding.map(Into::into),
        since: args.since.as_deref().map(|text| date_args::past(text, context)).transpose()?,
        mails_since: today.checked_sub_days(Days::new(MAIL_DAYS)).unwrap_or(today),
    })
}

fn read_all(
    args: &ImportArgs,
    mut opened: OpenedFiles,
    settings: &ImportSettings,
    context: &CommandContext,
    skipped: &mut SkippedItems,
) -> Result<Vec<OrderRecord>, CliError> {
    let mut records = Vec::new();
    for path in &args.paths {
        let in_folder = path.is_dir();
        let files = find_and_load_files::files(path).map_err(|error| read_error(path, &error, context))?;
        skipped.unopened(files.unopened);
        for file in files.paths {
            let name = shown_path(&file);
            match read(&file, opened.remove(&file), settings, context) {
                Ok(parsed) => {
                    table_report::tables(&name, &parsed.tables, context);
                    skipped.add_remarks(&name, &parsed.remarks, context);
                    skipped.add_rows(&name, &parsed.passed, context);
                    records.extend(parsed.records);
                }
                // One bad file in a folder does not keep the others out.
                Err(error) if in_folder => {
                    skipped.mistakes = true;
                    skipped.count += 1;
                    skipped.add_line(error.message(&context.texts).what.to_string());
                }
                Err(error) => return Err(error),
            }
            if records.len() > MOST_RECORDS {
                let texts = &context.texts;
                let what = t!(texts, "error-import-many", most = MOST_RECORDS);
                return Err(CliError::failed(what, t!(texts, "error-import-many-hint")));
            }
        }
    }
    Ok(records)
}

fn read(
    path: &Path,
    opened: Option<Box<dyn BufRead>>,
    settings: &ImportSettings,
    context: &CommandContext,
) -> Result<ParsedFile, CliError> {
    let bytes = find_and_load_files::bytes(path, opened).map_err(|error| read_error(path, &error, context))?;
    import::read(&bytes, settings).map_err(|error| {
        let (texts, file) = (&context.texts, shown_path(path));
        match error {
            Unreadable::Ambiguous(at, day) => {
                let place = import_report::place(texts, &at);
                CliError::usage(
                    t!(texts, "error-import-dates", file = file, place = place, day = day.as_str()),
                    t!(texts, "error-import-dates-hint"),
                )
            }
            Unreadable::NoText => {
                CliError::failed(t!(texts, "error-import-no-text", file = file), t!(texts, "error-import-no-text-hint"))
            }
            Unreadable::Workbook(WorkbookTrouble::LockedOrOld) => {
                CliError::failed(t!(texts, "error-import-locked", file = file), t!(texts, "error-import-locked-hint"))
            }
            Unreadable::Workbook(WorkbookTrouble::TooLarge) => {
                CliError::failed(t!(texts, "error-import-unpacked", file = file), t!(texts, "error-import-large-hint"))
            }
            Unreadable::Workbook(WorkbookTrouble::Damaged) => CliError::failed(
                t!(texts, "error-import-workbook", file = file),
                t!(texts, "error-import-workbook-hint"),
            ),
        }
    })
}

fn read_error(path: &Path, error: &io::Error, context: &CommandContext) -> CliError {
    let (texts, file) = (&context.texts, shown_path(path));
    if error.kind() == io::ErrorKind::FileTooLarge {
        let what =
            t!(texts, "error-import-large", file = file, most = (find_and_load_files::LARGEST >> 20).to_string());
        return CliError::failed(what, t!(texts, "error-import-large-hint"));
    }
    CliError::failed(
        t!(texts, "error-import-read", file = file, why = error.to_string()),
        t!(texts, "error-import-read-hint"),
    )
}

/// What is to be added; a mail that only tells that an order is over is left where the order is not in the list.
fn drafts(
    records: Vec<OrderRecord>,
    args: &ImportArgs,
    db: &Database,
    context: &CommandContext,
    skipped: &mut SkippedItems,
) -> Result<Vec<NewParcel>, CliError> {
    let shop = args.shop.as_deref().and_then(CleanText::some_line);
    let mut drafts = Vec::with_capacity(records.len());
    for record in records {
        let over = matches!(record.place, ImportLocation::Mail(_))
            && record.orders.iter().any(|order| order.received_on.is_some());
        let needs_a_parcel = over || record.only_if_known;
        let place = record.place.clone();
        let draft = draft(record, shop.as_ref());
        if needs_a_parcel && !db.knows(&draft)? {
            skipped.add_finished_order(&place, context);
        } else {
            drafts.push(draft);
        }
    }
    Ok(drafts)
}

fn draft(record: OrderRecord, shop: Option<&CleanText>) -> NewParcel {
    NewParcel {
        numbers: record.numbers,
        title: record.title,
        orders: record.orders,
        shop: record.shop.or_else(|| shop.cloned()),
        note: record.note,
        tags: record.tags,
        ..NewParcel::default()
    }
}
