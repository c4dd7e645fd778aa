//! Arguments of the command that writes letters.

use clap::Args;
use clap::builder::{PossibleValuesParser, TypedValueParser};

use super::Lang;

/// `message`
#[derive(Args, Debug)]
#[expect(clippy::struct_excessive_bools, reason = "flags of the command line, not a state")]
pub struct MessageArgs {
    /// A track number or a parcel's id
    #[arg(value_name = "NUMBER|ID")]
    pub key: String,
    /// To whom: `seller` or `carrier`; without it: whoever can help first
    #[arg(long, value_name = "WHOM")]
    pub to: Option<String>,
    /// What about: `stuck`, `not_received` …; without it: what the advice is about
    #[arg(long, value_name = "SITUATION")]
    pub about: Option<String>,
    /// The message's language; without it: the one that its reader most likely speaks
    #[arg(long, value_name = "LANG", value_parser = PossibleValuesParser::new(["en", "zh", "ru"]).map(|word| Lang::of(&word)))]
    pub lang: Option<Lang>,
    /// Print what it says in your own language below it
    #[arg(long)]
    pub beside: bool,
    /// As JSON
    #[arg(long, conflicts_with = "beside")]
    pub json: bool,
    /// Keep it in the parcel's log too, for `show` and `evidence`
    #[arg(long)]
    pub log: bool,
    /// Print no draft: keep the text on standard input in the parcel's log, as you sent it
    #[arg(long, conflicts_with_all = ["log", "beside"])]
    pub sent: bool,
}
