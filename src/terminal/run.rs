//! The one loop: something happens, the state changes, effects start, and what changed is drawn.

use std::io;
use std::time::{Duration, Instant};

use chrono::{DateTime, Utc};
use color_eyre::eyre;
use crossterm::event::{Event, EventStream};
use futures_util::StreamExt;
use tokio::sync::Notify;
use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};
use tokio_util::sync::CancellationToken;

use super::effects::{Hands, load_dossier, load_parcels};
use super::guard::{self, Guard};
use super::pace::Pace;
use super::screen::Screen;
use super::session::{ScreenClock, Session};
use super::signals::{Asked, Signals};
use super::{hangup, neighbours, osc52, signals};
use crate::app::{App, Effect, Key, Message, update};
use crate::store::Store;
use crate::sync::{Progress, Worker};
use crate::texts::Texts;
use crate::ui;

/// How long the background may take to put its things down when the screen closes.
const FAREWELL: Duration = Duration::from_secs(2);

/// Shows the screen until the user leaves it or the terminal goes away.
///
/// # Errors
/// When the terminal cannot be set up or written to, or the database cannot be read.
pub fn run(session: Session) -> eyre::Result<()> {
    let alarm = guard::end_on_panic();
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build()?;
    let result = runtime.block_on(show(session, &alarm));
    runtime.shutdown_timeout(FAREWELL);
    result
}

async fn show(session: Session, alarm: &Notify) -> eyre::Result<()> {
    let clock = ScreenClock::new(session.clock);
    // Before the terminal is entered: a signal that came in between would leave it as it is.
    let signals = Signals::new()?;
    let guard = Guard::enter()?;
    let mut screen = Screen::new()?;
    let now = clock.now();
    let mut app = App::new(session.settings.clone(), screen.size()?, now);
    let version = neighbours::version(&session.store).await;
    fill(&mut app, &session.store, now).await?;
    paint(&mut screen, &mut app, &session.texts, now)?;

    let stop = CancellationToken::new();
    let (texts, store, hands, inbox, worker) = start_background(session, version, &stop);
    let stage = Stage { app, screen, clock, texts, hands, pace: Pace::new(), wiped: false };
    let ended = stage.play(inbox, signals, alarm).await;
    drop(guard);
    stop.cancel();
    // The loop gives back what it claimed; then the writer finishes what it was handed.
    let _ = tokio::time::timeout(FAREWELL, worker).await;
    let _ = tokio::time::timeout(FAREWELL, tokio::task::spawn_blocking(move || store.shutdown())).await;
    ended
}

/// Reads what the first frame shows, so that it is the only one at the start.
async fn fill(app: &mut App, store: &Store, now: DateTime<Utc>) -> eyre::Result<()> {
    update(app, store.call(|db| load_parcels(db)).await?, now);
    let Some(id) = app.selected().map(|p| p.id) else { return Ok(()) };
    if let Some(dossier) = store.call(move |db| load_dossier(db, id)).await? {
        update(app, dossier, now);
    }
    Ok(())
}

type Background = (Texts, Store, Hands, UnboundedReceiver<Message>, tokio::task::JoinHandle<()>);

fn start_background(session: Session, version: Option<i64>, stop: &CancellationToken) -> Background {
    let Session { store, database, sources, http, clock, texts, settings: _, sync } = session;
    let (inbox_in, inbox) = unbounded_channel();
    let (orders, orders_out) = unbounded_channel();
    let (progress, progress_out) = unbounded_channel();
    let worker = Worker { store: store.clone(), sources, http, clock, settings: sync };
    let hands = Hands { store: store.clone(), clock, orders, inbox: inbox_in.clone() };
    let handle = tokio::spawn(worker.run(orders_out, progress, stop.clone()));
    if let Some(database) = database {
        tokio::spawn(neighbours::heed(database, version, store.clone(), inbox_in.clone(), hands.orders.clone()));
    }
    tokio::spawn(forward(progress_out, inbox_in));
    (texts, store, hands, inbox, handle)
}

async fn forward(mut progress: UnboundedReceiver<Progress>, inbox: UnboundedSender<Message>) {
    while let Some(report) = progress.recv().await {
        let _ = inbox.send(Message::Progress(report));
    }
}

fn paint(screen: &mut Screen, app: &mut App, texts: &Texts, now: DateTime<Utc>) -> io::Result<()> {
    let mut drawn = None;
    screen.draw(|frame| drawn = Some(ui::draw(frame, app, texts, now)))?;
    app.take_dirty();
    if let Some(drawn) = drawn {
        app.drawn(drawn);
    }
    Ok(())
}

/// What woke the loop.
enum Woken {
    Message(Message),
    Asked(Asked),
    /// The terminal is gone, without a signal.
    Gone,
    /// A panic somewhere: the terminal has been given back already.
    Panicked,
    /// It is time: for a text that changes by itself, or for a frame that was put off.
    Time,
    /// An event without meaning here.
    Nothing,
}

/// Whether the loop goes on.
enum Next {
    On,
    End,
}

struct Stage {
    app: App,
    screen: Screen,
    clock: ScreenClock,
    texts: Texts,
    hands: Hands,
    pace: Pace,
    /// The terminal shows something else than the last frame.
    wiped: bool,
}

