//! Every setting with its value, and the defaults.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::time::Duration;

use chrono::{DateTime, Utc};

use super::notify_settings::NotifySettings;
use crate::domain::Country;
use crate::domain::advice::{AdviceSettings, Stage, Thresholds};
use crate::domain::dispute_deadline;
use crate::domain::dispute_deadline::Preset;
use crate::sources::{HttpSettings, SourceSettings};
use crate::texts::Language;
use crate::themes::Theme;

/// Days of silence after which a parcel is stale, unless the user says otherwise.
pub const STALE_AFTER_DAYS: u32 = 7;
/// Seconds one question to a source may take, unless the user says otherwise.
pub const TIMEOUT_SECONDS: u64 = 20;
/// Copies of the database that are kept, unless the user says otherwise.
pub const KEEP_BACKUPS: u32 = 7;
/// The database's file name within the data directory.
pub const DATABASE: &str = "posylka.db";

/// Everything that is set, from wherever it was set.
#[derive(Clone, Debug)]
pub struct Config {
    /// The language of screen and messages.
    pub language: Language,
    /// Full days of silence after which a parcel is stale.
    pub stale_after_days: u32,
    /// Normal days of silence at single stages, where the user says so.
    pub stale: Vec<(Stage, u32)>,
    /// Days before the shop's protection ends by which a dispute should be open.
    pub dispute_margin_days: u32,
    /// Days after a delivery, or its confirmation, for which a dispute can still be opened.
    pub after_delivery_days: u32,
    /// How long a protection may last, for the user to pick from, besides the usual presets.
    pub own_presets: Vec<Preset>,
    /// The colours of the screen.
    pub theme: Theme,
    /// Themes of the user's own, by name.
    pub own_themes: BTreeMap<String, Theme>,
    /// The user's country; ranks digit-only numbers.
    pub home_country: Option<Country>,
    /// Settings by source id; a source without an entry has its defaults.
    pub sources: BTreeMap<String, SourceSettings>,
    /// Proxy, time limit and name of the HTTP client.
    pub http: HttpSettings,
    /// How many copies of the database are kept.
    pub keep_backups: u32,
    /// How the reader is told.
    pub notify: NotifySettings,
    /// Where the database and the log are.
    pub data_dir: PathBuf,
    /// The configuration file that was looked for.
    pub file: PathBuf,
    /// What was found there.
    pub found: FileFound,
    /// A fixed clock, for tests and pictures.
    pub now: Option<DateTime<Utc>>,
    /// Nobody is asked.
    pub offline: bool,
    /// Frames and marks in ASCII only.
    pub ascii: bool,
}

/// What is known of the configuration file, for `doctor`.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct FileFound {
    /// Whether there is one.
    pub exists: bool,
    /// Whether a secret stands in it as plain text.
    pub holds_secret: bool,
}

impl Config {
    /// The settings where nothing is set.
    #[must_use]
    pub fn defaults(data_dir: PathBuf, file: PathBuf) -> Self {
        Self {
            language: Language::En,
            stale_after_days: STALE_AFTER_DAYS,
            stale: Vec::new(),
            dispute_margin_days: AdviceSettings::DISPUTE_MARGIN_DAYS,
            after_delivery_days: AdviceSettings::AFTER_DELIVERY_DAYS,
            own_presets: Vec::new(),
            theme: Theme::default(),
            own_themes: BTreeMap::new(),
            home_country: None,
            sources: BTreeMap::new(),
            http: HttpSettings {
                proxy: None,
                timeout: Duration::from_secs(TIMEOUT_SECONDS),
                user_agent: concat!("posylka/", env!("CARGO_PKG_VERSION")).to_owned(),
            },
            keep_backups: KEEP_BACKUPS,
            notify: NotifySettings::default(),
            data_dir,
            file,
            found: FileFound::default(),
            now: None,
            offline: false,
            ascii: false,
        }
    }

    /// Full days of silence that are normal at each stage.
    #[must_use]
    pub fn thresholds(&self) -> Thresholds {
        let defaults = Thresholds::around(self.stale_after_days);
        self.stale.iter().fold(defaults, |all, (stage, days)| all.with(*stage, *days))
    }

    /// How long a protection may last, for the user to pick from: the usual presets, and those of the user's own, which
    /// stand in for a usual one of the same name.
    #[must_use]
    pub fn presets(&self) -> Vec<Preset> {
        let own = |preset: &Preset| self.own_presets.iter().any(|own| own.name == preset.name);
        dispute_deadline::usual_presets()
            .into_iter()
            .filter(|preset| !own(preset))
            .chain(self.own_presets.clone())
            .collect()
    }

    /// The database file.
    #[must_use]
    pub fn database(&self) -> PathBuf {
        self.data_dir.join(DATABASE)
    }
}
