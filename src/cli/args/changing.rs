//! Arguments of the commands that change what the user knows of parcels.

use clap::Args;

/// `add`
#[derive(Args, Debug)]
pub struct AddArgs {
    /// Track numbers of any spelling, or `-` for any text on standard input; none: an order that has none yet
    #[arg(value_name = "NUMBER", allow_hyphen_values = false)]
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
    /// When it was ordered (2026-11-03)
    #[arg(long, value_name = "DATE")]
    pub ordered: Option<String>,
    /// When the shop sent it off
    #[arg(long, value_name = "DATE")]
    pub shipped: Option<String>,
    /// The last day to open a dispute (2026-12-31), days from shipping or the order (+75), or a preset
    #[arg(long, value_name = "DATE|DAYS|PRESET")]
    pub protected_until: Option<String>,
    /// A tag; may be repeated
    #[arg(long, value_name = "TAG")]
    pub tag: Vec<String>,
    /// Ask only this source about it; may be repeated
    #[arg(long, value_name = "ID")]
    pub source: Vec<String>,
}

/// `edit`
#[derive(Args, Debug, Default, PartialEq, Eq)]
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
    /// When it was ordered (2026-11-03), or `none`; of several orders, the one named by `--order`
    #[arg(long, value_name = "DATE")]
    pub ordered: Option<String>,
    /// When the shop sent it off, or `none`
    #[arg(long, value_name = "DATE")]
    pub shipped: Option<String>,
    /// When you confirmed that it has come, or `none`
    #[arg(long, value_name = "DATE", conflicts_with = "not_received")]
    pub received: Option<String>,
    /// Say that it never came, although a source says delivered; `--received` takes it back
    #[arg(long)]
    pub not_received: bool,
    /// The last day to open a dispute (2026-12-31), days from shipping or the order (+75), a preset, or `none`
    #[arg(long, value_name = "DATE|DAYS|PRESET")]
    pub protected_until: Option<String>,
    /// The shop extends the protection by so many days
    #[arg(long, value_name = "DAYS", conflicts_with = "protected_until", value_parser = clap::value_parser!(u32).range(1..=1000))]
    pub extend: Option<u32>,
    /// After how many silent days it is stale (1 to 365), or `default`
    #[arg(long, value_name = "DAYS")]
    pub stale_after: Option<String>,
    /// Leave it alone until then (2026-12-31, 7d), or `none`
    #[arg(long, value_name = "DATE")]
    pub snooze: Option<String>,
    /// Ask only these sources about it; may be repeated; `any`: ask all
    #[arg(long, value_name = "ID")]
    pub source: Vec<String>,
    /// Never ask these sources about it; may be repeated; `none`: exclude none
    #[arg(long, value_name = "ID")]
    pub exclude_source: Vec<String>,
    /// One more track number of the same parcel; may be repeated
    #[arg(long, value_name = "NUMBER", visible_alias = "add-number")]
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

/// `event`
#[derive(Args, Debug)]
pub struct EventArgs {
    /// A track number or a parcel's id
    #[arg(value_name = "NUMBER|ID")]
    pub key: String,
    /// What happened
    #[arg(required = true, value_name = "TEXT")]
    pub text: Vec<String>,
    /// When: a day, or a time (2026-11-20, "2026-11-20 10:31", 10:31); without it: now
    #[arg(long, value_name = "DATE|TIME")]
    pub at: Option<String>,
    /// Where
    #[arg(long, value_name = "PLACE")]
    pub place: Option<String>,
    /// What that makes the parcel's status: `delivered`, `available_for_pickup` …; without it: nothing
    #[arg(long, value_name = "STATUS")]
    pub status: Option<String>,
}
