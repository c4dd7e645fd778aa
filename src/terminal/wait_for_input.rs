//! What wakes the loop, and what is here already.

use std::time::Duration;

use crossterm::event::Event;
use tokio::sync::mpsc::UnboundedReceiver;

use super::keyboard::{FromTerminal, Keyboard};
use super::screen_size::screen_size;
use super::signals::SignalRequest;
use crate::app::{Input, Key};

/// What woke the loop.
pub(super) enum Wakeup {
    Input(Input),
    Asked(SignalRequest),
    /// The terminal is gone, without a signal.
    Gone,
    /// It is time: for a text that changes by itself, or for a frame that was put off.
    Time,
    /// An event without meaning here.
    Nothing,
}

impl Wakeup {
    pub fn is_from_a_person(&self) -> bool {
        matches!(self, Self::Input(Input::Key(_) | Input::Paste(_) | Input::Resize(..)))
    }
}

/// What came from the terminal, to the loop.
pub(super) fn read(came: FromTerminal) -> Wakeup {
    let event = match came {
        FromTerminal::Event(event) => event,
        FromTerminal::Colours(colours) => return Wakeup::Input(Input::TerminalColours(colours)),
        FromTerminal::Gone => return Wakeup::Gone,
    };
    match event {
        Event::Key(key) => Key::from_event(&key).map_or(Wakeup::Nothing, |key| Wakeup::Input(Input::Key(key))),
        Event::Paste(text) => Wakeup::Input(Input::Paste(text)),
        // crossterm's figures are 0 where the terminal does not say its size.
        Event::Resize(..) => {
            let (columns, rows) = screen_size();
            Wakeup::Input(Input::Resize(columns, rows))
        }
        Event::FocusGained => Wakeup::Input(Input::FocusGained),
        Event::FocusLost => Wakeup::Input(Input::FocusLost),
        Event::Mouse(_) => Wakeup::Nothing,
    }
}

/// What is here already, keys first. Polled with the task's own waker: crossterm keeps the first waker it gets, so
/// that asking it "is there a key" with any other would lose the next one.
pub(super) async fn ready(keys: &mut Keyboard, inbox: &mut UnboundedReceiver<Input>) -> Option<Wakeup> {
    tokio::select! {
        biased;
        came = keys.next() => Some(read(came)),
        Some(input) = inbox.recv() => Some(Wakeup::Input(input)),
        () = std::future::ready(()) => None,
    }
}

/// Sleeps so long, or for ever.
pub(super) async fn sleep_for(duration: Option<Duration>) {
    match duration {
        Some(duration) => tokio::time::sleep(duration).await,
        None => std::future::pending().await,
    }
}
