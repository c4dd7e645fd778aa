//! The database: there, intact, in write-ahead mode, and readable by its owner only.

use std::os::unix::fs::PermissionsExt;
use std::path::Path;

use super::finding::DoctorFinding;
use crate::cli::context::CommandContext;
use crate::error_messages::Failure;
use crate::store::{ArchiveFilter, ChainCheck, Database, StoreError};
use crate::t;
use crate::use_cases::unreadable_parcels;

/// What is to be said about the database. Nothing is made where there is none.
pub(super) fn findings(context: &CommandContext) -> Vec<DoctorFinding> {
    let texts = &context.texts;
    let path = context.config.database();
    let file = path.display().to_string();
    if matches!(path.try_exists(), Ok(false)) {
        return vec![DoctorFinding::well(t!(texts, "doctor-db-none", file = file))];
    }
    match check(context, &path) {
        Ok(findings) => findings,
        Err(error) => {
            let message = Failure::from(error).message(texts);
            vec![DoctorFinding::broken(format!("{file}: {}", message.what), message.hint.map(|hint| hint.to_string()))]
        }
    }
}

fn check(context: &CommandContext, path: &Path) -> Result<Vec<DoctorFinding>, StoreError> {
    let texts = &context.texts;
    let mut findings = modes(context, path);
    let db = Database::open_read_only(path)?;
    findings.extend(writable(context, path));
    let (active, all) = (db.parcels(ArchiveFilter::Active)?.len(), db.parcels(ArchiveFilter::All)?.len());
    let (file, archived) = (path.display().to_string(), all.saturating_sub(active));
    findings.push(DoctorFinding::well(t!(texts, "doctor-db", file = file, active = active, archived = archived)));
    findings.push(journal(context, &db));
    findings.push(integrity(context, &db)?);
    if let Some(failure) = unreadable_parcels::all(&db)? {
        let message = failure.message(texts);
        findings.push(DoctorFinding::broken(message.what.to_string(), message.hint.map(|hint| hint.to_string())));
    }
    findings.push(match db.verify_chain()? {
        ChainCheck::Whole(count) => DoctorFinding::well(t!(texts, "doctor-db-chain", count = count)),
        ChainCheck::Broken(id) => {
            let what = t!(texts, "doctor-db-chain-broken", id = id.to_string());
            DoctorFinding::broken(what, Some(t!(texts, "doctor-db-chain-hint")))
        }
    });
    Ok(findings)
}

/// Whether changes can be kept: nothing is changed to find that out but a probe beside the file.
fn writable(context: &CommandContext, path: &Path) -> Option<DoctorFinding> {
    let message = Failure::from(Database::why_unwritable(path)?).message(&context.texts);
    let hint = message.hint.map(|hint| hint.to_string()).unwrap_or_default();
    Some(DoctorFinding::doubtful(t!(context.texts, "doctor-db-read-only", why = message.what.as_str()), hint))
}

fn journal(context: &CommandContext, db: &Database) -> DoctorFinding {
    let texts = &context.texts;
    let mode = db.journal_mode();
    if mode.eq_ignore_ascii_case("wal") || db.is_read_only() && mode.eq_ignore_ascii_case("memory") {
        return DoctorFinding::well(t!(texts, "doctor-db-wal"));
    }
    DoctorFinding::doubtful(t!(texts, "doctor-db-no-wal", mode = mode), t!(texts, "doctor-db-no-wal-hint"))
}

fn integrity(context: &CommandContext, db: &Database) -> Result<DoctorFinding, StoreError> {
    let texts = &context.texts;
    let report = db.integrity()?;
    Ok(if report == "ok" {
        DoctorFinding::well(t!(texts, "doctor-db-whole"))
    } else {
        let first = report.lines().next().unwrap_or_default();
        DoctorFinding::broken(t!(texts, "doctor-db-damaged", why = first), Some(t!(texts, "error-unreadable-hint")))
    })
}

/// Directory 0700, files 0600.
fn modes(context: &CommandContext, path: &Path) -> Vec<DoctorFinding> {
    let dir = path.parent().map(|dir| (dir, "700"));
    dir.into_iter()
        .chain([(path, "600")])
        .filter(|(path, _)| std::fs::metadata(path).is_ok_and(|meta| meta.permissions().mode() & 0o077 != 0))
        .map(|(path, mode)| {
            let file = path.display().to_string();
            let advice = t!(context.texts, "doctor-chmod", mode = mode, file = file.as_str());
            DoctorFinding::doubtful(t!(context.texts, "doctor-db-open", file = file.as_str()), advice)
        })
        .collect()
}
