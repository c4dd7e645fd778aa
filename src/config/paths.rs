//! Where the files are: XDG directories, also on macOS.

use std::path::{Path, PathBuf};

use etcetera::BaseStrategy;
use etcetera::base_strategy::Xdg;

use super::{ConfigError, ConfigLocation, Env, Flags, Problem};

/// The program's directory below an XDG one.
const NAME: &str = "posylka";

/// The configuration file, and whether it was named by flag or environment (and so has to exist).
///
/// # Errors
/// No home directory, and no file named.
pub fn config_file(flags: &Flags, env: &Env) -> Result<(PathBuf, bool), ConfigError> {
    let named = flags.config.clone().or_else(|| env.path("POSYLKA_CONFIG"));
    match named {
        Some(path) => Ok((path, true)),
        None => Ok((xdg()?.config_dir().join(NAME).join("config.toml"), false)),
    }
}

/// The data directory.
///
/// # Errors
/// No home directory, and no directory named.
pub fn data_dir(flags: &Flags, env: &Env) -> Result<PathBuf, ConfigError> {
    let named = flags.data_dir.clone().or_else(|| env.path("POSYLKA_DATA_DIR"));
    named.map_or_else(|| Ok(xdg()?.data_dir().join(NAME)), Ok)
}

fn xdg() -> Result<Xdg, ConfigError> {
    Xdg::new().map_err(|_| ConfigError { place: ConfigLocation::Variable("HOME".to_owned()), problem: Problem::NoHome })
}

/// A path from the configuration file: `~/` is the home directory, a relative path starts at the file's directory.
#[must_use]
pub fn written(path: &str, file: &Path, env: &Env) -> PathBuf {
    match (path.strip_prefix("~/"), env.path("HOME")) {
        (Some(rest), Some(home)) => home.join(rest),
        _ => file.parent().unwrap_or(Path::new("")).join(path),
    }
}
