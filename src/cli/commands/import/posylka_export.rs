//! Taking in what `posylka export --format json` wrote.
//!
//! Nothing else that is imported begins with a brace.

use std::collections::HashMap;
use std::fs::{self, File};
use std::io::{self, BufRead, BufReader, Read};
use std::path::{Path, PathBuf};

use crate::cli::context::{CommandContext, CommandResult};
use crate::cli::error::CliError;
use crate::cli::exit_code::Exit;
use crate::cli::text_output::stdout_abilities::talk;
use crate::error_messages::shown_path;
use crate::export::json::{self, Unread};
use crate::store::{Database, ImportReport, InvalidItem};
use crate::t;

/// What some editors put before a text.
const BYTE_ORDER_MARK: &[u8] = b"\xef\xbb\xbf";
/// A brace after the mark of UTF-16, in either order of bytes.
const UTF_16: [&[u8]; 2] = [b"\xff\xfe{\0", b"\xfe\xff\0{"];
/// As much as is read of a text in UTF-16, in bytes.
const LARGEST: u64 = 1 << 30;

/// The beginning has been read of these files, which can be read once only, such as pipes.
pub(super) type OpenedFiles = HashMap<PathBuf, Box<dyn BufRead>>;

/// The file, or standard input, where that is an export. What was looked at of a pipe is `opened`, that of standard input
/// can still be read.
pub(super) fn open(path: &Path, opened: &mut OpenedFiles) -> io::Result<Option<Box<dyn BufRead>>> {
    if path.is_dir() {
        return Ok(None);
    }
    let mut from: Box<dyn BufRead> = if path.as_os_str() == "-" {
        Box::new(io::stdin().lock())
    } else {
        Box::new(BufReader::new(File::open(path)?))
    };
    if from.fill_buf()?.starts_with(BYTE_ORDER_MARK) {
        from.consume(BYTE_ORDER_MARK.len());
    }
    if UTF_16.iter().any(|begins| from.fill_buf().is_ok_and(|text| text.starts_with(begins))) {
        from = Box::new(io::Cursor::new(from_utf_16(from)?));
    }
    let begins = from.fill_buf()?.trim_ascii_start().starts_with(b"{");
    if begins {
        return Ok(Some(from));
    }
    if path.as_os_str() != "-" && !fs::metadata(path)?.is_file() {
        opened.insert(path.to_owned(), from);
    }
    Ok(None)
}

/// The same text in UTF-8.
fn from_utf_16(from: Box<dyn BufRead>) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    from.take(LARGEST).read_to_end(&mut bytes)?;
    let encoding = if bytes.starts_with(b"\xff\xfe") { encoding_rs::UTF_16LE } else { encoding_rs::UTF_16BE };
    Ok(encoding.decode_with_bom_removal(&bytes).0.into_owned().into_bytes())
}

/// Takes an export in, all or nothing, and tells what came of it. `dry_run`: everything is tried and nothing kept.
///
/// # Errors
/// It is no export, or damaged; or the database fails.
pub(super) fn run(path: &Path, from: Box<dyn BufRead>, dry_run: bool, context: &CommandContext) -> CommandResult {
    let mut db = context.open()?;
    let mut uptake = db.take_in(context.now())?;
    json::read(from, &mut uptake).map_err(|error| read_error(path, error, context))?;
    let report = if dry_run { uptake.give_up() } else { uptake.finish()? };
    report_counts(&report, &db, context)?;
    if dry_run {
        talk(&t!(context.texts, "import-rehearsed"));
    } else if report.added + report.completed > 0 {
        talk(&t!(context.texts, "import-undo"));
    }
    Ok(Exit::Done)
}

fn report_counts(report: &ImportReport, db: &Database, context: &CommandContext) -> Result<(), CliError> {
    let ImportReport { added, completed, unchanged, events, checks, answers, differing } = report;
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

fn read_error(path: &Path, error: Unread, context: &CommandContext) -> CliError {
    let (texts, file) = (&context.texts, shown_path(path));
    let what = match error {
        Unread::Stranger => {
            let what = t!(texts, "error-import-stranger", file = file);
            return CliError::failed(what, t!(texts, "error-import-stranger-hint"));
        }
        Unread::Newer { .. } => {
            let what = t!(texts, "error-import-newer", file = file);
            return CliError::failed(what, t!(texts, "error-import-newer-hint"));
        }
        Unread::Item(InvalidItem::Store(error)) => return error.into(),
        Unread::Item(InvalidItem::Altered(id)) => t!(texts, "error-import-altered", file = file, id = id.to_string()),
        Unread::Item(InvalidItem::Value { field, value }) => {
            t!(texts, "error-import-value", file = file, field = field, value = value.as_str())
        }
        Unread::Damaged { line, what } => {
            t!(texts, "error-import-damaged", file = file, line = line.to_string(), what = what.as_str())
        }
    };
    CliError::failed(what, t!(texts, "error-import-export-hint"))
}
