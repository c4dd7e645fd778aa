//! `posylka sync`: one pass over what is due.

use std::sync::Arc;

use tokio::sync::mpsc;
use tokio_util::sync::CancellationToken;

use clap::Args;

use super::list;
use crate::cli::context::{CommandContext, CommandResult};
use crate::cli::error::CliError;
use crate::cli::exit_code::Exit;
use crate::cli::text_output::stdout_abilities::{Output, talk};
use crate::cli::text_output::{domain_text, trouble_text, unasked_text};
use crate::domain::{Parcel, UnaskedReason};
use crate::error_messages::Failure;
use crate::json::sync::{FailureJson, PausedJson, UnaskedJson};
use crate::json::{SyncJson, instant};
use crate::notify::{Bell, ChannelKind, Courier};
use crate::sources::{Http, Sources};
use crate::store::{Database, Store};
use crate::sync::{PassReport, Progress, Scope, Skipped, Worker};
use crate::t;
use crate::use_cases::Caretaker;
use crate::wording;

/// Ask the sources once about what is due
#[derive(Args, Debug)]
pub struct SyncArgs {
    /// Ask about everything unfinished, due or not
    #[arg(long)]
    pub force: bool,
    /// As JSON: what was checked, changed and failed
    #[arg(long)]
    pub json: bool,
    /// Only these parcels, now
    #[arg(value_name = "NUMBER|ID")]
    pub keys: Vec<String>,
}

/// Asks what is due, tells the progress on standard error, and prints what changed.
///
/// # Errors
/// A parcel is unknown, or the database fails. Sources that fail are [`Exit::Partly`].
pub fn run(args: &SyncArgs, context: &CommandContext, out: &mut Output) -> CommandResult {
    let db = context.open()?;
    let scope = scope(args, context, &db)?;
    if context.config.offline {
        talk(&t!(context.texts, "cli-sync-offline"));
        return print(args, &PassReport::default(), context, &db, out);
    }
    let named = !matches!(scope, Scope::Due);
    let FinishedPass { report, end } = run_pass(db, scope, context)?;
    let stopped = end == PassEnd::Interrupted;
    if named {
        report_skipped(&report, context);
    }
    let exit = print(args, &report, context, &context.open()?, out)?;
    unasked_text::report(&report, context);
    if stopped {
        talk(&t!(context.texts, "cli-sync-stopped"));
    }
    // A pass over what is due leaves paused sources alone; with parcels named, that is only partly what was asked for.
    let missed = report.skipped.iter().any(|(.., why)| matches!(why, Skipped::Paused(..) | Skipped::OutOfTime));
    let missed = missed || !report.unasked.dead_ends.is_empty();
    Ok(if stopped || (named && missed) { Exit::Partly } else { exit })
}

fn scope(args: &SyncArgs, context: &CommandContext, db: &Database) -> Result<Scope, CliError> {
    if args.keys.is_empty() {
        return Ok(if args.force { Scope::All } else { Scope::Due });
    }
    let parcels = context.find_all(db, &args.keys)?;
    for parcel in parcels.iter().filter(|parcel| parcel.numbers.is_empty()) {
        talk(&t!(context.texts, "error-no-number", name = parcel.name()));
    }
    Ok(Scope::Parcels(parcels.iter().map(|parcel| parcel.id).collect()))
}

/// How a pass ended.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum PassEnd {
    /// Everything in its scope was looked at.
    Completed,
    /// By Ctrl-C or SIGTERM; what was answered until then is kept.
    Interrupted,
}

/// A pass that is over.
struct FinishedPass {
    report: PassReport,
    end: PassEnd,
}

fn run_pass(db: Database, scope: Scope, context: &CommandContext) -> Result<FinishedPass, CliError> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    let runtime = runtime.map_err(|error| Failure::Runtime(error.to_string()))?;
    runtime.block_on(async {
        let store = Store::start(db);
        let worker = Worker {
            store: store.clone(),
            sources: Arc::new(Sources::new(&context.config.sources)),
            http: Http::live(context.config.http.clone()),
            clock: context.clock(),
            settings: context.sync(),
        };
        let (sender, progress) = mpsc::unbounded_channel();
        let stop = CancellationToken::new();
        let interrupt = tokio::spawn(stop_on_signal(stop.clone()));
        let (report, ()) = tokio::join!(
            async {
                let report = worker.pass(scope, &sender, &stop).await;
                drop(sender);
                report
            },
            report_progress(progress, context)
        );
        tell(&store, context).await;
        interrupt.abort();
        drop(worker);
        store.shutdown();
        let end = if stop.is_cancelled() { PassEnd::Interrupted } else { PassEnd::Completed };
        Ok(FinishedPass { report: report?, end })
    })
}

/// Tells what the pass brought, where there is a way that needs no terminal: a timer may run nothing else.
async fn tell(store: &Store, context: &CommandContext) {
    let settings = context.courier();
    if !settings.channels.iter().any(|channel| channel.enabled && channel.kind != ChannelKind::Terminal) {
        return;
    }
    let caretaker = Caretaker {
        store: store.clone(),
        reader: settings.reader.clone(),
        summary_at: settings.rules.summary_at,
        clock: context.clock(),
        is_watcher: false,
        bell: Bell::new(),
        nudge: Arc::default(),
    };
    if let Err(error) = caretaker.look(context.now()).await {
        tracing::warn!("looking for what is to be told: {error}");
    }
    for delivered in Courier::new(store.clone(), settings).round(None, None).await {
        if let Some(why) = delivered.trouble {
            talk(&t!(context.texts, "notify-test-failed", name = delivered.channel, why = why));
        }
    }
}

