//! The one loop: something happens, the state changes, effects start, and what changed is drawn.

mod answer;

use std::io::{self, IsTerminal};
use std::time::{Duration, Instant};

use tokio::sync::Notify;
use tokio::sync::mpsc::UnboundedReceiver;

use super::arrivals::Arrivals;
use super::backend::TerminalBackend;
use super::clipboard::Clipboard;
use super::effects::{self, EffectRunner};
use super::external_editor;
use super::external_editor::Edited;
use super::frame_pacing::{FrameFor, Pace};
use super::keyboard::Keyboard;
use super::paint::paint;
use super::screen_context::ScreenClock;
use super::signals::{SignalRequest, Signals};
use super::terminal_modes;
use super::wait_for_input::{Wakeup, read, ready, sleep_for};
use super::{hangup, unread_input};
use crate::app::{App, Input};
use crate::domain::CleanText;
use crate::error_messages::Failure;
use crate::notify::TerminalNotice;
use crate::texts::Texts;

/// After so long a key's frame is drawn, whatever else is waiting.
const HURRY: Duration = Duration::from_millis(5);

/// Whatever wakes the loop sooner was there already.
const SLEPT: Duration = Duration::from_millis(1);

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
    runner: EffectRunner,
    pace: Pace,
    /// Keys of which it is not decided yet whether they were typed or pasted.
    arrivals: Arrivals,
    clipboard: Clipboard,
    /// When it was last seen that no key is waiting.
    looked: Instant,
    /// When the keys of this turn came, as far as is known.
    keys_came: Instant,
    /// Something that is seen has changed since the last frame.
    redraw: bool,
    /// The terminal shows something else than the last frame.
    wiped: bool,
    /// A text that the reader's own editor is to have.
    outside: Option<CleanText>,
}

impl EventLoop {
    pub fn new(
        app: App,
        screen: TerminalBackend,
        clock: ScreenClock,
        texts: Texts,
        runner: EffectRunner,
        clipboard: Clipboard,
    ) -> Self {
        let now = Instant::now();
        Self {
            app,
            screen,
            clock,
            texts,
            runner,
            pace: Pace::new(),
            arrivals: Arrivals::default(),
            clipboard,
            looked: now,
            keys_came: now,
            redraw: false,
            wiped: false,
            outside: None,
        }
    }

