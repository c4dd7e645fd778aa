//! The arguments of `posylka edit`.
//!
//! They are strings where a wrong value is explained in the reader's language; [`super::checked_edit`] reads them.

use clap::Args;

/// Change what you know of a parcel
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
