//! What is set under `[notify]`.

use crate::domain::notice::NoticeRules;
use crate::notify::{ChannelKind, ChannelSettings, TERMINAL};

/// What is set under `[notify]`.
#[derive(Clone, Debug)]
pub struct NotifySettings {
    /// The ways to tell; the terminal is always among them.
    pub channels: Vec<ChannelSettings>,
    /// What is told when.
    pub rules: NoticeRules,
    /// What `watch` asks while it is alive.
    pub heartbeat: Option<String>,
}

impl Default for NotifySettings {
    fn default() -> Self {
        let terminal = ChannelSettings::new(TERMINAL, ChannelKind::Terminal);
        Self { channels: vec![terminal], rules: NoticeRules::default(), heartbeat: None }
    }
}
