//! The command line: names, flags and their one-line explanations.

use std::path::PathBuf;

use chrono::{DateTime, NaiveDate, Utc};
use clap::{Args, Parser, Subcommand, ValueEnum, ValueHint};
use clap_complete::Shell;

use super::sort::SortKey;
use crate::config::Flags;
use crate::texts::Language;

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
    #[arg(help = "Directory of the database and the log [env: POSYLKA_DATA_DIR]", long, global = true, value_name = "DIR", value_hint = ValueHint::DirPath)]
    pub data_dir: Option<PathBuf>,
    /// Configuration file.
    #[arg(help = "Configuration file [env: POSYLKA_CONFIG]", long, global = true, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub config: Option<PathBuf>,
    /// Language of screen and messages.
    #[arg(help = "Language of screen and messages [env: POSYLKA_LANG]", long, global = true, value_name = "LANG")]
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

/// A language, or the locale's.
#[derive(Clone, Copy, PartialEq, Eq, Debug, ValueEnum)]
pub enum Lang {
    /// The locale's.
    Auto,
    /// English.
    En,
    /// Russian.
    Ru,
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
    /// Take back the last add, edit, archive, restore or remove
    Undo,
    /// Tag a parcel
    Tag(TagArgs),
    /// Print or set a parcel's note
    Note(NoteArgs),
    /// Tell what a number is: formats, check digit, corrections
    Identify(IdentifyArgs),
    /// Print every source: on or off and why, budget left, last success, last failure
    Sources(SourcesArgs),
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

/// `add`
#[derive(Args, Debug)]
pub struct AddArgs {
    /// Track numbers of any spelling, or `-` for any text on standard input
    #[arg(required = true, value_name = "NUMBER", allow_hyphen_values = false)]
    pub numbers: Vec<String>,
    /// What you call it
    #[arg(long, short, value_name = "TITLE")]
    pub title: Option<String>,
    /// The shop's order; may be repeated
    #[arg(long, value_name = "ID")]
    pub order: Vec<String>,
    /// The shop
    #[arg(long, value_name = "SHOP")]
    pub shop: Option<String>,
    /// The last day to open a dispute (2026-12-31)
    #[arg(long, value_name = "DATE")]
    pub protected_until: Option<String>,
    /// A tag; may be repeated
    #[arg(long, value_name = "TAG")]
    pub tag: Vec<String>,
    /// Ask only this source about it; may be repeated
    #[arg(long, value_name = "ID")]
    pub source: Vec<String>,
}

/// `list`
#[derive(Args, Debug, Default)]
pub struct ListArgs {
    /// As JSON: an array of parcels
    #[arg(long)]
    pub json: bool,
    /// Only stale parcels
    #[arg(long)]
    pub stale: bool,
    /// The archived parcels instead
    #[arg(long)]
    pub archived: bool,
    /// The order of the lines
    #[arg(long, value_name = "KEY", default_value = "urgency")]
    pub sort: SortKey,
    /// Only parcels in whose title, numbers, orders, shop, tags, status or carrier every word occurs
    #[arg(value_name = "FILTER")]
    pub filter: Vec<String>,
}

/// `show`
#[derive(Args, Debug)]
pub struct ShowArgs {
    /// A track number or a parcel's id
    #[arg(value_name = "NUMBER|ID")]
    pub key: String,
    /// As JSON: the parcel and its events
    #[arg(long)]
    pub json: bool,
}

/// `sync`
#[derive(Args, Debug)]
pub struct SyncArgs {
    /// Ask about everything unfinished, due or not
    #[arg(long)]
    pub force: bool,
    /// As JSON: what was checked, changed and failed
    #[arg(long)]
    pub json: bool,
    /// Only these parcels, now
    #[arg(value_name = "NUMBER|ID")]
    pub keys: Vec<String>,
}

/// `edit`
#[derive(Args, Debug)]
pub struct EditArgs {
    /// A track number or a parcel's id
    #[arg(value_name = "NUMBER|ID")]
    pub key: String,
    /// What you call it; empty: no title
    #[arg(long, short, value_name = "TITLE")]
    pub title: Option<String>,
    /// The shop; empty: none
    #[arg(long, value_name = "SHOP")]
    pub shop: Option<String>,
    /// One more of the shop's orders; may be repeated
    #[arg(long, value_name = "ID")]
    pub order: Vec<String>,
    /// An order that is none of this parcel's; may be repeated
    #[arg(long, value_name = "ID")]
    pub remove_order: Vec<String>,
    /// The last day to open a dispute (2026-12-31), or `none`
    #[arg(long, value_name = "DATE")]
    pub protected_until: Option<String>,
    /// Ask only these sources about it; may be repeated; `any`: ask all
    #[arg(long, value_name = "ID")]
    pub source: Vec<String>,
    /// One more track number of the same parcel; may be repeated
    #[arg(long, value_name = "NUMBER")]
    pub number: Vec<String>,
    /// Declare it finished, whatever the sources say
    #[arg(long, conflicts_with = "reopen")]
    pub close: bool,
    /// Take `--close` back
    #[arg(long)]
    pub reopen: bool,
}

/// One or more parcels.
#[derive(Args, Debug)]
pub struct Keys {
    /// Track numbers or parcels' ids
    #[arg(required = true, value_name = "NUMBER|ID")]
    pub keys: Vec<String>,
}

/// `remove`
#[derive(Args, Debug)]
pub struct RemoveArgs {
    /// Which parcels
    #[command(flatten)]
    pub keys: Keys,
    /// Do not ask
    #[arg(long, short)]
    pub yes: bool,
}

/// `tag`
#[derive(Args, Debug)]
pub struct TagArgs {
    /// A track number or a parcel's id
    #[arg(value_name = "NUMBER|ID")]
    pub key: String,
    /// The tags; none: print them
    #[arg(value_name = "TAG")]
    pub tags: Vec<String>,
    /// Take the tags away
    #[arg(long, requires = "tags")]
    pub remove: bool,
}

/// `note`
#[derive(Args, Debug)]
pub struct NoteArgs {
    /// A track number or a parcel's id
    #[arg(value_name = "NUMBER|ID")]
    pub key: String,
    /// The note; `-`: standard input; nothing: print it
    #[arg(value_name = "TEXT")]
    pub text: Vec<String>,
    /// Take the note away
    #[arg(long, conflicts_with = "text")]
    pub clear: bool,
}

/// `identify`
#[derive(Args, Debug)]
pub struct IdentifyArgs {
    /// Numbers of any spelling, or `-`: one a line on standard input, answered one a line
    #[arg(required = true, value_name = "NUMBER")]
    pub numbers: Vec<String>,
    /// As JSON: one object a line
    #[arg(long)]
    pub json: bool,
    /// Only the id of the likeliest format, or an empty line
    #[arg(long, conflicts_with = "json")]
    pub format_only: bool,
}

/// `sources`
#[derive(Args, Debug)]
pub struct SourcesArgs {
    /// As JSON: an array of sources
    #[arg(long)]
    pub json: bool,
    /// Print this source's last answer, byte for byte
    #[arg(long, value_name = "ID", conflicts_with = "json")]
    pub last_answer: Option<String>,
}

impl Global {
    /// The flags as the configuration takes them.
    #[must_use]
    pub fn flags(&self) -> Flags {
        let language = match self.lang {
            Some(Lang::En) => Some(Language::En),
            Some(Lang::Ru) => Some(Language::Ru),
            Some(Lang::Auto) | None => None,
        };
        Flags {
            data_dir: self.data_dir.clone(),
            config: self.config.clone(),
            language,
            now: self.now,
            offline: self.offline,
            ascii: self.ascii,
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
