//! The one loop: something happens, the state changes, effects start, and what changed is drawn.

use std::io;
use std::time::{Duration, Instant};

use chrono::{DateTime, Utc};
use crossterm::event::EventStream;
use futures_util::StreamExt;
use tokio::sync::Notify;
use tokio::sync::mpsc::UnboundedReceiver;

use super::backend::TerminalBackend;
use super::context::ScreenClock;
use super::effects::EffectRunner;
use super::external_editor;
use super::external_editor::Edited;
use super::frame_pacing::Pace;
use super::signals::{SignalRequest, Signals};
use super::terminal_modes;
use super::wakeup::{Wakeup, read, ready, sleep_for};
use super::{hangup, osc52, signals};
use crate::app::{App, Effect, Input, update};
use crate::domain::CleanText;
use crate::error_messages::Failure;
use crate::texts::Texts;
use crate::ui;

/// After so long a key's frame is drawn, whatever else is waiting.
const HURRY: Duration = Duration::from_millis(5);

/// Whether the loop goes on, and when a frame that was put off is due.
enum Next {
    On(Option<Instant>),
    End,
}

/// The screen while it is open.
pub(super) struct EventLoop {
    app: App,
    screen: TerminalBackend,
    clock: ScreenClock,
    texts: Texts,
    hands: EffectRunner,
    pace: Pace,
    /// The terminal shows something else than the last frame.
    wiped: bool,
    /// A text that the reader's own editor is to have.
    outside: Option<CleanText>,
}

impl EventLoop {
    pub fn new(app: App, screen: TerminalBackend, clock: ScreenClock, texts: Texts, hands: EffectRunner) -> Self {
        Self { app, screen, clock, texts, hands, pace: Pace::new(), wiped: false, outside: None }
    }

    /// Goes on until the user leaves, a signal ends it, or the terminal is gone.
    ///
    /// # Errors
    /// After a panic anywhere in the program.
    pub async fn play(
        mut self,
        mut inbox: UnboundedReceiver<Input>,
        mut signals: Signals,
        alarm: &Notify,
    ) -> Result<(), Failure> {
        let mut keys = EventStream::new();
        let gone = hangup::watch();
        let mut frame_due: Option<Instant> = None;
        let ended = loop {
            let sleep = self.sleep(frame_due);
            let woken = tokio::select! {
                biased;
                () = alarm.notified() => break Err(Failure::Panic),
                asked = signals.next() => Wakeup::Asked(asked),
                () = gone.notified() => Wakeup::Gone,
                event = keys.next() => read(event),
                Some(message) = inbox.recv() => Wakeup::Message(message),
                () = sleep_for(sleep) => Wakeup::Time,
            };
            let mut next = self.turn(woken, &mut keys, &mut inbox, frame_due).await;
            if let (Ok(Next::On(_)), Some(text)) = (&next, self.outside.take()) {
                // Whoever reads keys would take them from the editor.
                drop(keys);
                next = self.edit_outside(&text, &mut signals).await;
                keys = EventStream::new();
            }
            match next {
                Ok(Next::On(due)) => frame_due = due,
                Ok(Next::End) => break Ok(()),
                // Whatever is written to the terminal fails because it is gone.
                Err(_) => {
                    hangup::detach();
                    break Ok(());
                }
            }
        };
        self.part().await;
        ended
    }

    /// Saves what was typed and is not saved yet.
    async fn part(&mut self) {
        let now = self.clock.now();
        if let Some(Effect::SaveUnsent(id, choice, text)) = self.app.farewell() {
            let saved = self.hands.store.call(move |db| db.save_unsent(id, choice, text.as_ref(), now)).await;
            if let Err(error) = saved {
                tracing::error!("what was typed could not be saved: {error}");
            }
        }
    }

    /// Leaves the terminal to the reader's own editor and takes the text back.
    async fn edit_outside(&mut self, text: &CleanText, signals: &mut Signals) -> io::Result<Next> {
        let message = match external_editor::edit(text, signals).await {
            Edited::Text(text) => Input::EditedOutside(text),
            Edited::Failed(error) => Input::Failed(error.into()),
            Edited::Leave(asked) => {
                self.answer(Wakeup::Asked(asked))?;
                return Ok(Next::End);
            }
        };
        if !terminal_modes::is_entered() {
            self.answer(Wakeup::Asked(SignalRequest::Resume))?;
        }
        self.tell(message)?;
        Ok(Next::On(self.draw(true, None)?))
    }

    /// Answers what woke the loop and everything else that is already here, then draws once.
    async fn turn(
        &mut self,
        first: Wakeup,
        keys: &mut EventStream,
        inbox: &mut UnboundedReceiver<Input>,
        frame_due: Option<Instant>,
    ) -> io::Result<Next> {
        let started = Instant::now();
        let mut pressed = false;
        let mut next = Some(first);
        while let Some(woken) = next {
            pressed |= woken.is_from_a_person();
            if !self.answer(woken)? {
                return Ok(Next::End);
            }
            // Whoever has pressed a key does not wait for all the news of a large sync.
            let hurry = pressed && started.elapsed() > HURRY;
            next = if hurry { None } else { ready(keys, inbox).await };
        }
        Ok(Next::On(self.draw(pressed, frame_due)?))
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

    /// Whether the loop goes on afterwards.
    fn answer(&mut self, woken: Wakeup) -> io::Result<bool> {
        match woken {
            Wakeup::Message(message @ Input::Resize(..)) => {
                // Also where the size is the old one again: the terminal may have lost what it showed in between.
                self.wiped = true;
                self.tell(message)
            }
            Wakeup::Message(message) => self.tell(message),
            Wakeup::Time => self.tell(Input::Tick),
            Wakeup::Asked(SignalRequest::Suspend) => {
                suspend();
                Ok(true)
            }
            Wakeup::Asked(SignalRequest::Resume) => {
                terminal_modes::reenter()?;
                self.wiped = true;
                let (width, height) = self.screen.size()?;
                self.tell(Input::Resize(width, height))
            }
            Wakeup::Asked(SignalRequest::Hangup) | Wakeup::Gone => {
                hangup::detach();
                Ok(false)
            }
            Wakeup::Asked(SignalRequest::Quit | SignalRequest::Interrupt) => Ok(false),
            Wakeup::Nothing => Ok(true),
        }
    }

    /// Changes the state and starts the effects.
    fn tell(&mut self, message: Input) -> io::Result<bool> {
        let now = self.clock.now();
        for effect in update(&mut self.app, message, now) {
            match effect {
                Effect::Quit => return Ok(false),
                Effect::Suspend => suspend(),
                Effect::EditOutside(text) => self.outside = Some(text),
                Effect::Copy(text) => {
                    osc52::copy(&text)?;
                    update(&mut self.app, Input::Copied, now);
                }
                effect => self.hands.start(effect),
            }
        }
        Ok(true)
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
        terminal_modes::leave();
        signals::stop();
    }
}

/// Draws a frame and hands back what of it was in view.
pub(super) fn paint(screen: &mut TerminalBackend, app: &mut App, texts: &Texts, now: DateTime<Utc>) -> io::Result<()> {
    let mut drawn = None;
    screen.draw(|frame| drawn = Some(ui::draw(frame, app, texts, now)))?;
    app.take_dirty();
    if let Some(drawn) = drawn {
        app.drawn(drawn);
    }
    Ok(())
}
