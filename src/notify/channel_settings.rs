//! What the configuration says of one channel.

use std::collections::BTreeMap;

use super::terminal_sequence::TerminalStyle;
use crate::sources::Secret;

/// The name of the channel that every screen has, unless it is switched off.
pub const TERMINAL: &str = "terminal";
/// The names of the secrets that a channel can need.
pub const CHANNEL_SECRETS: [&str; 3] = ["token", "password", "secret"];

/// A way to tell the reader.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ChannelKind {
    /// The terminal that the screen or `watch` runs in.
    Terminal,
    /// A program that gets the message as JSON.
    Command,
    /// ntfy, at its own server or another.
    Ntfy,
    /// JSON to an address, signed.
    Webhook,
    /// A Telegram bot.
    Telegram,
    /// A Gotify server.
    Gotify,
    /// A room of Matrix.
    Matrix,
    /// A mail by SMTP.
    Email,
    /// The desktop, by D-Bus.
    Desktop,
}

impl ChannelKind {
    /// All of them.
    pub const ALL: [Self; 9] = [
        Self::Terminal,
        Self::Command,
        Self::Ntfy,
        Self::Webhook,
        Self::Telegram,
        Self::Gotify,
        Self::Matrix,
        Self::Email,
        Self::Desktop,
    ];

    /// The word in the configuration.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Terminal => "terminal",
            Self::Command => "command",
            Self::Ntfy => "ntfy",
            Self::Webhook => "webhook",
            Self::Telegram => "telegram",
            Self::Gotify => "gotify",
            Self::Matrix => "matrix",
            Self::Email => "email",
            Self::Desktop => "desktop",
        }
    }

    /// The one with that word.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == word)
    }

    /// The keys without which it cannot work.
    #[must_use]
    pub fn needs(self) -> &'static [&'static str] {
        match self {
            Self::Terminal | Self::Desktop => &[],
            Self::Command => &["command"],
            Self::Ntfy | Self::Webhook => &["url"],
            Self::Telegram => &["token", "chat"],
            Self::Gotify => &["url", "token"],
            Self::Matrix => &["url", "token", "room"],
            Self::Email => &["url", "from", "to"],
        }
    }

    /// Whether it goes over the network.
    #[must_use]
    pub fn is_remote(self) -> bool {
        !matches!(self, Self::Terminal | Self::Command | Self::Desktop)
    }
}

/// What the configuration says of one channel.
#[derive(Clone, Debug)]
pub struct ChannelSettings {
    /// Its name.
    pub name: String,
    /// What it is.
    pub kind: ChannelKind,
    /// On or off.
    pub enabled: bool,
    /// Where it is reached.
    pub url: Option<String>,
    /// Whom it reaches, and as whom: `chat`, `room`, `from`, `to`, `user`.
    pub words: BTreeMap<&'static str, String>,
    /// Its secrets by name.
    pub secrets: BTreeMap<String, Secret>,
    /// The program to run, with its arguments.
    pub command: Vec<String>,
    /// How the terminal is told; `None`: as it is found to be.
    pub style: Option<TerminalStyle>,
}

impl ChannelSettings {
    /// A channel of which nothing is said but what it is.
    #[must_use]
    pub fn new(name: &str, kind: ChannelKind) -> Self {
        Self {
            name: name.to_owned(),
            kind,
            enabled: true,
            url: None,
            words: BTreeMap::new(),
            secrets: BTreeMap::new(),
            command: Vec::new(),
            style: None,
        }
    }

    /// A word of [`ChannelSettings::words`]; empty where it is not set.
    #[must_use]
    pub fn word(&self, name: &str) -> &str {
        self.words.get(name).map_or("", String::as_str)
    }

    /// The address without a slash at its end; empty where it is not set.
    #[must_use]
    pub fn address(&self) -> &str {
        self.url.as_deref().unwrap_or_default().trim_end_matches('/')
    }
}