impl Stage {
    async fn play(
        mut self,
        mut inbox: UnboundedReceiver<Message>,
        mut signals: Signals,
        alarm: &Notify,
    ) -> eyre::Result<()> {
        let mut keys = EventStream::new();
        let gone = hangup::watch();
        let mut frame_due: Option<Instant> = None;
        loop {
            let sleep = self.sleep(frame_due);
            let woken = tokio::select! {
                biased;
                () = alarm.notified() => Woken::Panicked,
                asked = signals.next() => Woken::Asked(asked),
                () = gone.notified() => Woken::Gone,
                event = keys.next() => read(event),
                Some(message) = inbox.recv() => Woken::Message(message),
                () = sleep_for(sleep) => Woken::Time,
            };
            let mut pressed =
                matches!(woken, Woken::Message(Message::Key(_) | Message::Paste(_) | Message::Resize(..)));
            if let Next::End = self.answer(woken)? {
                return Ok(());
            }
            // Everything that is already here belongs into the same frame.
            while let Some(woken) = ready(&mut keys, &mut inbox).await {
                pressed |= matches!(woken, Woken::Message(Message::Key(_) | Message::Paste(_) | Message::Resize(..)));
                if let Next::End = self.answer(woken)? {
                    return Ok(());
                }
            }
            frame_due = self.draw(pressed, frame_due)?;
        }
    }

    /// How long nothing will happen by itself; `None`: for ever.
    fn sleep(&self, frame_due: Option<Instant>) -> Option<Duration> {
        let now = self.clock.now();
        let change = self.app.next_change(now).map(|at| (at - now).to_std().unwrap_or_default());
        let frame = frame_due.map(|at| at.saturating_duration_since(Instant::now()));
        match (change, frame) {
            (Some(a), Some(b)) => Some(a.min(b)),
            (a, b) => a.or(b),
        }
    }

    fn answer(&mut self, woken: Woken) -> io::Result<Next> {
        match woken {
            Woken::Message(message @ Message::Resize(..)) => {
                // Also where the size is the old one again: the terminal may have lost what it showed in between.
                self.wiped = true;
                self.tell(message)
            }
            Woken::Message(message) => self.tell(message),
            Woken::Time => self.tell(Message::Tick),
            Woken::Asked(Asked::Suspend) => {
                suspend();
                Ok(Next::On)
            }
            Woken::Asked(Asked::Resume) => {
                guard::reenter()?;
                self.wiped = true;
                let (width, height) = self.screen.size()?;
                self.tell(Message::Resize(width, height))
            }
            Woken::Asked(Asked::Hangup) | Woken::Gone => {
                hangup::detach();
                Ok(Next::End)
            }
            Woken::Asked(Asked::Quit) => Ok(Next::End),
            Woken::Panicked => {
                Err(io::Error::other("a part of the program failed, see above; the database is not harmed"))
            }
            Woken::Nothing => Ok(Next::On),
        }
    }

    /// Changes the state and starts the effects.
    fn tell(&mut self, message: Message) -> io::Result<Next> {
        let now = self.clock.now();
        for effect in update(&mut self.app, message, now) {
            match effect {
                Effect::Quit => return Ok(Next::End),
                Effect::Suspend => suspend(),
                Effect::Copy(text) => {
                    osc52::copy(&text)?;
                    update(&mut self.app, Message::Copied, now);
                }
                effect => self.hands.start(effect),
            }
        }
        Ok(Next::On)
    }

    /// Draws if something visible changed; returns when to draw what was put off.
    fn draw(&mut self, pressed: bool, frame_due: Option<Instant>) -> io::Result<Option<Instant>> {
        if !self.app.is_dirty() && !self.wiped {
            return Ok(None);
        }
        let now = Instant::now();
        let wait = self.pace.wait(now, pressed);
        if !wait.is_zero() {
            return Ok(frame_due.or(Some(now + wait)));
        }
        if std::mem::take(&mut self.wiped) {
            self.screen.forget()?;
        }
        paint(&mut self.screen, &mut self.app, &self.texts, self.clock.now())?;
        self.pace.drew(Instant::now());
        Ok(None)
    }
}

/// Gives the terminal back and stops, until SIGCONT brings the screen back.
fn suspend() {
    if signals::can_stop() {
        guard::leave();
        signals::stop();
    }
}

fn read(event: Option<io::Result<Event>>) -> Woken {
    match event {
        Some(Ok(Event::Key(key))) => {
            Key::from_event(&key).map_or(Woken::Nothing, |key| Woken::Message(Message::Key(key)))
        }
        Some(Ok(Event::Paste(text))) => Woken::Message(Message::Paste(text)),
        Some(Ok(Event::Resize(width, height))) => Woken::Message(Message::Resize(width, height)),
        Some(Ok(Event::FocusGained)) => Woken::Message(Message::Focus(true)),
        Some(Ok(Event::FocusLost)) => Woken::Message(Message::Focus(false)),
        Some(Ok(Event::Mouse(_))) => Woken::Nothing,
        Some(Err(_)) | None => Woken::Gone,
    }
}

/// What is here already, keys first. Polled with the task's own waker: crossterm keeps the first waker it gets, so
/// that asking it "is there a key" with any other would lose the next one.
async fn ready(keys: &mut EventStream, inbox: &mut UnboundedReceiver<Message>) -> Option<Woken> {
    tokio::select! {
        biased;
        event = keys.next() => Some(read(event)),
        Some(message) = inbox.recv() => Some(Woken::Message(message)),
        () = std::future::ready(()) => None,
    }
}

async fn sleep_for(duration: Option<Duration>) {
    match duration {
        Some(duration) => tokio::time::sleep(duration).await,
        None => std::future::pending().await,
    }
}
