//! Taking in what `posylka export --format json` wrote.

use std::io::Read;
use std::path::Path;

use super::context::{Context, Done};
use super::errors::CliError;
use super::exit::Exit;
use super::file;
use super::output::talk;
use crate::export::json::{self, Unread};
use crate::store::{Database, Flaw, IntakeReport};
use crate::t;

/// Takes an export in, all or nothing, and tells what came of it. `rehearse`: everything is tried and nothing kept.
///
/// # Errors
/// It is no export, or damaged; or the database fails.
pub fn run(path: &Path, from: impl Read, rehearse: bool, context: &Context) -> Done {
    let mut db = context.open()?;
    let mut intake = db.take_in(context.now())?;
    json::read(from, &mut intake).map_err(|error| unread(path, error, context))?;
    let report = if rehearse { intake.give_up() } else { intake.finish()? };
    tell(&report, &db, context)?;
    Ok(Exit::Done)
}

fn tell(report: &IntakeReport, db: &Database, context: &Context) -> Result<(), CliError> {
    let IntakeReport { added, completed, unchanged, events, checks, answers, differing } = report;
    let (added, completed, unchanged) = (*added, *completed, *unchanged);
    let (events, checks, answers) = (events.to_string(), checks.to_string(), answers.to_string());
    let texts = &context.texts;
    talk(&t!(
        texts,
        "import-export-done",
        added = added,
        completed = completed,
        unchanged = unchanged,
        events = events,
        checks = checks,
        answers = answers
    ));
    for (id, field) in differing {
        let parcel = db.parcel(*id)?.map(|parcel| parcel.name().to_owned()).unwrap_or_default();
        talk(&t!(texts, "import-export-differs", parcel = parcel, field = (*field).to_owned()));
    }
    Ok(())
}

fn unread(path: &Path, error: Unread, context: &Context) -> CliError {
    let (texts, file) = (&context.texts, file::name(path));
    let what = match error {
        Unread::Stranger => {
            let what = t!(texts, "error-import-stranger", file = file);
            return CliError::failed(what, t!(texts, "error-import-stranger-hint"));
        }
        Unread::Newer { .. } => {
            let what = t!(texts, "error-import-newer", file = file);
            return CliError::failed(what, t!(texts, "error-import-newer-hint"));
        }
        Unread::Item(Flaw::Store(error)) => return CliError::Store(error),
        Unread::Item(Flaw::Altered(id)) => t!(texts, "error-import-altered", file = file, id = id.to_string()),
        Unread::Item(Flaw::Value { field, value }) => {
            t!(texts, "error-import-value", file = file, field = field, value = value.as_str())
        }
        Unread::Damaged { line, what } => {
            t!(texts, "error-import-damaged", file = file, line = line.to_string(), what = what.as_str())
        }
    };
    CliError::failed(what, t!(texts, "error-import-export-hint"))
}
