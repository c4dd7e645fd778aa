//! What comes from the terminal: a person's keys, and the terminal's own answers.

use std::collections::VecDeque;
use std::io;
use std::time::Instant;

use crossterm::event::{Event, EventStream};
use futures_util::StreamExt;

use super::colour_answers::{ColourAnswers, Heard, question};
use super::{hangup, terminal_modes};
use crate::themes::TerminalColours;

/// One thing that came from the terminal.
pub(super) enum FromTerminal {
    /// A key, a paste, a new size.
    Event(Event),
    /// Its colours.
    Colours(TerminalColours),
    /// It cannot be read any more.
    Gone,
}

/// Reads the terminal.
pub(super) struct Keyboard {
    events: EventStream,
    answers: ColourAnswers,
    /// Read, and not handed on yet.
    waiting: VecDeque<Event>,
}

impl Keyboard {
    pub fn new() -> Self {
        Self { events: EventStream::new(), answers: ColourAnswers::default(), waiting: VecDeque::new() }
    }

    /// Lets go of the terminal while another program has it: whoever reads keys would take them from it.
    pub fn pause(self) -> PausedKeyboard {
        PausedKeyboard(self.answers, self.waiting)
    }

    /// Asks the terminal for its colours. Nobody waits for the answer.
    pub fn ask_colours(&mut self) -> io::Result<()> {
        self.answers.asked(Instant::now());
        terminal_modes::write_all(question().as_bytes())
    }

    /// The next thing. Nothing is lost where this is given up half-way.
    pub async fn next(&mut self) -> FromTerminal {
        // Whoever asks crossterm for an event of a terminal that has gone never gets control back.
        if hangup::has_happened() {
            return FromTerminal::Gone;
        }
        loop {
            if let Some(event) = self.waiting.pop_front() {
                return FromTerminal::Event(event);
            }
            let release = self.answers.release_at().map(tokio::time::Instant::from_std);
            let event = tokio::select! {
                biased;
                event = self.events.next() => event,
                () = sleep_until(release) => {
                    self.waiting.extend(self.answers.release());
                    continue;
                }
            };
            let Some(Ok(event)) = event else { return FromTerminal::Gone };
            match self.answers.hear(event, Instant::now()) {
                Heard::Nothing => {}
                Heard::Events(before, event) => self.waiting.extend(before.into_iter().chain([event])),
                Heard::Colours(colours) => return FromTerminal::Colours(colours),
            }
        }
    }
}

/// Sleeps until then, or for ever.
async fn sleep_until(at: Option<tokio::time::Instant>) {
    match at {
        Some(at) => tokio::time::sleep_until(at).await,
        None => std::future::pending().await,
    }
}

/// A keyboard that nobody reads.
pub(super) struct PausedKeyboard(ColourAnswers, VecDeque<Event>);

impl PausedKeyboard {
    /// Reads it again.
    pub fn resume(self) -> Keyboard {
        Keyboard { events: EventStream::new(), answers: self.0, waiting: self.1 }
    }
}
