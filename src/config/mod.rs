//! The configuration: one [`Config`] from defaults, file, environment and flags, in that order, validated when it is read.
//!
//! Nothing here is slow: no secret is resolved, no connection is opened.

mod bounded_read;
mod command_sources;
pub mod config_file;
pub mod environment_snapshot;
pub mod error;
mod flags;
pub mod nearest_word;
mod notify_file;
mod notify_keys;
mod notify_settings;
pub mod parse_value;
pub mod paths;
pub mod schema;
pub mod schema_doc;
mod setting_key;
mod settings;
mod themes;

use crate::sources::profiles;
pub use environment_snapshot::Env;
pub use error::{ConfigError, ConfigLocation, Problem};
pub use flags::Flags;
pub use notify_settings::NotifySettings;
pub use settings::{Config, DATABASE, FileFound, STALE_AFTER_DAYS, TIMEOUT_SECONDS};

impl Config {
    /// Puts everything together. No file is needed, unless one is named by flag or environment.
    ///
    /// # Errors
    /// A wrong key or value, with its place and the nearest right one; a named file that cannot be read.
    pub fn load(flags: &Flags, env: &Env) -> Result<Self, ConfigError> {
        let (path, named) = paths::config_file(flags, env)?;
        let mut config = Self::defaults(paths::data_dir(flags, env)?, path);
        let written = config_file::apply(&mut config, env, named)?;
        environment_snapshot::apply(&mut config, env)?;
        if let Some(name) = env.get("POSYLKA_THEME") {
            let place = ConfigLocation::Variable("POSYLKA_THEME".to_owned());
            config.theme = themes::named(&config, name).map_err(|problem| ConfigError { place, problem })?;
        }
        config.language = environment_snapshot::language(flags, env)?.or(written).unwrap_or_else(|| env.locale());
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
}
