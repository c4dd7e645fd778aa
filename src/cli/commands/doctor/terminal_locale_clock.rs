//! Terminal, locale and clock.

use std::io::IsTerminal;

use chrono::{Datelike, Utc};

use super::clipboard;
use super::finding::DoctorFinding;
use crate::cli::context::CommandContext;
use crate::cli::text_output::domain_text;
use crate::t;

/// The year this was written: a clock that shows an earlier one is wrong.
const THIS_YEAR: i32 = 2026;

/// Whether the screen can be drawn here.
pub(super) fn terminal(context: &CommandContext) -> Vec<DoctorFinding> {
    let texts = &context.texts;
    let out = std::io::stdout();
    if !out.is_terminal() || !std::io::stdin().is_terminal() {
        return vec![DoctorFinding::well(t!(texts, "doctor-no-terminal"))];
    }
    let term = context.env.get("TERM").unwrap_or("");
    let mut findings = Vec::new();
    if matches!(term, "" | "dumb") {
        findings.push(DoctorFinding::doubtful(t!(texts, "doctor-term-dumb"), t!(texts, "doctor-term-dumb-hint")));
    }
    if let Ok(size) = rustix::termios::tcgetwinsize(&out) {
        let (columns, rows) = (size.ws_col, size.ws_row);
        let what = t!(texts, "doctor-term", term = term, columns = columns.to_string(), rows = rows.to_string());
        findings.push(if columns < 60 || rows < 15 {
            DoctorFinding::doubtful(what, t!(texts, "doctor-term-small"))
        } else {
            DoctorFinding::well(what)
        });
    }
    findings.extend(clipboard::findings(context));
    findings
}

/// Whether letters will come out right.
pub(super) fn locale(context: &CommandContext) -> Vec<DoctorFinding> {
    let texts = &context.texts;
    let language = texts.language().code();
    let finding = match context.env.is_utf8() {
        Some(true) => DoctorFinding::well(t!(texts, "doctor-locale-utf8", language = language)),
        Some(false) => DoctorFinding::doubtful(t!(texts, "doctor-locale-other"), t!(texts, "doctor-locale-hint")),
        None => DoctorFinding::doubtful(t!(texts, "doctor-locale-none"), t!(texts, "doctor-locale-hint")),
    };
    vec![finding]
}

/// Whether the clock can be right.
pub(super) fn clock(context: &CommandContext) -> Vec<DoctorFinding> {
    let texts = &context.texts;
    let now = domain_text::instant(context.now());
    let finding = if context.config.now.is_some() {
        DoctorFinding::well(t!(texts, "doctor-clock-fixed", now = now))
    } else if Utc::now().year() < THIS_YEAR {
        DoctorFinding::broken(t!(texts, "doctor-clock-past", now = now), Some(t!(texts, "doctor-clock-hint")))
    } else {
        DoctorFinding::well(t!(texts, "doctor-clock-now", now = now))
    };
    vec![finding]
}
