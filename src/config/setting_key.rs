//! A key of the configuration file: where it stands, what its value has to be.

/// Where a key stands in the file.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Section {
    /// At the top, outside every section.
    Top,
    /// In `[sources.ID]`.
    Source,
    /// In `[sources.NAME]`, a source of the user's own.
    Outside,
    /// In `[network]`.
    Network,
    /// In `[backup]`.
    Backup,
    /// In `[stale]`.
    Stale,
    /// In `[protection.presets.NAME]`.
    Preset,
    /// In `[themes.NAME]`.
    Theme,
    /// In `[notify]`.
    Notify,
    /// In `[notify.channels.NAME]`.
    Channel,
    /// In `[notify.rules.NAME]`.
    NotifyRule,
}

/// What a value has to be.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ValueKind {
    /// One of these words.
    OneOf(&'static [&'static str]),
    /// A whole number within these bounds.
    Whole(u32, u32),
    /// A two-letter country code.
    Country,
    /// `true` or `false`.
    Switch,
    /// An `http://` or `https://` address.
    Url,
    /// An `http://`, `https://`, `socks5://` or `socks5h://` address.
    Proxy,
    /// A secret as plain text. Its value appears in no message.
    Secret,
    /// A command whose first line of output is the secret.
    Command,
    /// A file whose first line is the secret.
    File,
    /// A text.
    Words,
    /// A program and its arguments.
    Program,
    /// An `http://` or `https://` address with `{number}` in it.
    Page,
    /// Ids of formats of numbers.
    Formats,
    /// The name of a theme.
    Theme,
    /// Colours and weight of a role.
    Look,
    /// An `http(s)://` or `smtp(s)://` address.
    Server,
    /// Two times of day with a dash, or `off`.
    Hours,
    /// A time of day.
    TimeOfDay,
    /// A list of these words.
    SomeOf(&'static [&'static str]),
    /// A list of texts.
    List,
}

/// One key of the configuration file.
#[derive(Clone, Copy, Debug)]
pub struct SettingKey {
    /// Where it stands.
    pub section: Section,
    /// Its name.
    pub name: &'static str,
    /// What its value has to be.
    pub kind: ValueKind,
    /// What holds where it is not set.
    pub default: &'static str,
    /// The environment variable that overrides it, or nothing.
    pub env: &'static str,
    /// What it does, in one line.
    pub meaning: &'static str,
}

/// One row of the table of keys.
pub(super) const fn key(
    section: Section,
    name: &'static str,
    kind: ValueKind,
    default: &'static str,
    env: &'static str,
    meaning: &'static str,
) -> SettingKey {
    SettingKey { section, name, kind, default, env, meaning }
}

impl Section {
    /// How the section is written.
    #[must_use]
    pub fn title(self) -> &'static str {
        match self {
            Self::Top => "",
            Self::Source => "sources.ID",
            Self::Outside => "sources.NAME",
            Self::Network => "network",
            Self::Backup => "backup",
            Self::Stale => "stale",
            Self::Preset => "protection.presets.NAME",
            Self::Theme => "themes.NAME",
            Self::Notify => "notify",
            Self::Channel => "notify.channels.NAME",
            Self::NotifyRule => "notify.rules.NAME",
        }
    }
}

impl SettingKey {
    /// The key with its section: `network.proxy`.
    #[must_use]
    pub fn path(&self) -> String {
        let parts = [self.section.title(), self.name];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(".")
    }
}
