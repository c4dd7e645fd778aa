//! Arguments of the commands for a counter: evidence for a dispute, a barcode for the post office.

use std::path::PathBuf;

use clap::{Args, Subcommand, ValueHint};

/// `evidence`
#[derive(Args, Debug)]
#[command(args_conflicts_with_subcommands = true, subcommand_negates_reqs = true)]
pub struct EvidenceArgs {
    /// A track number or a parcel's id
    #[arg(value_name = "NUMBER|ID", required = true)]
    pub key: Option<String>,
    /// The zip file to write
    #[arg(short, long, value_name = "FILE.zip", required = true, value_hint = ValueHint::FilePath)]
    pub output: Option<PathBuf>,
    /// Replace the file where it is there already
    #[arg(long)]
    pub force: bool,
    /// Keep names, phone numbers, mail and other addresses in the answers
    #[arg(long)]
    pub full: bool,
    /// What else can be done.
    #[command(subcommand)]
    pub verify: Option<EvidenceCommand>,
}

/// What can be done with a pack.
#[derive(Subcommand, Debug)]
pub enum EvidenceCommand {
    /// Tell whether anything in a pack was changed; needs no database
    Verify {
        /// The zip file
        #[arg(value_name = "FILE.zip", value_hint = ValueHint::FilePath)]
        file: PathBuf,
        /// The SHA-256 of the manifest as it was noted when the pack was made
        #[arg(long, value_name = "SHA256")]
        manifest: Option<String>,
    },
}

/// `barcode`
#[derive(Args, Debug)]
pub struct BarcodeArgs {
    /// A track number, or a parcel's id for its last number
    #[arg(value_name = "NUMBER|ID")]
    pub key: String,
}
