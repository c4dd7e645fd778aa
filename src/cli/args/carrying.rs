//! Arguments of the commands that bring everything out.

use std::path::PathBuf;

use clap::{Args, ValueEnum, ValueHint};

/// `export`
#[derive(Args, Debug)]
pub struct ExportArgs {
    /// What to write
    #[arg(long, value_name = "FORMAT", default_value = "json")]
    pub format: ExportFormat,
    /// The file to write; without it, standard output
    #[arg(short, long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub output: Option<PathBuf>,
    /// Replace the file where it is there already
    #[arg(long, requires = "output")]
    pub force: bool,
    /// Leave the kept answers out of the JSON, which are most of it
    #[arg(long)]
    pub without_answers: bool,
}

/// A format of `export`.
#[derive(Clone, Copy, PartialEq, Eq, Debug, ValueEnum)]
pub enum ExportFormat {
    /// Everything that is known, to be imported again
    Json,
    /// One row a parcel, for a spreadsheet
    Csv,
    /// Expected deliveries and the ends of protections, for a calendar
    Ics,
}