    /// Goes on until the user leaves, a signal ends it, or the terminal is gone.
    ///
    /// # Errors
    /// After a panic anywhere in the program.
    pub async fn play(
        mut self,
        mut inbox: UnboundedReceiver<Input>,
        mut notices: UnboundedReceiver<TerminalNotice>,
        mut signals: Signals,
        alarm: &Notify,
    ) -> Result<(), Failure> {
        // Without a terminal there is nobody to read keys from, and crossterm's reader panics.
        if hangup::has_happened() || !io::stdin().is_terminal() {
            hangup::detach();
            return Ok(());
        }
        let mut keys = Keyboard::new();
        if self.app.settings.asks_colours() {
            // A terminal that cannot be written to is gone, which the loop is about to notice.
            let _ = keys.ask_colours();
        }
        let gone = hangup::watch();
        let mut frame_due: Option<Instant> = None;
        let ended = loop {
            let sleep = self.sleep(frame_due);
            let asleep = Instant::now();
            let woken = tokio::select! {
                biased;
                () = alarm.notified() => break Err(Failure::Panic),
                asked = signals.next() => Wakeup::Asked(asked),
                () = gone.notified() => Wakeup::Gone,
                came = keys.next() => read(came),
                Some(input) = inbox.recv() => Wakeup::Input(input),
                () = sleep_for(self.until_decided()) => Wakeup::Nothing,
                Some((bytes, written)) = notices.recv() => {
                    // Between two frames, so that neither breaks the other.
                    let _ = written.send(terminal_modes::write_all(&bytes).is_ok());
                    Wakeup::Nothing
                }
                () = sleep_for(sleep) => Wakeup::Time,
            };
            // What was there before the loop slept has been waiting since it last looked; but a frame may be answered.
            let waiting = self.pace.last_drawn().map_or(self.looked, |drawn| self.looked.max(drawn));
            self.keys_came = if asleep.elapsed() < SLEPT { waiting } else { Instant::now() };
            let mut next = self.turn(woken, &mut keys, &mut inbox, frame_due).await;
            if let (Ok(Next::On(_)), Some(text)) = (&next, self.outside.take()) {
                let paused = keys.pause();
                next = self.edit_outside(&text, &mut signals).await;
                keys = paused.resume();
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
        if let Some(unsaved) = self.app.unsaved() {
            let saved = self.runner.store.call(move |db| effects::save_unsent(db, &unsaved, now)).await;
            if let Err(error) = saved {
                tracing::error!("what was typed could not be saved: {error}");
            }
        }
    }

    /// Leaves the terminal to the reader's own editor and takes the text back.
    async fn edit_outside(&mut self, text: &CleanText, signals: &mut Signals) -> io::Result<Next> {
        let input = match external_editor::edit(text, signals).await {
            Edited::Text(text) => Input::EditedExternally(text),
            Edited::Failed(error) => Input::Failed(error.into()),
            Edited::Leave(asked) => {
                let _ = self.answer(Wakeup::Asked(asked))?;
                return Ok(Next::End);
            }
        };
        if !terminal_modes::is_entered() {
            let _ = self.answer(Wakeup::Asked(SignalRequest::Resume))?;
        }
        let _ = self.take(input)?;
        Ok(Next::On(self.draw(FrameFor::Person, None)?))
    }

    /// Answers what woke the loop and everything else that is already here, then draws once.
    async fn turn(
        &mut self,
        first: Wakeup,
        keys: &mut Keyboard,
        inbox: &mut UnboundedReceiver<Input>,
        frame_due: Option<Instant>,
    ) -> io::Result<Next> {
        let started = Instant::now();
        let mut frame_for = FrameFor::News;
        let mut next = Some(first);
        let mut hurry = false;
        while let Some(woken) = next {
            if woken.is_from_a_person() {
                frame_for = FrameFor::Person;
            }
            if self.answer(woken)?.is_break() {
                return Ok(Next::End);
            }
            // Whoever has pressed a key does not wait for all the news of a large sync.
            hurry = frame_for == FrameFor::Person && started.elapsed() > HURRY;
            next = if hurry { None } else { ready(keys, inbox).await };
        }
        self.clipboard.send_late()?;
        if !hurry && !unread_input::tell_of_the_rest() {
            self.looked = Instant::now();
        }
        let arrived = self.arrivals.take(self.looked, self.app.place());
        if !arrived.is_empty() {
            frame_for = FrameFor::Person;
        }
        if self.arrive(arrived)?.is_break() {
            return Ok(Next::End);
        }
        Ok(Next::On(self.draw(frame_for, frame_due)?))
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

    /// How long until the keys that are held are decided, or a copy that was put off goes out; `None`: neither.
    fn until_decided(&self) -> Option<Duration> {
        let keys = self.arrivals.due(self.app.place());
        let copy = self.clipboard.due();
        let due = keys.into_iter().chain(copy).min()?;
        Some(due.saturating_duration_since(Instant::now()))
    }

    /// Draws if something visible changed; returns when to draw what was put off.
    fn draw(&mut self, frame_for: FrameFor, frame_due: Option<Instant>) -> io::Result<Option<Instant>> {
        if !self.redraw && !self.wiped {
            return Ok(None);
        }
        let now = Instant::now();
        let wait = self.pace.wait(now, frame_for);
        if !wait.is_zero() {
            return Ok(frame_due.or(Some(now + wait)));
        }
        if std::mem::take(&mut self.wiped) {
            self.screen.forget()?;
        }
        paint(&mut self.screen, &mut self.app, &self.texts, self.clock.now())?;
        self.redraw = false;
        self.pace.drew(Instant::now());
        Ok(None)
    }
}
