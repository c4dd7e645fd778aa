//! `posylka forecast`

mod replay_report;

use clap::Args;
use serde::Serialize;

use crate::cli::context::{CommandContext, CommandResult};
use crate::cli::error::CliError;
use crate::cli::exit_code::Exit;
use crate::cli::text_output::domain_text;
use crate::cli::text_output::stdout_abilities::{Output, talk};
use crate::cli::text_output::table::Table;
use crate::domain::forecast::{Forecast, Forecasts};
use crate::domain::{Parcel, SortKey, parcel_sorting};
use crate::json::ForecastJson;
use crate::store::{ArchiveFilter, Database};
use crate::t;
use crate::use_cases::named_days;
use crate::wording;

/// Print when parcels are likely to arrive, learned from those that were delivered
#[derive(Args, Debug)]
pub struct ForecastArgs {
    /// Only this parcel: a tracking number or a parcel's id
    #[arg(value_name = "NUMBER|ID", conflicts_with = "replay")]
    pub key: Option<String>,
    /// Make all forecasts of delivered parcels again, each from what was known then, and print how they came out
    #[arg(long)]
    pub replay: bool,
    /// As JSON
    #[arg(long)]
    pub json: bool,
}

/// A parcel and its forecast.
#[derive(Serialize, Debug)]
struct ParcelForecastJson {
    id: i64,
    number: Option<String>,
    forecast: Option<ForecastJson>,
}

/// Prints when parcels are likely to arrive, or how earlier forecasts came out.
///
/// # Errors
/// There is no such parcel, or the database fails.
pub fn run(args: &ForecastArgs, context: &CommandContext, out: &mut Output) -> CommandResult {
    let mut db = context.open()?;
    if args.replay {
        named_days::read_kept_answers(&mut db)?;
        return replay_report::run(args.json, context, &db, out);
    }
    let forecasts = context.forecasts(&db)?;
    let parcels = chosen(args, context, &db)?;
    let forecast = |parcel: &Parcel| forecasts.of_parcel(parcel);
    if args.json {
        let of = |parcel: &Parcel| ParcelForecastJson {
            id: parcel.id.0,
            number: parcel.number().map(ToString::to_string),
            forecast: forecast(parcel).as_ref().map(ForecastJson::of),
        };
        out.json(&parcels.iter().map(of).collect::<Vec<_>>())?;
        return Ok(Exit::Done);
    }
    table(&parcels, &forecasts, context).write(out)?;
    if parcels.iter().all(|parcel| forecast(parcel).is_none()) {
        talk(&t!(context.texts, "cli-forecast-none"));
    }
    Ok(Exit::Done)
}

/// The one that was asked for, or all that are not put away, the first expected first.
fn chosen(args: &ForecastArgs, context: &CommandContext, db: &Database) -> Result<Vec<Parcel>, CliError> {
    if let Some(key) = &args.key {
        return Ok(vec![context.find(db, key)?]);
    }
    let parcels = db.parcels(ArchiveFilter::Active)?;
    let mut places: Vec<usize> = (0..parcels.len()).collect();
    parcel_sorting::sort(&mut places, &parcels, SortKey::Eta, &context.gauge());
    Ok(places.into_iter().map(|place| parcels[place].clone()).collect())
}

/// The carrier's days first, then own ones: a forecast never looks like a promise.
fn table(parcels: &[Parcel], forecasts: &Forecasts, context: &CommandContext) -> Table {
    let texts = &context.texts;
    let mut table = Table::new(vec![
        t!(texts, "cli-list-title"),
        t!(texts, "cli-list-number"),
        t!(texts, "cli-forecast-carrier"),
        t!(texts, "cli-forecast-own"),
        t!(texts, "cli-forecast-by"),
    ]);
    for parcel in parcels {
        if let Some(forecast) = forecasts.of_parcel(parcel) {
            table.row(row(parcel, &forecast, context));
        }
    }
    table
}

fn row(parcel: &Parcel, forecast: &Forecast, context: &CommandContext) -> Vec<String> {
    let eta = parcel.summary.eta.as_ref();
    vec![
        parcel.title.as_deref().unwrap_or_default().to_owned(),
        parcel.number().map(ToString::to_string).unwrap_or_default(),
        eta.map(|(eta, source)| format!("{} ({source})", domain_text::eta(*eta))).unwrap_or_default(),
        wording::forecast::line(&context.texts, forecast, domain_text::day),
        wording::forecast::by(&context.texts, forecast, domain_text::day).unwrap_or_default(),
    ]
}
