//! `posylka show`

use clap::Args;

use crate::cli::context::{CommandContext, CommandResult};
use crate::cli::exit_code::Exit;
use crate::cli::text_output::stdout_abilities::Output;
use crate::cli::text_output::table::Table;
use crate::cli::text_output::{domain_text, order_text};
use crate::domain;
use crate::domain::advice::{Action, AdviceContext as Rules, LearnedSilence, Reason, Step};
use crate::domain::forecast::{Forecast, Forecasts};
use crate::domain::{Country, Entry, Event, Parcel, SnoozeState, SourceId, Standing, current_silence, snooze};
use crate::json::ShownJson;
use crate::store::{NamedDays, ParcelDetails};
use crate::t;
use crate::wording;

/// Print one parcel with its timeline
#[derive(Args, Debug)]
pub struct ShowArgs {
    /// A track number or a parcel's id
    #[arg(value_name = "NUMBER|ID")]
    pub key: String,
    /// As JSON: the parcel and its events
    #[arg(long)]
    pub json: bool,
}

/// Prints one parcel with its timeline.
///
/// # Errors
/// There is no such parcel, or the database fails.
pub fn run(args: &ShowArgs, context: &CommandContext, out: &mut Output) -> CommandResult {
    let db = context.open_to_read()?;
    let found = context.find(&db, &args.key)?;
    let Some(dossier) = db.dossier(found.id)? else {
        return Err(context.unknown(&args.key)); // removed by another process meanwhile
    };
    let (experience, forecasts) = (db.experience()?, context.forecasts(&db)?);
    if args.json {
        out.json(&ShownJson::of(&dossier, context.frame(&experience, &forecasts)))?;
        return Ok(Exit::Done);
    }
    print(&dossier, &experience, &forecasts, context, out)?;
    Ok(Exit::Done)
}

fn print(
    dossier: &ParcelDetails,
    experience: &LearnedSilence,
    forecasts: &Forecasts,
    context: &CommandContext,
    out: &mut Output,
) -> std::io::Result<()> {
    let parcel = &dossier.parcel;
    out.bold(parcel.name())?;
    let rules = context.advice(experience);
    facts(dossier, &rules, forecasts.of_parcel(parcel), context).write(out)?;
    advice(dossier, &rules, context, out)?;
    if !dossier.standings.is_empty() {
        out.line("")?;
        standings(&dossier.standings, context).write(out)?;
    }
    out.line("")?;
    if dossier.timeline.entries.is_empty() {
        out.line(&t!(context.texts, "cli-no-events"))?;
    } else {
        timeline(&dossier.timeline.entries, context).write(out)?;
    }
    messages(dossier, context, out)
}

/// How often the named day has moved, and from which day on.
fn moved(named: &[NamedDays], context: &CommandContext) -> String {
    let moves = named.windows(2).filter(|pair| pair[0].source == pair[1].source);
    let line = |pair: &[NamedDays]| {
        t!(
            context.texts,
            "forecast-moved",
            from = domain_text::eta(pair[0].eta),
            to = domain_text::eta(pair[1].eta),
            on = domain_text::instant(pair[1].said_at)
        )
    };
    moves.map(line).collect::<Vec<_>>().join("; ")
}

/// The messages about it, each in full.
fn messages(dossier: &ParcelDetails, context: &CommandContext, out: &mut Output) -> std::io::Result<()> {
    for kept in &dossier.messages {
        out.line("")?;
        out.bold(&wording::message::headline(&context.texts, kept, &domain_text::instant(kept.at)))?;
        kept.text.lines().try_for_each(|line| out.line(&format!("  {line}")))?;
    }
    Ok(())
}

