//! `posylka watch`: the loop without a screen.

mod heartbeat;
mod printed_notices;
mod service_manager;

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use clap::Args;
use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};
use tokio_util::sync::CancellationToken;

use self::heartbeat::Heartbeat;
use self::printed_notices::PrintedNotices;
use self::service_manager::ServiceManager;
use crate::cli::context::{CommandContext, CommandResult};
use crate::cli::exit_code::Exit;
use crate::cli::terminal_notices;
use crate::cli::text_output::stdout_abilities::talk;
use crate::config::Config;
use crate::error_messages::Failure;
use crate::notify::{Bell, Courier};
use crate::sources::{Http, Sources};
use crate::store::{Database, Store};
use crate::sync::{Progress, Worker, WorkerCommand};
use crate::t;
use crate::use_cases::{Caretaker, database_writes};

/// Ask when something is due, and tell what is new, without a screen
#[derive(Args, Debug)]
pub struct WatchArgs {
    /// One line of JSON for each notice
    #[arg(long)]
    pub json: bool,
}

/// So long another program may go on writing before its changes are looked at.
const SETTLE: Duration = Duration::from_secs(1);

/// Why a round of watching ended.
#[derive(Clone, Copy, PartialEq, Eq)]
enum RoundEnd {
    /// Ctrl-C or SIGTERM.
    Stopped,
    /// SIGHUP: the configuration is read again.
    Reload,
}

/// Watches until Ctrl-C or SIGTERM; SIGHUP reads the configuration again.
///
/// # Errors
/// The database cannot be opened.
pub fn run(args: &WatchArgs, context: &CommandContext) -> CommandResult {
    let db = context.open()?;
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    let runtime = runtime.map_err(|error| Failure::Runtime(error.to_string()))?;
    runtime.block_on(async {
        let store = Store::start(db);
        let manager = ServiceManager::of(&context.env);
        let mut printed = PrintedNotices::since_now(store.clone(), args.json).await?;
        let mut fresh: Option<CommandContext> = None;
        loop {
            let current = fresh.as_ref().unwrap_or(context);
            if round(current, &store, &manager, &mut printed).await? == RoundEnd::Stopped {
                break;
            }
            manager.reloading();
            fresh = reread(current).or(fresh);
        }
        manager.stopping();
        let _ = store.call(Database::unmark_watcher).await;
        store.shutdown();
        Ok(Exit::Done)
    })
}

/// The configuration as it is now; `None` where it has a mistake: then the old one goes on.
fn reread(context: &CommandContext) -> Option<CommandContext> {
    match Config::load(&context.flags, &context.env) {
        Ok(config) => Some(CommandContext::new(config, context.env.clone()).with_flags(context.flags.clone())),
        Err(mistake) => {
            let message = Failure::from(mistake).message(&context.texts);
            talk(&t!(context.texts, "watch-old-configuration", what = message.what.to_string()));
            None
        }
    }
}

async fn round(
    context: &CommandContext,
    store: &Store,
    manager: &ServiceManager,
    printed: &mut PrintedNotices,
) -> Result<RoundEnd, Failure> {
    let (stop, settings, clock) = (CancellationToken::new(), context.courier(), context.clock());
    let (orders, orders_out) = unbounded_channel();
    let (progress_in, progress) = unbounded_channel();
    let http = if context.config.offline { Http::offline() } else { Http::live(context.config.http.clone()) };
    let sources = Arc::new(Sources::new(&context.config.sources));
    let worker = Worker { store: store.clone(), sources, http: http.clone(), clock, settings: context.sync() };
    let caretaker = Caretaker {
        store: store.clone(),
        reader: settings.reader.clone(),
        summary_at: settings.rules.summary_at,
        clock,
        is_watcher: true,
        bell: Bell::new(),
        nudge: Arc::default(),
    };
    let bell = caretaker.bell.clone();
    let heart = Heartbeat::new(context.config.notify.heartbeat.clone(), http);
    let courier = Courier::new(store.clone(), settings);
    let tasks = [
        tokio::spawn(worker.run(orders_out, progress_in, stop.clone())),
        tokio::spawn(courier.run(bell.clone(), terminal_notices::sink(context), stop.clone())),
        tokio::spawn(caretaker.clone().run(stop.clone())),
        tokio::spawn(heart.clone().beat(store.clone(), stop.clone())),
        tokio::spawn(manager.clone().watchdog(store.clone(), stop.clone())),
    ];
    let neighbours = tokio::spawn(heed_neighbours(context.config.database(), store.clone(), bell.clone(), orders));
    let followed = tokio::spawn(follow(progress, caretaker, heart));
    manager.ready();
    tracing::info!("watching");
    let reader = context.reader();
    let end = tokio::select! {
        end = asked_to_end() => end,
        // Whoever reads has gone.
        () = printed.print(&reader, &bell) => RoundEnd::Stopped,
    };
    stop.cancel();
    neighbours.abort();
    for task in tasks {
        let _ = task.await;
    }
    let _ = followed.await;
    printed.print_new(&reader).await;
    Ok(end)
}

/// Passes on what the loop that asks is doing.
async fn follow(mut progress: UnboundedReceiver<Progress>, caretaker: Caretaker, heart: Heartbeat) {
    while let Some(step) = progress.recv().await {
        caretaker.heed(&step);
        if let Progress::Broken { error } = &step {
            tracing::error!("{error}");
            heart.fail().await;
        }
    }
}

/// Other programs write into the database: there may be something to tell, and something to ask.
async fn heed_neighbours(database: PathBuf, store: Store, bell: Bell, orders: UnboundedSender<WorkerCommand>) {
    let version = || async { store.call(|db| db.data_version()).await.ok() };
    let mut writes = database_writes::watch(&database);
    let mut known = version().await;
    while writes.recv().await.is_some() {
        // A writer commits several times in a row.
        tokio::time::sleep(SETTLE).await;
        while writes.try_recv().is_ok() {}
        // It moves only when somebody else commits.
        let now = version().await;
        if now != known {
            known = now;
            bell.ring();
            if orders.send(WorkerCommand::Wake).is_err() {
                return;
            }
        }
    }
}

async fn asked_to_end() -> RoundEnd {
    use tokio::signal::unix::{SignalKind, signal};
    let (Ok(mut terminate), Ok(mut hangup)) = (signal(SignalKind::terminate()), signal(SignalKind::hangup())) else {
        return RoundEnd::Stopped;
    };
    tokio::select! {
        _ = tokio::signal::ctrl_c() => RoundEnd::Stopped,
        _ = terminate.recv() => RoundEnd::Stopped,
        _ = hangup.recv() => RoundEnd::Reload,
    }
}
