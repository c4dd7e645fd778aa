//! The configuration file, the files it names, and the environment.

use std::os::unix::fs::PermissionsExt;
use std::path::Path;

use super::finding::DoctorFinding;
use crate::cli::context::CommandContext;
use crate::config::ConfigError;
use crate::error_messages::Failure;
use crate::sources::Secret;
use crate::t;

/// What is to be said about the settings.
pub(super) fn findings(context: &CommandContext, mistake: Option<&ConfigError>) -> Vec<DoctorFinding> {
    let texts = &context.texts;
    let file = &context.config.file;
    let shown = file.display().to_string();
    let mut findings = Vec::new();
    match mistake {
        Some(mistake) => {
            let message = Failure::from(mistake.clone()).message(texts);
            findings.push(DoctorFinding::broken(message.what.to_string(), message.hint.map(|hint| hint.to_string())));
        }
        None if context.config.found.exists => {
            findings.push(DoctorFinding::well(t!(texts, "doctor-config-read", file = shown.as_str())));
        }
        None => findings.push(DoctorFinding::well(t!(texts, "doctor-config-none", file = shown.as_str()))),
    }
    if context.config.found.holds_secret && is_open(file) {
        findings.push(open(context, file));
    }
    findings.extend(secret_files(context));
    for (name, right) in context.env.strangers() {
        let hint = match right {
            Some(right) => t!(texts, "config-did-you-mean", right = right),
            None => t!(texts, "config-see-keys"),
        };
        findings.push(DoctorFinding::doubtful(t!(texts, "doctor-stranger", name = name), hint));
    }
    findings
}

/// The files that hold secrets: they have to be there, and readable by their owner only.
fn secret_files(context: &CommandContext) -> Vec<DoctorFinding> {
    let texts = &context.texts;
    let secrets = context.config.sources.values().flat_map(|source| source.secrets.values());
    let files = secrets.filter_map(|secret| match secret {
        Secret::File(path) => Some(path),
        _ => None,
    });
    files
        .filter_map(|path| match std::fs::metadata(path) {
            Err(error) => {
                let (file, why) = (path.display().to_string(), error.to_string());
                let what = t!(texts, "doctor-secret-missing", file = file, why = why);
                Some(DoctorFinding::broken(what, Some(t!(texts, "doctor-secret-missing-hint"))))
            }
            Ok(_) => is_open(path).then(|| open(context, path)),
        })
        .collect()
}

fn open(context: &CommandContext, path: &Path) -> DoctorFinding {
    let file = path.display().to_string();
    let advice = t!(context.texts, "doctor-chmod", mode = "600", file = file.as_str());
    DoctorFinding::doubtful(t!(context.texts, "doctor-secret-open", file = file.as_str()), advice)
}

/// Whether others can read a file.
fn is_open(path: &Path) -> bool {
    std::fs::metadata(path).is_ok_and(|meta| meta.permissions().mode() & 0o077 != 0)
}
