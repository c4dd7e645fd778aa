//! What the command line says about the configuration.

use std::path::PathBuf;

use chrono::{DateTime, Utc};

use crate::texts::Language;

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
