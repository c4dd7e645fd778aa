//! Arguments of the commands that print something, or ask the sources.

use clap::Args;

use crate::cli::inputs::sort_key_arg::SortBy;

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
    pub sort: SortBy,
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
    /// Print this source's last answer, with names, addresses and phone numbers masked
    #[arg(long, value_name = "ID", conflicts_with = "json")]
    pub last_answer: Option<String>,
}
