//! One [`Config`] from defaults, file, environment and flags, in that order, validated at the door.
//!
//! Imports `domain`, `sources` (their settings) and `texts` (the language). Nothing here is slow: no secret is
//! resolved, no connection is opened.

mod command_sources;
pub mod config_file;
pub mod environment;
pub mod error;
pub mod nearest_word;
pub mod parse_value;
pub mod paths;
pub mod schema;
pub mod schema_doc;

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::time::Duration;

use chrono::{DateTime, Utc};

use crate::domain::Country;
use crate::domain::advice::{AdviceSettings, Stage, Thresholds};
use crate::domain::deadline::{self, Preset};
use crate::sources::{HttpSettings, SourceSettings, profiles};
use crate::texts::Language;
pub use environment::Env;
pub use error::{ConfigError, ConfigLocation, Problem};

/// Days of silence after which a parcel is stale, unless the user says otherwise.
pub const STALE_AFTER_DAYS: u32 = 7;
/// Seconds one question to a source may take, unless the user says otherwise.
pub const TIMEOUT_SECONDS: u64 = 20;
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
    /// The user's country; ranks digit-only numbers.
    pub home_country: Option<Country>,
    /// Settings by source id; a source without an entry has its defaults.
    pub sources: BTreeMap<String, SourceSettings>,
    /// Proxy, time limit and name of the HTTP client.
    pub http: HttpSettings,
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

/// What the command line says about the configuration.
#[derive(Clone, Debug, Default)]
pub struct Flags {
    /// `--data-dir`
    pub data_dir: Option<PathBuf>,
    /// `--config`
    pub config: Option<PathBuf>,
    /// `--lang`; `None`: not given or `auto`.
    pub language: Option<Language>,
    /// `--now`
    pub now: Option<DateTime<Utc>>,
    /// `--offline`
    pub offline: bool,
    /// `--ascii`
    pub ascii: bool,
}

impl Config {
    /// Puts everything together. No file is needed, unless one is named by flag or environment.
    ///
    /// # Errors
    /// A wrong key or value, with its place and the nearest right one; a named file that cannot be read.
    pub fn load(flags: &Flags, env: &Env) -> Result<Self, ConfigError> {
        let (path, named) = paths::config_file(flags, env)?;
        let mut config = Self::defaults(paths::data_dir(flags, env)?, path);
        let written = config_file::apply(&mut config, env, named)?;
        environment::apply(&mut config, env)?;
        config.language = environment::language(flags, env)?.or(written).unwrap_or_else(|| env.locale());
        config.speak();
        config.now = flags.now.or(config.now);
        config.offline |= flags.offline;
        config.ascii |= flags.ascii;
        Ok(config)
    }

    /// Has every source asked for texts in the reader's language.
    fn speak(&mut self) {
        let code = self.language.code();
        for profile in profiles() {
            self.sources.entry(profile.id.to_owned()).or_default();
        }
        for settings in self.sources.values_mut() {
            settings.language = Some(code);
            settings.command = settings.command.map(|command| command.speaking(code));
        }
    }

    /// The settings without file and environment, for looking around although those have a mistake; `None` where
    /// there is not even a home directory.
    #[must_use]
    pub fn lenient(flags: &Flags, env: &Env) -> Option<Self> {
        let (path, _) = paths::config_file(flags, env).ok()?;
        let mut config = Self::defaults(paths::data_dir(flags, env).ok()?, path);
        config.now = flags.now;
        config.offline = flags.offline;
        Some(config)
    }

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
            home_country: None,
            sources: BTreeMap::new(),
            http: HttpSettings {
                proxy: None,
                timeout: Duration::from_secs(TIMEOUT_SECONDS),
                user_agent: concat!("posylka/", env!("CARGO_PKG_VERSION")).to_owned(),
            },
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
        deadline::usual_presets().into_iter().filter(|preset| !own(preset)).chain(self.own_presets.clone()).collect()
    }

    /// The database file.
    #[must_use]
    pub fn database(&self) -> PathBuf {
        self.data_dir.join(DATABASE)
    }
}
