//! What wakes the loop, and what is here already.

use std::io;
use std::time::Duration;

use crossterm::event::{Event, EventStream};
use futures_util::StreamExt;
use tokio::sync::mpsc::UnboundedReceiver;

use super::signals::Asked;
use crate::app::{Key, Message};

/// What woke the loop.
pub(super) enum Woken {
    Message(Message),
    Asked(Asked),
    /// The terminal is gone, without a signal.
    Gone,
    /// It is time: for a text that changes by itself, or for a frame that was put off.
    Time,
    /// An event without meaning here.
    Nothing,
}

impl Woken {
    pub fn is_from_a_person(&self) -> bool {
        matches!(self, Self::Message(Message::Key(_) | Message::Paste(_) | Message::Resize(..)))
    }
}

/// What an event of the terminal is to the loop.
pub(super) fn read(event: Option<io::Result<Event>>) -> Woken {
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
pub(super) async fn ready(keys: &mut EventStream, inbox: &mut UnboundedReceiver<Message>) -> Option<Woken> {
    tokio::select! {
        biased;
        event = keys.next() => Some(read(event)),
        Some(message) = inbox.recv() => Some(Woken::Message(message)),
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
