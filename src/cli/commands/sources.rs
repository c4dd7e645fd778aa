//! `posylka sources`

use chrono::{DateTime, Utc};

use clap::Args;

use crate::cli::context::{CommandContext, CommandResult};
use crate::cli::error::CliError;
use crate::cli::exit_code::Exit;
use crate::cli::text_output::stdout_abilities::Output;
use crate::cli::text_output::table::Table;
use crate::cli::text_output::{domain_text, trouble_text};
use crate::json::source::LastFailureJson;
use crate::json::{SourceJson, instant};
use crate::sources::mask_for_sharing::masked;
use crate::sources::{Registered, Sources, Switch};
use crate::store::SourceState;
use crate::sync::plan::{budget, pause};
use crate::t;
use crate::wording;

/// Print every source: on or off and why, budget left, last success, last failure
#[derive(Args, Debug)]
pub struct SourcesArgs {
    /// As JSON: an array of sources
    #[arg(long)]
    pub json: bool,
    /// Print this source's last answer, with names, addresses and phone numbers masked
    #[arg(long, value_name = "ID", conflicts_with = "json")]
    pub last_answer: Option<String>,
}

/// Prints every source: on or off and why, budget left, last success, last failure.
///
/// # Errors
/// The database fails; there is no such source or no answer of it.
pub fn run(args: &SourcesArgs, context: &CommandContext, out: &mut Output) -> CommandResult {
    let db = context.open_to_read()?;
    if let Some(id) = &args.last_answer {
        return last_answer(id, context, out);
    }
    let states = db.source_states()?;
    let sources = Sources::new(&context.config.sources);
    let lines = sources.all().iter().map(|source| (source, state_of(source, &states)));
    if args.json {
        let all: Vec<SourceJson> = lines.map(|(source, state)| json(source, state, context)).collect();
        out.json(&all)?;
        return Ok(Exit::Done);
    }
    let mut table = Table::new(headings(context));
    lines.for_each(|(source, state)| table.row(row(source, state, context)));
    table.write(out)?;
    Ok(Exit::Done)
}

fn last_answer(id: &str, context: &CommandContext, out: &mut Output) -> CommandResult {
    let source = context.source(id)?;
    let Some(answer) = context.open_to_read()?.last_answer(&source)? else {
        let what = t!(context.texts, "error-no-answer", source = source.to_string());
        return Err(CliError::failed(what, t!(context.texts, "error-no-answer-hint")));
    };
    out.bytes(masked(&answer.body).as_bytes())?;
    Ok(Exit::Done)
}

fn state_of<'a>(source: &Registered, states: &'a [SourceState]) -> Option<&'a SourceState> {
    states.iter().find(|state| state.source.as_str() == source.profile.id)
}

/// What is left of the day's budget, and of the month's.
fn budgets(source: &Registered, state: Option<&SourceState>, context: &CommandContext) -> String {
    let (profile, now) = (source.profile, context.now());
    let today = budget::left(profile, state, now).zip(profile.daily_budget).map(|(left, of)| format!("{left}/{of}"));
    let month = budget::left_in_month(profile, state, now).zip(profile.monthly_budget);
    let month = month.map(|(left, of)| t!(context.texts, "sources-month", left = left, of = of));
    today.into_iter().chain(month).collect::<Vec<_>>().join(", ")
}

/// When its gap, its pause and a time without budget are all over.
fn next_allowed(source: &Registered, state: Option<&SourceState>, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
    let paused = state.and_then(|s| pause::holding(s, now, false)).map(|(_, until)| until);
    let spent = budget::spent_until(source.profile, state, now);
    state.and_then(|s| s.next_allowed_at).max(paused).max(spent)
}

/// Where it answers: an address, or the program of a source of the user's own, without its arguments.
fn base_url(source: &Registered, context: &CommandContext) -> String {
    let settings = context.config.sources.get(source.profile.id);
    if let Some(outside) = settings.and_then(|settings| settings.command) {
        return outside.program().to_owned();
    }
    let set = settings.and_then(|settings| settings.base_url.clone());
    without_password(&set.unwrap_or_else(|| source.profile.base_url.to_owned()))
}

/// An address without the name and the password that may stand in it.
fn without_password(url: &str) -> String {
    let Some((scheme, rest)) = url.split_once("://") else { return url.to_owned() };
    let host_ends = rest.find(['/', '?', '#']).unwrap_or(rest.len());
    let host_begins = rest[..host_ends].rfind('@').map_or(0, |at| at + 1);
    format!("{scheme}://{}", &rest[host_begins..])
}

