//! The command line: names, flags and their one-line explanations.

mod asking;
mod carrying;
mod changing;
mod importing;
mod proving;
mod writing;

use std::path::PathBuf;

use chrono::{DateTime, NaiveDate, Utc};
use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Args, Parser, Subcommand, ValueHint};
use clap_complete::Shell;

use crate::config::Flags;
use crate::domain::message;
use crate::texts::Language;
pub use asking::{IdentifyArgs, ListArgs, ShowArgs, SourcesArgs, SyncArgs};
pub use carrying::{ExportArgs, ExportFormat};
pub use changing::{AddArgs, EditArgs, EventArgs, Keys, NoteArgs, RemoveArgs, TagArgs};
pub use importing::ImportArgs;
pub use proving::{BarcodeArgs, EvidenceArgs, EvidenceCommand};
pub use writing::MessageArgs;

/// A parcel tracker for the terminal. Without a command it opens the screen.
#[derive(Parser, Debug)]
#[command(name = "posylka", version, about, args_conflicts_with_subcommands = false, disable_help_subcommand = true)]
#[command(
    after_help = "Exit codes: 0 done · 1 failed · 2 wrong usage · 3 partly done (what failed is on standard error)"
)]
pub struct Cli {
    /// What holds for every command.
    #[command(flatten)]
    pub global: Global,
    /// What to do; nothing: the screen.
    #[command(subcommand)]
    pub command: Option<Command>,
}

/// Flags that every command takes.
#[derive(Args, Debug)]
pub struct Global {
    /// Directory of the database and the log.
    #[arg(long, global = true, value_name = "DIR", value_hint = ValueHint::DirPath)]
    #[arg(help = "Directory of the database and the log [env: POSYLKA_DATA_DIR]")]
    pub data_dir: Option<PathBuf>,
    /// Configuration file.
    #[arg(long, global = true, value_name = "FILE", value_hint = ValueHint::FilePath)]
    #[arg(help = "Configuration file [env: POSYLKA_CONFIG]")]
    pub config: Option<PathBuf>,
    /// Language of screen and messages.
    #[arg(help = "Language of screen and messages [env: POSYLKA_LANG]", long, global = true, value_name = "LANG")]
    #[arg(value_parser = PossibleValuesParser::new(["auto", "en", "ru"]).map(|word| Lang::of(&word)))]
    pub lang: Option<Lang>,
    /// A fixed clock, for tests and pictures
    #[arg(long, global = true, value_name = "RFC3339", hide = true, value_parser = instant)]
    pub now: Option<DateTime<Utc>>,
    /// Ask nobody.
    #[arg(help = "Ask nobody [env: POSYLKA_OFFLINE=1]", long, global = true)]
    pub offline: bool,
    /// Draw with ASCII characters only
    #[arg(long, global = true)]
    pub ascii: bool,
}

/// A language, or the locale's. Of a letter it is the same type, because both are the one flag `--lang`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Lang {
    /// The locale's.
    Auto,
    /// English.
    En,
    /// Russian.
    Ru,
    /// Chinese: of letters only.
    Zh,
}

/// The commands.
#[derive(Subcommand, Debug)]
pub enum Command {
    /// Open the screen on a throw-away database that shows every state; no network
    Demo,
    /// Add parcels; `-` takes the numbers out of any text on standard input
    Add(AddArgs),
    /// Print one line a parcel
    List(ListArgs),
    /// Print one parcel with its timeline
    Show(ShowArgs),
    /// Add parcels and orders from tables (CSV) and order mails; the same file twice changes nothing
    Import(ImportArgs),
    /// Ask the sources once about what is due
    Sync(SyncArgs),
    /// Change what you know of a parcel
    Edit(EditArgs),
    /// Put parcels away
    Archive(Keys),
    /// Take parcels back from the archive
    Restore(Keys),
    /// Remove parcels; `posylka undo` brings the last one back
    Remove(RemoveArgs),
    /// Take back the last add, edit, event, archive, restore, remove or import
    Undo,
    /// Tag a parcel
    Tag(TagArgs),
    /// Print or set a parcel's note
    Note(NoteArgs),
    /// Add an event that you know of and no source tells; `posylka undo` takes the last one back
    Event(EventArgs),
    /// Tell what a number is: formats, check digit, corrections
    Identify(IdentifyArgs),
    /// Print every source: on or off and why, budget left, last success, last failure
    Sources(SourcesArgs),
    /// Write everything out: as JSON to be imported again, as a table, or as a calendar
    Export(ExportArgs),
    /// Draft a message to the seller or the carrier about a parcel, with what is known filled in
    Message(MessageArgs),
    /// Write everything known of a parcel into one file for a dispute, or check such a file
    Evidence(EvidenceArgs),
    /// Print a number as QR and Code 128, for a scanner
    Barcode(BarcodeArgs),
    /// Check terminal, locale, database, configuration and sources, and say what to do
    Doctor,
    /// Print a completion script
    Completions {
        /// For which shell
        shell: Shell,
    },
    /// Print the manual page
    Man,
}

impl Cli {
    /// The flags as the configuration takes them.
    #[must_use]
    pub fn flags(&self) -> Flags {
        let global = &self.global;
        // Of `message` it is the letter's language, not the reader's.
        let lang = global.lang.filter(|_| !matches!(self.command, Some(Command::Message(_))));
        Flags {
            data_dir: global.data_dir.clone(),
            config: global.config.clone(),
            language: lang.and_then(Lang::readers),
            now: global.now,
            offline: global.offline,
            ascii: global.ascii,
        }
    }
}

impl Lang {
    /// The one with that word of the command line.
    fn of(word: &str) -> Self {
        match word {
            "en" => Self::En,
            "ru" => Self::Ru,
            "zh" => Self::Zh,
            _ => Self::Auto,
        }
    }

    /// The language of screen and messages.
    fn readers(self) -> Option<Language> {
        match self {
            Self::En => Some(Language::En),
            Self::Ru => Some(Language::Ru),
            Self::Zh | Self::Auto => None,
        }
    }

    /// The language of a letter.
    #[must_use]
    pub fn letters(self) -> Option<message::Language> {
        match self {
            Self::En => Some(message::Language::English),
            Self::Ru => Some(message::Language::Russian),
            Self::Zh => Some(message::Language::Chinese),
            Self::Auto => None,
        }
    }
}

fn instant(text: &str) -> Result<DateTime<Utc>, String> {
    DateTime::parse_from_rfc3339(text).map(|t| t.to_utc()).map_err(|e| format!("{e}; as in 2026-11-23T12:00:00Z"))
}

/// A day as people and files write it: `2026-12-31`, also `31.12.2026`.
#[must_use]
pub fn day(text: &str) -> Option<NaiveDate> {
    let text = text.trim();
    ["%Y-%m-%d", "%d.%m.%Y"].into_iter().find_map(|form| NaiveDate::parse_from_str(text, form).ok())
}