fn advice(dossier: &ParcelDetails, rules: &Rules, context: &CommandContext, out: &mut Output) -> std::io::Result<()> {
    let given = domain::advice::advice(&dossier.parcel, &dossier.standings, rules);
    let Some(advice) = given else { return Ok(()) };
    out.line("")?;
    out.line(&wording::advice::headline(&context.texts, &advice))?;
    for step in &advice.steps {
        let said = wording::advice::step(&context.texts, step, domain_text::day);
        let number = dossier.parcel.number().map_or_else(|| dossier.parcel.id.to_string(), ToString::to_string);
        let command = helping_command(step, &number).map(|command| format!(" [posylka {command}]")).unwrap_or_default();
        out.line(&format!("→ {said}{command}"))?;
        for link in &step.links {
            out.line(&format!("    {}  {}", link.name, link.url))?;
        }
    }
    Ok(())
}

/// The command that helps with a step, where there is one.
fn helping_command(step: &Step, number: &str) -> Option<String> {
    Some(match step.action {
        action if action.is_letter() => format!("message {number}"),
        Action::Wait => format!("edit {number} --snooze {}", step.until.map(domain_text::day)?),
        Action::CheckNumber => format!("identify {number}"),
        Action::CheckNow | Action::WaitForSource => format!("sync {number}"),
        Action::AskSources if step.reason == Reason::NotYetAsked => format!("sync {number}"),
        Action::Collect => format!("barcode {number}"),
        Action::OpenDispute => format!("evidence {number} -o FILE.zip"),
        _ => wording::advice::command_alone(step)?.to_owned(),
    })
}

fn facts(dossier: &ParcelDetails, rules: &Rules, forecast: Option<Forecast>, context: &CommandContext) -> Table {
    let (parcel, texts) = (&dossier.parcel, &context.texts);
    let mut table = Table::default();
    let mut fact = |name: String, value: String| {
        if !value.is_empty() {
            table.row(vec![name, value]);
        }
    };
    fact(t!(texts, "cli-show-id"), parcel.id.to_string());
    fact(t!(texts, "cli-show-numbers"), joined(parcel.numbers.iter().map(|n| n.number.as_str()), " → "));
    fact(t!(texts, "cli-show-status"), status(parcel, context));
    fact(t!(texts, "cli-show-carrier"), parcel.summary.carrier.as_deref().unwrap_or_default().to_owned());
    fact(t!(texts, "cli-show-route"), route(parcel));
    let eta = parcel.summary.eta.as_ref();
    fact(
        t!(texts, "cli-show-eta"),
        eta.map(|(eta, who)| format!("{} ({who})", domain_text::eta(*eta))).unwrap_or_default(),
    );
    fact(t!(texts, "cli-show-moved"), moved(&dossier.named_days, context));
    // A newcomer has too few parcels for a forecast for months; `posylka forecast` says how many are missing.
    let own = forecast
        .filter(|forecast| forecast.missing == 0)
        .map(|forecast| wording::forecast::lines(texts, &forecast, domain_text::day));
    fact(t!(texts, "cli-show-forecast"), own.unwrap_or_default());
    fact(t!(texts, "cli-show-silent"), silence(parcel, context));
    let normal = domain::advice::normal(parcel, &dossier.standings, rules);
    let normal = normal.map(|(_, patience)| wording::advice::normal(texts, &patience));
    fact(t!(texts, "cli-show-normal"), normal.unwrap_or_default());
    fact(t!(texts, "cli-show-snoozed"), snoozed(parcel, context));
    fact(t!(texts, "cli-show-protected"), order_text::protected(parcel, context));
    fact(t!(texts, "cli-show-after-delivery"), order_text::after_delivery(parcel, context));
    fact(t!(texts, "cli-show-shop"), parcel.shop.as_deref().unwrap_or_default().to_owned());
    for order in &parcel.orders {
        fact(t!(texts, "cli-show-orders"), wording::order::line(texts, order, parcel, domain_text::day));
    }
    fact(t!(texts, "cli-show-tags"), joined(parcel.tags.iter().map(|o| &**o), ", "));
    fact(t!(texts, "cli-show-note"), parcel.note.as_deref().unwrap_or_default().replace('\n', " / "));
    fact(t!(texts, "cli-show-pinned"), joined(parcel.pinned.iter().map(SourceId::as_str), ", "));
    fact(t!(texts, "cli-show-excluded"), joined(parcel.excluded.iter().map(SourceId::as_str), ", "));
    fact(t!(texts, "cli-show-checked"), parcel.summary.checked_at.map(domain_text::instant).unwrap_or_default());
    fact(t!(texts, "cli-show-next"), parcel.summary.next_check_at.map(domain_text::instant).unwrap_or_default());
    table
}

