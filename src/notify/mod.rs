//! Telling the reader: a message is put together from what waits in a channel's queue, sent, and accounted for.
//!
//! One task a channel, so that a dead one delays no other. What is sent where is a [`ChannelSettings`]; how, a file in
//! `channels/`; when, the outbox in `store` decides.

mod channel_settings;
mod channels;
mod compose;
mod courier;
mod message;
mod outcome;
mod terminal_sequence;

pub use channel_settings::{CHANNEL_SECRETS, ChannelKind, ChannelSettings, TERMINAL};
pub use compose::{ReaderSettings, notices_json};
pub use courier::{Bell, Courier, CourierSettings, Delivered, TerminalNotice, TerminalSink};
pub use message::{Message, MostBytes};
pub use terminal_sequence::{TerminalHost, TerminalStyle, sequence};
