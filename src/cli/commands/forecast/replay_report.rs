//! `posylka forecast --replay`: how the forecasts would have come out, and how the sources' days did.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::cli::context::{CommandContext, CommandResult};
use crate::cli::exit_code::Exit;
use crate::cli::text_output::stdout_abilities::{Output, talk};
use crate::cli::text_output::table::Table;
use crate::domain::StalenessContext;
use crate::domain::forecast::{
    ExpectedDay, Milestones, ReplayScore, Replayed, RouteEnds, SourceAccuracy, accuracy, replay, scores_by,
};
use crate::store::Database;
use crate::t;
use crate::texts::Texts;
use crate::wording;

#[derive(Serialize, Debug)]
struct ReplayJson {
    all: ScoreJson,
    landmarks: BTreeMap<&'static str, ScoreJson>,
    lanes: BTreeMap<String, ScoreJson>,
    sources: Vec<AccuracyJson>,
}

/// How forecasts came out; days, `null` where there was none.
#[derive(Serialize, Debug)]
struct ScoreJson {
    forecasts: u32,
    coverage: Option<f64>,
    mean_width: Option<f64>,
    mean_error: Option<f64>,
    mean_bias: Option<f64>,
}

/// How good the first days were that a source named.
#[derive(Serialize, Debug)]
struct AccuracyJson {
    source: String,
    parcels: u32,
    right: u32,
    mean_days_late: f64,
}

/// Prints how the forecasts and the sources' days came out.
///
/// # Errors
/// The database fails.
pub fn run(json: bool, context: &CommandContext, db: &Database, out: &mut Output) -> CommandResult {
    let StalenessContext { offset, .. } = context.gauge();
    let own: Vec<Milestones> = db.milestones()?.into_iter().map(|(_, way)| way).collect();
    let replayed = replay(&own, offset);
    let named: Vec<ExpectedDay> = db
        .first_named_days()?
        .into_iter()
        .map(|(named, at)| ExpectedDay {
            source: named.source,
            named: named.eta,
            delivered: at.with_timezone(&offset).date_naive(),
        })
        .collect();
    let accuracy = accuracy(&named);
    if json {
        out.json(&as_json(&replayed, &accuracy))?;
        return Ok(Exit::Done);
    }
    print(&replayed, &accuracy, &context.texts, out)?;
    Ok(Exit::Done)
}

fn as_json(replayed: &[Replayed], accuracy: &[SourceAccuracy]) -> ReplayJson {
    let landmarks = scores_by(replayed, |forecast| forecast.landmark.as_str());
    let lanes = scores_by(replayed, |forecast| lane(forecast.lane));
    ReplayJson {
        all: ScoreJson::of(&ReplayScore::of(replayed)),
        landmarks: landmarks.into_iter().map(|(landmark, score)| (landmark, ScoreJson::of(&score))).collect(),
        lanes: lanes.into_iter().map(|(lane, score)| (lane, ScoreJson::of(&score))).collect(),
        sources: accuracy
            .iter()
            .map(|source| AccuracyJson {
                source: source.source.to_string(),
                parcels: source.parcels,
                right: source.right,
                mean_days_late: tenths(source.mean_days_late),
            })
            .collect(),
    }
}

impl ScoreJson {
    fn of(score: &ReplayScore) -> Self {
        let some = |value: f64| (score.forecasts > 0).then_some(value);
        Self {
            forecasts: score.forecasts,
            coverage: some((score.coverage() * 1000.0).round() / 1000.0),
            mean_width: some(tenths(score.mean_width())),
            mean_error: some(tenths(score.mean_error())),
            mean_bias: some(tenths(score.mean_bias())),
        }
    }
}

fn tenths(value: f64) -> f64 {
    (value * 10.0).round() / 10.0
}

fn lane((from, to): RouteEnds) -> String {
    let end = |country: Option<crate::domain::Country>| country.map_or_else(|| "?".to_owned(), |c| c.to_string());
    format!("{} → {}", end(from), end(to))
}

fn print(replayed: &[Replayed], sources: &[SourceAccuracy], texts: &Texts, out: &mut Output) -> std::io::Result<()> {
    if replayed.is_empty() {
        talk(&t!(texts, "cli-replay-none"));
    } else {
        let mut table = Table::new(headings(texts));
        table.row(row(t!(texts, "cli-replay-all"), &ReplayScore::of(replayed)));
        for (landmark, score) in scores_by(replayed, |forecast| forecast.landmark) {
            table.row(row(wording::forecast::landmark(texts, landmark), &score));
        }
        for (lane, score) in scores_by(replayed, |forecast| lane(forecast.lane)) {
            table.row(row(lane, &score));
        }
        table.write(out)?;
    }
    for source in sources {
        out.line(&t!(
            texts,
            "cli-replay-source",
            source = source.source.to_string(),
            share = percent(f64::from(source.right) / f64::from(source.parcels)),
            off = days_off(texts, source.mean_days_late),
            n = source.parcels
        ))?;
    }
    Ok(())
}

fn headings(texts: &Texts) -> Vec<String> {
    vec![
        t!(texts, "cli-replay-what"),
        t!(texts, "cli-replay-forecasts"),
        t!(texts, "cli-replay-within"),
        t!(texts, "cli-replay-width"),
        t!(texts, "cli-replay-error"),
        t!(texts, "cli-replay-bias"),
    ]
}

fn row(what: String, score: &ReplayScore) -> Vec<String> {
    let days = |value: f64| tenths(value).to_string();
    vec![
        what,
        score.forecasts.to_string(),
        percent(score.coverage()),
        days(score.mean_width()),
        days(score.mean_error()),
        days(score.mean_bias()),
    ]
}

fn days_off(texts: &Texts, late: f64) -> String {
    let (late, days) = (tenths(late), tenths(late.abs()).to_string());
    match late {
        late if late > 0.0 => t!(texts, "forecast-days-early", days = days),
        late if late < 0.0 => t!(texts, "forecast-days-late", days = days),
        _ => t!(texts, "forecast-days-even"),
    }
}

fn percent(share: f64) -> String {
    format!("{:.0} %", share * 100.0)
}