/// Ctrl-C and SIGTERM end the pass: what was answered so far is kept.
async fn stop_on_signal(stop: CancellationToken) {
    use tokio::signal::unix::{SignalKind, signal};
    let Ok(mut terminate) = signal(SignalKind::terminate()) else { return };
    tokio::select! {
        _ = tokio::signal::ctrl_c() => {}
        _ = terminate.recv() => {}
    }
    stop.cancel();
}

async fn report_progress(mut progress: mpsc::UnboundedReceiver<Progress>, context: &CommandContext) {
    let texts = &context.texts;
    while let Some(step) = progress.recv().await {
        // The rest of the talk is in the summary.
        if let Progress::Answered { source, number, outcome, detail, done, total } = step {
            let ended = wording::trouble::told(texts, outcome, detail.as_deref());
            talk(&format!("{done}/{total} {source} {number}: {ended}"));
        }
    }
}

/// Parcels that were named and not asked about, and why.
fn report_skipped(report: &PassReport, context: &CommandContext) {
    let texts = &context.texts;
    for (source, number, why) in &report.skipped {
        let (source, number) = (source.to_string(), number.to_string());
        match why {
            Skipped::TooSoon(until) => {
                let until = domain_text::instant(*until);
                talk(&t!(texts, "cli-sync-too-soon", source = source, number = number, until = until));
            }
            Skipped::OutOfTime => talk(&t!(texts, "cli-sync-out-of-time", source = source, number = number)),
            // A pause is told once a source; what somebody else asks will be in the database.
            Skipped::Paused(..) | Skipped::Elsewhere(_) => {}
        }
    }
}

fn print(
    args: &SyncArgs,
    report: &PassReport,
    context: &CommandContext,
    db: &Database,
    out: &mut Output,
) -> CommandResult {
    let changed = changed(report, db)?;
    if args.json {
        out.json(&json(report, &changed, context, db)?)?;
    } else {
        for parcel in &changed {
            let state = domain_text::parcel_state(&context.texts, parcel);
            let event = parcel.summary.last_event.as_ref();
            let event = event.map(|e| format!(": {} {}", domain_text::when(e.time), e.words())).unwrap_or_default();
            out.line(&format!("{}  {state}{event}", parcel.name()))?;
        }
    }
    report_summary(report, context, db)?;
    Ok(if report.failures.is_empty() { Exit::Done } else { Exit::Partly })
}

fn changed(report: &PassReport, db: &Database) -> Result<Vec<Parcel>, CliError> {
    let mut parcels = Vec::new();
    for id in &report.changed {
        parcels.extend(db.parcel(*id)?);
    }
    Ok(parcels)
}

fn report_summary(report: &PassReport, context: &CommandContext, db: &Database) -> Result<(), CliError> {
    let (checked, failed) = (report.checked, report.failures.len());
    tracing::info!(checked, failed, changed = report.changed.len(), "synced");
    talk(&t!(context.texts, "cli-sync-summary", checked = checked, changed = report.changed.len(), failed = failed));
    for (source, outcome, until) in &report.paused {
        let state = db.source_state(source)?;
        let outcome = trouble_text::of_state(state.as_ref(), *outcome, &context.texts);
        let source = source.to_string();
        talk(&match until.map(domain_text::instant) {
            Some(until) => {
                t!(context.texts, "cli-sync-paused-until", source = source, outcome = outcome, until = until)
            }
            None => t!(context.texts, "cli-sync-paused", source = source, outcome = outcome),
        });
    }
    for (source, number, outcome, detail) in &report.failures {
        let logged = detail.as_ref().map(|text| format!(" ({text})")).unwrap_or_default();
        tracing::warn!("{source} {number}: {}{logged}", outcome.as_str());
        let ended = wording::trouble::told(&context.texts, *outcome, detail.as_deref());
        talk(&format!("  {source} {number}: {ended}"));
    }
    Ok(())
}

fn json(
    report: &PassReport,
    changed: &[Parcel],
    context: &CommandContext,
    db: &Database,
) -> Result<SyncJson, CliError> {
    let failures = report.failures.iter().map(|(source, number, outcome, detail)| FailureJson {
        source: source.to_string(),
        number: number.to_string(),
        outcome: outcome.as_str(),
        detail: detail.as_ref().map(ToString::to_string),
    });
    let paused = report.paused.iter().map(|(source, outcome, until)| PausedJson {
        source: source.to_string(),
        outcome: outcome.as_str(),
        until: until.map(instant),
    });
    let unasked = report.unasked.dead_ends.iter().map(|(number, why)| UnaskedJson {
        number: number.to_string(),
        reason: why.as_str(),
        sources: match why {
            UnaskedReason::PinnedOff(sources) => sources.iter().map(ToString::to_string).collect(),
            UnaskedReason::NoSource => Vec::new(),
        },
    });
    Ok(SyncJson {
        checked: report.checked,
        changed: list::json(changed, context, db)?,
        failures: failures.collect(),
        paused: paused.collect(),
        unasked: unasked.collect(),
    })
}
