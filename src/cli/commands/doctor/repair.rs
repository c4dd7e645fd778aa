//! `posylka doctor --repair`: what can be read takes the place of a damaged database.

use crate::cli::commands::salvage;
use crate::cli::context::{CommandContext, CommandResult};
use crate::cli::exit_code::Exit;
use crate::cli::text_output::stdout_abilities::talk;
use crate::error_messages::shown_path;
use crate::store::{Database, StoreError};
use crate::t;

/// Puts a database in order that cannot be read as it was written; leaves one alone that can.
///
/// # Errors
/// Nothing can be read any more, or nothing can be written.
pub(super) fn repair(context: &CommandContext) -> CommandResult {
    let texts = &context.texts;
    let place = context.config.database();
    if !place.exists() || is_sound(&place)? {
        talk(&t!(texts, "doctor-repair-none"));
        return Ok(Exit::Done);
    }
    let half = place.with_file_name(format!("posylka.{}.repaired", std::process::id()));
    let report = Database::salvage(&place, &half, context.now())?;
    let put = Database::put_back(&half, &place, context.now());
    let _ = std::fs::remove_file(&half);
    let kept = put?;
    salvage::tell(&report, texts);
    if let Some(kept) = kept {
        talk(&t!(texts, "doctor-repaired", file = shown_path(&kept)));
    }
    Ok(if report.is_whole() { Exit::Done } else { Exit::Partly })
}

/// What is of a newer version, or may not be read, is not for us to put in order.
fn is_sound(place: &std::path::Path) -> Result<bool, StoreError> {
    let looked = Database::open_read_only(place)
        .and_then(|db| Ok(db.integrity()? == "ok" && db.unreadable_values()?.is_empty()));
    match looked {
        Err(StoreError::Corrupt | StoreError::NotADatabase | StoreError::Io(_) | StoreError::Sqlite(_)) => Ok(false),
        looked => looked,
    }
}
