//! The sources: whether one can be asked, and which are paused.

use super::finding::DoctorFinding;
use crate::cli::context::CommandContext;
use crate::cli::text_output::{domain_text, trouble_text};
use crate::domain::Outcome;
use crate::sources::{Registered, Sources, Switch};
use crate::store::{Database, SourceState};
use crate::t;
use crate::texts::Texts;

/// What is to be said about the sources.
pub(super) fn findings(context: &CommandContext) -> Vec<DoctorFinding> {
    let texts = &context.texts;
    let sources = Sources::new(&context.config.sources);
    let states = states(context);
    let mut findings = Vec::new();
    if context.config.offline {
        findings.push(DoctorFinding::doubtful(t!(texts, "doctor-offline"), t!(texts, "doctor-offline-hint")));
    }
    if !sources.all().iter().any(|source| matches!(source.state, Switch::On)) {
        findings.push(DoctorFinding::doubtful(t!(texts, "doctor-sources-none"), t!(texts, "doctor-sources-none-hint")));
    }
    findings.extend(sources.all().iter().map(|source| {
        let state = states.iter().find(|state| state.source.as_str() == source.profile.id);
        finding(source, state, context)
    }));
    findings
}

/// How the sources stand, as far as the database tells: it may be missing or broken.
fn states(context: &CommandContext) -> Vec<SourceState> {
    let path = context.config.database();
    let db = path.exists().then(|| Database::open_read_only(&path).ok()).flatten();
    db.and_then(|db| db.source_states().ok()).unwrap_or_default()
}

fn finding(source: &Registered, state: Option<&SourceState>, context: &CommandContext) -> DoctorFinding {
    let texts = &context.texts;
    let name = source.profile.name;
    match &source.state {
        Switch::Off => DoctorFinding::well(t!(texts, "doctor-source-off", name = name)),
        Switch::NeedsSecret(secret) => DoctorFinding::well(t!(
            texts,
            "doctor-source-needs",
            name = name,
            id = source.profile.id,
            secret = (*secret).to_owned()
        )),
        Switch::On => missing_program(source, context).unwrap_or_else(|| on(name, state, context)),
    }
}

/// The program of a source of the user's own, where it cannot be run.
fn missing_program(source: &Registered, context: &CommandContext) -> Option<DoctorFinding> {
    let texts = &context.texts;
    let id = source.profile.id;
    let outside = context.config.sources.get(id)?.command.filter(|command| !command.is_there())?;
    let program = outside.program();
    let what = t!(texts, "doctor-source-missing", name = source.profile.name, program = program);
    Some(DoctorFinding::doubtful(what, t!(texts, "doctor-source-missing-hint", id = id, program = program)))
}

/// A source whose key could not be had when it was last needed: it is not left alone, and not asked either.
fn without_key(name: &str, state: Option<&SourceState>, texts: &Texts) -> Option<DoctorFinding> {
    let (at, outcome, _) = state?.last_trouble.as_ref()?;
    let is_last = state?.last_success.is_none_or(|success| success < *at);
    if *outcome != Outcome::SecretUnavailable || !is_last {
        return None;
    }
    let outcome = trouble_text::of_state(state, *outcome, texts);
    let what = t!(texts, "doctor-source-key", name = name, outcome = outcome);
    Some(DoctorFinding::doubtful(what, t!(texts, "doctor-source-key-hint")))
}

fn on(name: &str, state: Option<&SourceState>, context: &CommandContext) -> DoctorFinding {
    let texts = &context.texts;
    if let Some(finding) = without_key(name, state, texts) {
        return finding;
    }
    let paused = state.filter(|s| s.paused_until.is_none_or(|until| until > context.now()));
    let Some(outcome) = paused.and_then(|s| s.paused_for) else {
        return DoctorFinding::well(t!(texts, "doctor-source-on", name = name));
    };
    let outcome_words = trouble_text::of_state(state, outcome, texts);
    let until = state.and_then(|s| s.paused_until).map(domain_text::instant);
    let advice = match until {
        Some(until) => t!(texts, "doctor-source-wait", until = until),
        None => t!(texts, "doctor-source-act"),
    };
    DoctorFinding::doubtful(t!(texts, "doctor-source-paused", name = name, outcome = outcome_words), advice)
}