fn status(parcel: &Parcel, context: &CommandContext) -> String {
    let words = domain_text::parcel_state(&context.texts, parcel);
    let said = parcel.summary.status_text.as_deref().map(|text| format!(" — {text}")).unwrap_or_default();
    let who = parcel.summary.status_source.as_ref().map(|who| format!(" ({who})")).unwrap_or_default();
    let doubt = if parcel.summary.disagreement { t!(context.texts, "cli-disagree") } else { String::new() };
    [format!("{words}{said}{who}"), doubt].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("; ")
}

fn silence(parcel: &Parcel, context: &CommandContext) -> String {
    let (texts, now) = (&context.texts, context.now());
    let days = domain_text::days(texts, current_silence::silent_days(parcel, now).into());
    let stale = current_silence::is_stale(parcel, context.rules.limits(), now);
    let own = parcel.stale_after_days.map(|n| t!(texts, "cli-stale-after", days = domain_text::days(texts, n.into())));
    let stale = stale.then(|| t!(texts, "cli-stale"));
    [Some(days), stale, own].into_iter().flatten().collect::<Vec<_>>().join(", ")
}

/// Until when it is left alone; that it cannot wait so long, where it cannot.
fn snoozed(parcel: &Parcel, context: &CommandContext) -> String {
    match snooze::rest(parcel, context.gauge().today()) {
        SnoozeState::Awake => String::new(),
        SnoozeState::Asleep(until) => domain_text::day(until),
        SnoozeState::Overruled(until) => t!(context.texts, "cli-snooze-overruled", day = domain_text::day(until)),
    }
}

fn route(parcel: &Parcel) -> String {
    let end = |country: Option<Country>| country.map_or_else(|| "?".to_owned(), |c| c.to_string());
    match (parcel.summary.origin, parcel.summary.destination) {
        (None, None) => String::new(),
        (from, to) => format!("{} → {}", end(from), end(to)),
    }
}

fn standings(standings: &[Standing], context: &CommandContext) -> Table {
    let mut table = Table::default();
    for standing in standings {
        let ended = |outcome| wording::trouble::told(&context.texts, outcome, standing.detail.as_deref());
        table.row(vec![
            standing.source.to_string(),
            standing.number.to_string(),
            standing.checked_at.map(domain_text::instant).unwrap_or_default(),
            standing.outcome.map(ended).unwrap_or_default(),
        ]);
    }
    table
}

fn timeline(entries: &[Entry], context: &CommandContext) -> Table {
    let mut table = Table::default();
    for entry in entries {
        let event = entry.event();
        let withdrawn = if entry.is_withdrawn() { t!(context.texts, "cli-withdrawn") } else { String::new() };
        let place = joined(event.place.as_deref().into_iter().chain(event.country.as_ref().map(Country::as_str)), ", ");
        let text = [withdrawn, event_text(event)];
        table.row(vec![
            domain_text::when(event.time),
            joined(text.iter().map(String::as_str).filter(|part| !part.is_empty()), " "),
            place,
            joined(entry.sources().into_iter().map(SourceId::as_str), ", "),
        ]);
    }
    table
}

/// The translation with the carrier's own words after it; without a translation, these alone.
fn event_text(event: &Event) -> String {
    match &event.translation {
        Some(translation) => format!("{translation} ({})", event.text),
        None => event.text.to_string(),
    }
}

fn joined<'a>(parts: impl Iterator<Item = &'a str>, between: &str) -> String {
    parts.collect::<Vec<_>>().join(between)
}