fn json(source: &Registered, state: Option<&SourceState>, context: &CommandContext) -> SourceJson {
    let now = context.now();
    let coming = |time: Option<DateTime<Utc>>| time.filter(|time| *time > now).map(instant);
    let (name, needs) = state_word(&source.state);
    let paused = state.and_then(|s| s.paused_for).filter(|_| is_paused(state, now));
    SourceJson {
        id: source.profile.id,
        name: source.profile.name,
        state: name,
        needs,
        hint: Some(source.profile.key_hint).filter(|hint| !hint.is_empty()),
        base_url: base_url(source, context),
        daily_budget: source.profile.daily_budget,
        budget_left: budget::left(source.profile, state, now),
        monthly_budget: source.profile.monthly_budget,
        monthly_budget_left: budget::left_in_month(source.profile, state, now),
        paused_until: coming(state.and_then(|s| s.paused_until)),
        paused_for: paused.map(crate::domain::Outcome::as_str),
        failures: state.map_or(0, |s| s.failures),
        last_success: state.and_then(|s| s.last_success).map(instant),
        last_failure: state.and_then(|s| s.last_trouble.as_ref()).map(|(at, outcome, detail)| LastFailureJson {
            at: instant(*at),
            outcome: outcome.as_str(),
            detail: detail.as_ref().map(ToString::to_string),
        }),
        next_allowed_at: coming(next_allowed(source, state, now)),
    }
}

fn state_word(state: &Switch) -> (&'static str, Option<&'static str>) {
    match state {
        Switch::On => ("on", None),
        Switch::Off => ("off", None),
        Switch::NeedsSecret(name) => ("needs_secret", Some(name)),
    }
}

/// Whether a source is left alone now: until a time, or until the user acts.
fn is_paused(state: Option<&SourceState>, now: DateTime<Utc>) -> bool {
    state.is_some_and(|s| s.paused_for.is_some() && s.paused_until.is_none_or(|until| until > now))
}

fn headings(context: &CommandContext) -> Vec<String> {
    let texts = &context.texts;
    vec![
        t!(texts, "sources-id"),
        t!(texts, "sources-name"),
        t!(texts, "sources-state"),
        t!(texts, "sources-budget"),
        t!(texts, "sources-success"),
        t!(texts, "sources-failure"),
    ]
}

fn row(source: &Registered, state: Option<&SourceState>, context: &CommandContext) -> Vec<String> {
    let texts = &context.texts;
    let trouble = state.and_then(|s| s.last_trouble.as_ref());
    vec![
        source.profile.id.to_owned(),
        source.profile.name.to_owned(),
        state_text(source, state, context),
        budgets(source, state, context),
        state.and_then(|s| s.last_success).map(domain_text::instant).unwrap_or_default(),
        trouble
            .map(|(at, outcome, detail)| {
                let ended = wording::trouble::told(texts, *outcome, detail.as_deref());
                format!("{} {ended}", domain_text::instant(*at))
            })
            .unwrap_or_default(),
    ]
}

/// On or off, and why.
fn state_text(source: &Registered, state: Option<&SourceState>, context: &CommandContext) -> String {
    let texts = &context.texts;
    let paused = state.filter(|_| is_paused(state, context.now()));
    match (&source.state, paused) {
        (Switch::Off, _) => t!(texts, "sources-off"),
        (Switch::NeedsSecret(name), _) => {
            t!(texts, "sources-needs", secret = (*name).to_owned(), hint = source.profile.key_hint)
                .trim_end()
                .to_owned()
        }
        (Switch::On, None) => t!(texts, "sources-on"),
        (Switch::On, Some(state)) => {
            let outcome = state.paused_for.map(|o| trouble_text::of_state(Some(state), o, texts)).unwrap_or_default();
            let until = state.paused_until.map(domain_text::instant).unwrap_or_default();
            t!(texts, "sources-paused", outcome = outcome, until = until).trim_end().to_owned()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_password_in_an_address_is_not_shown() {
        assert_eq!(without_password("https://me:p@ss@mirror.example/a@b"), "https://mirror.example/a@b");
        assert_eq!(without_password("https://mirror.example"), "https://mirror.example");
    }
}
