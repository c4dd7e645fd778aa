//! `posylka list`

mod match_filter_words;
mod sort_key_arg;

use clap::Args;

use crate::cli::context::{CommandContext, CommandResult};
use crate::cli::error::CliError;
use crate::cli::exit_code::Exit;
use crate::cli::text_output::domain_text;
use crate::cli::text_output::stdout_abilities::{Output, talk};
use crate::cli::text_output::table::Table;
use crate::domain::{Parcel, ProtectionEnd, SnoozeState, current_silence, parcel_sorting, snooze};
use crate::json::ParcelJson;
use crate::json::parcel::Frame;
use crate::store::{ArchiveFilter, Database};
use crate::t;
use crate::texts::Texts;
pub use sort_key_arg::SortBy;

/// Print one line a parcel
#[derive(Args, Debug, Default)]
pub struct ListArgs {
    /// As JSON: an array of parcels
    #[arg(long)]
    pub json: bool,
    /// Only stale parcels
    #[arg(long)]
    pub stale: bool,
    /// The archived parcels instead
    #[arg(long)]
    pub archived: bool,
    /// The order of the lines
    #[arg(long, value_name = "KEY", default_value = "urgency")]
    pub sort: SortBy,
    /// Only parcels in whose title, numbers, orders, shop, tags, status or carrier every word occurs
    #[arg(value_name = "FILTER")]
    pub filter: Vec<String>,
}

/// Prints one line a parcel.
///
/// # Errors
/// The database fails.
pub fn run(args: &ListArgs, context: &CommandContext, out: &mut Output) -> CommandResult {
    let db = context.open_to_read()?;
    let parcels = chosen(args, context, &db)?;
    if args.json {
        let (experience, forecasts) = (db.experience()?, context.forecasts(&db)?);
        let frame = context.frame(&experience, &forecasts);
        out.json_list(parcels.into_iter().map(|parcel| json_of(&parcel, &db, frame)))?;
        return Ok(Exit::Done);
    }
    if parcels.is_empty() {
        let unfiltered = args.filter.is_empty() && !args.stale && !args.archived;
        talk(&if unfiltered { t!(context.texts, "cli-list-empty") } else { t!(context.texts, "cli-list-none") });
    }
    table(&parcels, context).write(out)?;
    Ok(Exit::Done)
}

fn chosen(args: &ListArgs, context: &CommandContext, db: &Database) -> Result<Vec<Parcel>, CliError> {
    let which = if args.archived { ArchiveFilter::Archived } else { ArchiveFilter::Active };
    let gauge = context.gauge();
    let mut parcels = db.parcels(which)?;
    parcels.retain(|parcel| !args.stale || current_silence::is_stale(parcel, gauge.limits, gauge.now));
    parcels.retain(|parcel| {
        match_filter_words::matches(parcel, &domain_text::parcel_state(&context.texts, parcel), &args.filter)
    });
    let mut places: Vec<usize> = (0..parcels.len()).collect();
    parcel_sorting::sort(&mut places, &parcels, args.sort.into(), &gauge);
    reorder(&mut parcels, places);
    Ok(parcels)
}

/// Puts at each place the item that stands at `from[place]`, without a second list: ten thousand parcels are 10 MB.
fn reorder<T>(items: &mut [T], mut from: Vec<usize>) {
    for start in 0..items.len() {
        let mut place = start;
        loop {
            let next = std::mem::replace(&mut from[place], place);
            if next == start || next == place {
                break;
            }
            items.swap(place, next);
            place = next;
        }
    }
}

/// Parcels as JSON, each with its newest event and what the sources say.
///
/// # Errors
/// The database fails.
pub fn json(parcels: &[Parcel], context: &CommandContext, db: &Database) -> Result<Vec<ParcelJson>, CliError> {
    let (experience, forecasts) = (db.experience()?, context.forecasts(db)?);
    let frame = context.frame(&experience, &forecasts);
    parcels.iter().map(|parcel| json_of(parcel, db, frame)).collect()
}

fn json_of(parcel: &Parcel, db: &Database, frame: Frame) -> Result<ParcelJson, CliError> {
    Ok(ParcelJson::listed(parcel, &db.listed_details(parcel)?, frame))
}

fn table(parcels: &[Parcel], context: &CommandContext) -> Table {
    let texts = &context.texts;
    let mut table = Table::new(vec![
        t!(texts, "cli-list-id"),
        t!(texts, "cli-list-title"),
        t!(texts, "cli-list-number"),
        t!(texts, "cli-list-status"),
        t!(texts, "cli-list-silent"),
        String::new(),
        t!(texts, "cli-list-eta"),
        t!(texts, "cli-list-protection"),
    ]);
    for parcel in parcels {
        table.row(row(parcel, context));
    }
    table
}

fn row(parcel: &Parcel, context: &CommandContext) -> Vec<String> {
    let (texts, now) = (&context.texts, context.now());
    let stale = current_silence::is_stale(parcel, context.rules.limits(), now);
    let protection = parcel.protection().filter(|_| !parcel.is_finished());
    vec![
        parcel.id.to_string(),
        // Without title and number it is known by its order.
        parcel
            .title
            .as_deref()
            .unwrap_or_else(|| if parcel.number().is_none() { parcel.name() } else { "" })
            .to_owned(),
        parcel.number().map(ToString::to_string).unwrap_or_default(),
        domain_text::parcel_state(texts, parcel),
        // Nobody waits for news of a finished parcel.
        if parcel.is_finished() {
            String::new()
        } else {
            domain_text::days(texts, current_silence::silent_days(parcel, now).into())
        },
        match snooze::rest(parcel, context.gauge().today()) {
            SnoozeState::Asleep(until) => t!(texts, "cli-snoozed", day = domain_text::day(until)),
            _ if stale => t!(texts, "cli-stale"),
            _ => String::new(),
        },
        parcel.summary.eta.as_ref().map(|(eta, _)| domain_text::eta(*eta)).unwrap_or_default(),
        protection.map(|guard| protected(guard, texts)).unwrap_or_default(),
    ]
}

/// Until when it is protected; a day that was counted by a preset is assumed.
fn protected(guard: ProtectionEnd, texts: &Texts) -> String {
    let assumed = if guard.deadline.preset.is_some() { "~" } else { "" };
    t!(texts, "cli-protected", day = format!("{assumed}{}", domain_text::day(guard.deadline.until)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn items_come_into_their_order(from in (0usize..40).prop_flat_map(|n| Just((0..n).collect::<Vec<_>>()).prop_shuffle())) {
            let mut items: Vec<usize> = (0..from.len()).map(|i| i * 10).collect();
            reorder(&mut items, from.clone());
            prop_assert_eq!(items, from.iter().map(|i| i * 10).collect::<Vec<_>>());
        }
    }
}
