//! Setting the stage: the terminal is entered, the first frame drawn, the background started, and all of it put
//! away again.

use std::io;
use std::sync::Arc;
use std::time::Duration;

use tokio::sync::Notify;
use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};
use tokio::task::JoinHandle;
use tokio_util::sync::CancellationToken;

use super::backend::TerminalBackend;
use super::clipboard::Clipboard;
use super::daily_backup;
use super::database_watch;
use super::effects::EffectRunner;
use super::event_loop::EventLoop;
use super::first_screen_data;
use super::first_screen_data::FirstScreen;
use super::last_resort;
use super::paint::paint;
use super::panic_end;
use super::screen_context::{ScreenClock, ScreenContext};
use super::signals::Signals;
use super::terminal_modes::TerminalGuard;
use crate::app::{App, Input, update};
use crate::error_messages::Failure;
use crate::notify::{Bell, Courier, TerminalNotice, TerminalSink};
use crate::store::Store;
use crate::sync::{Progress, Worker};
use crate::texts::Texts;
use crate::use_cases::Caretaker;

/// How long the background may take to put its things down when the screen closes.
const FAREWELL: Duration = Duration::from_secs(2);

/// Shows the screen until the user leaves it or the terminal goes away.
///
/// # Errors
/// When the terminal cannot be set up or written to, the database cannot be read, or a part of the program panics.
pub fn run(session: ScreenContext) -> Result<(), Failure> {
    let alarm = panic_end::end_on_panic();
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build();
    let runtime = runtime.map_err(|error| Failure::Runtime(error.to_string()))?;
    let result = runtime.block_on(show(session, &alarm));
    runtime.shutdown_timeout(FAREWELL);
    result
}

async fn show(session: ScreenContext, alarm: &Notify) -> Result<(), Failure> {
    let clock = ScreenClock::new(session.clock);
    let now = clock.now();
    let gauge = session.settings.gauge(now);
    let mut screen = TerminalBackend::new().map_err(unusable)?;
    let (columns, rows) = screen.size().map_err(unusable)?;
    let first = session.store.begin(move |db| first_screen_data::read(db, &gauge, rows.into()));
    // Parsed while the store's thread reads.
    let _ = session.texts.loader();
    // Before the terminal is entered: a signal that came in between would leave it as it is.
    let signals = Signals::new().map_err(unusable)?;
    let last_resort = tokio::spawn(last_resort::end_when_told());
    let guard = TerminalGuard::enter().map_err(unusable)?;
    let mut app = App::new(session.settings.clone(), (columns, rows), now);
    let FirstScreen { version, inputs, is_whole } = first.await?;
    for input in inputs {
        // The first frame is drawn in any case, and what its inputs want read is among them.
        let _ = update(&mut app, input, now);
    }
    paint(&mut screen, &mut app, &session.texts, now).map_err(unusable)?;

    let stop = CancellationToken::new();
    let clipboard = Clipboard::new(session.clipboard);
    let background = start_background(session, version, &stop);
    let Background { texts, store, hands, inbox, notices, worker, couriers } = background;
    if !is_whole {
        hands.load_all();
    }
    hands.tell_unreadable();
    hands.tell_overdue_watcher();
    let stage = EventLoop::new(app, screen, clock, texts, hands, clipboard);
    let ended = stage.play(inbox, notices, signals, alarm).await;
    drop(guard);
    stop.cancel();
    // The loop gives back what it claimed, and what is being told is told; then the writer finishes what it was handed.
    let _ = tokio::time::timeout(FAREWELL, async { tokio::join!(worker, couriers) }).await;
    let _ = tokio::time::timeout(FAREWELL, tokio::task::spawn_blocking(move || store.shutdown())).await;
    last_resort.abort();
    ended
}

#[expect(clippy::needless_pass_by_value, reason = "for `map_err`")]
fn unusable(error: io::Error) -> Failure {
    Failure::Terminal(error.to_string())
}

/// Everything that runs beside the loop of the screen.
struct Background {
    texts: Texts,
    store: Store,
    hands: EffectRunner,
    inbox: UnboundedReceiver<Input>,
    /// What the terminal is to be told.
    notices: UnboundedReceiver<TerminalNotice>,
    worker: JoinHandle<()>,
    couriers: JoinHandle<()>,
}

fn start_background(session: ScreenContext, version: Option<i64>, stop: &CancellationToken) -> Background {
    let ScreenContext {
        store,
        database,
        sources,
        backups,
        unwritable,
        http,
        clock,
        texts,
        evidence,
        clipboard: _,
        settings: _,
        sync,
        notify,
    } = session;
    let (inbox_in, inbox) = unbounded_channel();
    let (orders, orders_out) = unbounded_channel();
    let (progress, progress_out) = unbounded_channel();
    let (notices_in, notices) = unbounded_channel();
    let worker = Worker { store: store.clone(), sources, http, clock, settings: sync };
    let hands = EffectRunner {
        store: store.clone(),
        clock,
        orders,
        inbox: inbox_in.clone(),
        evidence,
        language: texts.language(),
    };
    let caretaker = Caretaker {
        store: store.clone(),
        reader: notify.courier.reader.clone(),
        summary_at: notify.courier.rules.summary_at,
        clock,
        is_watcher: false,
        bell: Bell::new(),
        nudge: Arc::default(),
    };
    let bell = caretaker.bell.clone();
    let worker = tokio::spawn(worker.run(orders_out, progress, stop.clone()));
    if let Some(database) = database {
        let orders = hands.orders.clone();
        tokio::spawn(database_watch::heed(database, version, store.clone(), inbox_in.clone(), orders, bell.clone()));
    }
    if let Some(error) = unwritable {
        let _ = inbox_in.send(Input::Progress(Progress::Broken { error }));
    }
    if let Some((database, keep)) = backups {
        tokio::spawn(daily_backup::keep_making(database, keep, inbox_in.clone()));
    }
    tokio::spawn(forward(progress_out, inbox_in, caretaker.clone()));
    let sink = TerminalSink { host: notify.terminal, bytes: notices_in };
    let couriers = Courier::new(store.clone(), notify.courier).run(bell, Some(sink), stop.clone());
    let couriers = tokio::spawn(couriers);
    if notify.is_on {
        tokio::spawn(caretaker.run(stop.clone()));
    }
    Background { texts, store, hands, inbox, notices, worker, couriers }
}

async fn forward(mut progress: UnboundedReceiver<Progress>, inbox: UnboundedSender<Input>, caretaker: Caretaker) {
    while let Some(report) = progress.recv().await {
        caretaker.heed(&report);
        let _ = inbox.send(Input::Progress(report));
    }
}
