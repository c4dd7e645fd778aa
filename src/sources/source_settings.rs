//! What the configuration says of one source.

use std::collections::BTreeMap;

use super::command_source::CommandSource;
use super::secret_lookup::Secret;

/// What the configuration says of one source.
#[derive(Clone, Debug, Default)]
pub struct SourceSettings {
    /// On or off; `None`: on where everything it needs is there.
    pub enabled: Option<bool>,
    /// Another address to ask at: a mirror, a proxy, a test.
    pub base_url: Option<String>,
    /// Its secrets by name ("key", "password").
    pub secrets: BTreeMap<String, Secret>,
    /// The reader's language (ISO 639), for sources that can answer in it; `None`: they answer in their own.
    pub language: Option<&'static str>,
    /// The program to run, where it is a source of the user's own.
    pub command: Option<CommandSource>,
}
