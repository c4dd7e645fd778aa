//! `posylka restore`: parcels from the archive, or the database from a copy.

use std::path::Path;

use clap::{Args, ValueHint};

use crate::cli::context::{CommandContext, CommandResult};
use crate::cli::error::CliError;
use crate::cli::exit_code::Exit;
use crate::cli::inputs::confirm::confirmed;
use crate::cli::text_output::domain_text;
use crate::cli::text_output::stdout_abilities::talk;
use crate::cli::text_output::unchanged;
use crate::error_messages::shown_path;
use crate::store::{ArchiveFilter, Database};
use crate::t;

/// Take parcels back from the archive, or put a copy of the database back
///
/// A file takes the place of the whole database; what was there is kept beside it.
#[derive(Args, Debug)]
pub struct RestoreArgs {
    /// Track numbers or parcels' ids; or one file that `posylka backup` or `posylka salvage` has written
    #[arg(required = true, value_name = "NUMBER|ID|FILE", value_hint = ValueHint::FilePath)]
    pub keys: Vec<String>,
    /// Do not ask before the database is replaced
    #[arg(long, short)]
    pub yes: bool,
}

/// Takes parcels back from the archive, or puts a copy back.
///
/// # Errors
/// A parcel is unknown, the file is no copy, nobody agreed, or the database fails.
pub fn run(args: &RestoreArgs, context: &CommandContext) -> CommandResult {
    if let [key] = &args.keys[..]
        && is_file(key)
    {
        return put_back(Path::new(key), args.yes, context);
    }
    let mut db = context.open()?;
    for parcel in context.find_all(&db, &args.keys)? {
        if !db.restore(parcel.id, context.now())? {
            unchanged::report(&parcel, context);
        }
    }
    Ok(Exit::Done)
}

/// No track number has a slash or ends like that.
fn is_file(key: &str) -> bool {
    let has_suffix = Path::new(key).extension().is_some_and(|suffix| suffix.eq_ignore_ascii_case("db"));
    key.contains('/') || has_suffix || Path::new(key).is_file()
}

fn put_back(copy: &Path, is_agreed: bool, context: &CommandContext) -> CommandResult {
    let texts = &context.texts;
    let place = context.config.database();
    let inside = |path: &Path| Ok::<_, CliError>(Database::open_read_only(path)?.parcels(ArchiveFilter::All)?.len());
    let parcels = inside(copy)?;
    if !is_agreed && place.exists() {
        let made = std::fs::metadata(copy).and_then(|file| file.modified());
        let made = made.map(|at| domain_text::instant(at.into())).unwrap_or_default();
        // What cannot be read any more holds nothing that could be counted.
        let now = inside(&place).unwrap_or_default();
        let question = t!(texts, "cli-restore-question", parcels = parcels, made = made, now = now);
        if confirmed(&question) != Some(true) {
            return Err(CliError::failed(t!(texts, "error-restore-kept"), t!(texts, "error-restore-kept-hint")));
        }
    }
    let kept = Database::put_back(copy, &place, context.now())?;
    talk(&t!(texts, "cli-restored", parcels = parcels));
    if let Some(kept) = kept {
        talk(&t!(texts, "cli-restore-old", file = shown_path(&kept)));
    }
    Ok(Exit::Done)
}
