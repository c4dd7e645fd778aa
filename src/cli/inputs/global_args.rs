//! The flags that every command takes.

use std::path::PathBuf;

use chrono::{DateTime, Utc};
use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Args, ValueHint};

use super::language_arg::LanguageArg;

/// Flags that every command takes.
#[derive(Args, Default, Debug)]
pub struct GlobalArgs {
    /// Directory of the database and the log.
    #[arg(long, global = true, value_name = "DIR", value_hint = ValueHint::DirPath)]
    #[arg(help = "Directory of the database and the log [env: POSYLKA_DATA_DIR]")]
    #[arg(display_order = 900)]
    pub data_dir: Option<PathBuf>,
    /// Configuration file.
    #[arg(long, global = true, value_name = "FILE", value_hint = ValueHint::FilePath)]
    #[arg(help = "Configuration file [env: POSYLKA_CONFIG]")]
    #[arg(display_order = 901)]
    pub config: Option<PathBuf>,
    /// Language of screen and messages.
    #[arg(help = "Language of screen and messages [env: POSYLKA_LANG]", long, global = true, value_name = "LANG")]
    #[arg(value_parser = PossibleValuesParser::new(["auto", "en", "ru"]).map(|word| LanguageArg::of(&word)))]
    #[arg(display_order = 902)]
    pub lang: Option<LanguageArg>,
    /// A fixed clock, for tests and pictures
    #[arg(long, global = true, value_name = "RFC3339", hide = true, value_parser = instant)]
    #[arg(display_order = 903)]
    pub now: Option<DateTime<Utc>>,
    /// Ask nobody.
    #[arg(help = "Ask nobody [env: POSYLKA_OFFLINE=1]", long, global = true)]
    #[arg(display_order = 904)]
    pub offline: bool,
    /// Draw with ASCII characters only
    #[arg(long, global = true)]
    #[arg(display_order = 905)]
    pub ascii: bool,
}

fn instant(text: &str) -> Result<DateTime<Utc>, String> {
    DateTime::parse_from_rfc3339(text).map(|t| t.to_utc()).map_err(|e| format!("{e}; as in 2026-11-23T12:00:00Z"))
}
