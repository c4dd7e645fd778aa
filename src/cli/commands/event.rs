//! `posylka event`: what the user knows of a parcel's way and no source tells.

use chrono::{DateTime, Local, NaiveDateTime, NaiveTime};

use clap::Args;

use crate::cli::context::{CommandContext, CommandResult, shown};
use crate::cli::error::CliError;
use crate::cli::exit_code::Exit;
use crate::cli::inputs::date_args;
use crate::cli::inputs::text_args::refuse_too_long;
use crate::cli::text_output::stdout_abilities::talk;
use crate::config::nearest_word::nearest;
use crate::domain::{CleanText, Event, EventTime, Parcel, Precision, State, Status, SubStatus};
use crate::t;

/// Add an event that you know of and no source tells; `posylka undo` takes the last one back
#[derive(Args, Debug)]
pub struct EventArgs {
    /// A track number or a parcel's id
    #[arg(value_name = "NUMBER|ID")]
    pub key: String,
    /// What happened
    #[arg(required = true, value_name = "TEXT")]
    pub text: Vec<String>,
    /// When: a day, or a time (2026-11-20, "2026-11-20 10:31", 10:31); without it: now
    #[arg(long, value_name = "DATE|TIME")]
    pub at: Option<String>,
    /// Where
    #[arg(long, value_name = "PLACE")]
    pub place: Option<String>,
    /// What that makes the parcel's status: `delivered`, `available_for_pickup` …; without it: nothing
    #[arg(long, value_name = "STATUS")]
    pub status: Option<String>,
}

/// Adds an event by the source `user`.
///
/// # Errors
/// There is no such parcel, the time or the status is wrong, the text is empty; the database fails.
pub fn run(args: &EventArgs, context: &CommandContext) -> CommandResult {
    let texts = &context.texts;
    refuse_too_long([&args.text.join(" ")].into_iter().chain(&args.place), context)?;
    let time = args.at.as_deref().map_or_else(|| Ok(present(context)), |text| time(text, context))?;
    let state = args.status.as_deref().map(|word| state(word, context)).transpose()?;
    let Some(text) = CleanText::own_line(&args.text.join(" ")) else {
        return Err(CliError::usage(t!(texts, "error-event-empty"), t!(texts, "error-event-empty-hint")));
    };
    let mut db = context.open()?;
    let parcel = context.find(&db, &args.key)?;
    let Some(number) = number(&parcel, &args.key) else { return Err(context.numberless(&parcel)) };
    let place = args.place.as_deref().and_then(CleanText::own_line);
    let event = Event { time: Some(time), place, state, ..Event::new(number, text) };
    if !db.tell(parcel.id, &event, context.now())? {
        talk(&t!(texts, "cli-edit-same", name = parcel.name()));
    }
    Ok(Exit::Done)
}

/// The number that was named, or else the parcel's first.
fn number(parcel: &Parcel, key: &str) -> Option<crate::domain::TrackingNumber> {
    let named = crate::domain::TrackingNumber::parse(key).ok();
    let held = |number: &crate::domain::TrackingNumber| parcel.numbers.iter().any(|n| n.number == *number);
    named.filter(held).or_else(|| parcel.number().cloned())
}

/// Now, to the minute, in the reader's time zone.
fn present(context: &CommandContext) -> EventTime {
    let now = context.now().with_timezone(&Local);
    EventTime::new(minute(now.naive_local()), Some(*now.offset()), Precision::Minute)
}

fn minute(time: NaiveDateTime) -> NaiveDateTime {
    let whole = time.format("%Y-%m-%dT%H:%M").to_string();
    NaiveDateTime::parse_from_str(&whole, "%Y-%m-%dT%H:%M").unwrap_or(time)
}

/// A day, a wall time (whose zone nobody knows), a time with its offset, or a time of today.
fn time(text: &str, context: &CommandContext) -> Result<EventTime, CliError> {
    const FORMS: [&str; 4] = ["%Y-%m-%d %H:%M", "%Y-%m-%dT%H:%M", "%Y-%m-%dT%H:%M:%S", "%d.%m.%Y %H:%M"];
    let text = text.trim();
    if let Some(day) = date_args::whole(text) {
        return Ok(EventTime::day(day));
    }
    if let Ok(at) = DateTime::parse_from_rfc3339(text) {
        return Ok(EventTime::at(at.naive_local(), Some(*at.offset())));
    }
    if let Some(wall) = FORMS.iter().find_map(|form| NaiveDateTime::parse_from_str(text, form).ok()) {
        return Ok(EventTime::new(wall, None, Precision::Minute));
    }
    if let Ok(time) = NaiveTime::parse_from_str(text, "%H:%M") {
        let today = context.now().with_timezone(&Local).date_naive();
        return Ok(EventTime::new(today.and_time(time), None, Precision::Minute));
    }
    let what = t!(context.texts, "error-time", text = shown(text));
    Err(CliError::usage(what, t!(context.texts, "error-time-hint")))
}

/// A status by its word in JSON.
fn state(word: &str, context: &CommandContext) -> Result<State, CliError> {
    let wanted = word.trim().to_lowercase().replace(['-', ' '], "_");
    match Status::parse(&wanted) {
        Some(Status::InfoReceived) => Ok(State::only(Status::InfoReceived)),
        Some(status) if status != Status::NotFound => Ok(State::new(status, SubStatus::Other)),
        _ => {
            let words = || Status::ALL.into_iter().filter(|s| *s != Status::NotFound).map(Status::as_str);
            let what = t!(context.texts, "error-status", text = shown(word));
            let hint = match nearest(&wanted, words()) {
                Some(right) => t!(context.texts, "config-did-you-mean", right = right),
                None => words().collect::<Vec<_>>().join(", "),
            };
            Err(CliError::usage(what, hint))
        }
    }
}
