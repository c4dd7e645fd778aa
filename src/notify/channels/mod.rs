//! One file a kind of channel: what it sends, and how it reads what comes back.

mod command;
#[cfg(feature = "desktop")]
mod desktop;
mod email;
mod gotify;
mod http_answer;
mod matrix;
mod ntfy;
pub(super) mod sender;
mod telegram;
mod webhook;
