//! `posylka barcode`

use clap::Args;

use crate::barcode::{Barcode, ModuleStyle};
use crate::cli::context::{CommandContext, CommandResult};
use crate::cli::exit_code::Exit;
use crate::cli::text_output::stdout_abilities::{Output, talk};
use crate::domain::TrackingNumber;
use crate::t;

/// Print a number as QR and Code 128, for a scanner
#[derive(Args, Debug)]
pub struct BarcodeArgs {
    /// A track number, or a parcel's id for its last number
    #[arg(value_name = "NUMBER|ID")]
    pub key: String,
}

/// How high the bars are, in lines.
const BAR_ROWS: usize = 4;

/// Prints a number as QR and as Code 128. On a terminal that is too narrow, only what fits.
///
/// # Errors
/// There is no such parcel, or the database fails.
pub fn run(args: &BarcodeArgs, context: &CommandContext, out: &mut Output) -> CommandResult {
    let number = number(&args.key, context)?;
    let Some(barcode) = Barcode::of(&number) else { return Err(context.unknown(&args.key)) };
    let ink = if context.config.ascii || context.env.is_utf8() == Some(false) {
        ModuleStyle::Ascii
    } else {
        ModuleStyle::Blocks
    };
    let room = out.width().unwrap_or(usize::MAX);
    let (columns, rows) = barcode.qr_size(ink);
    if columns <= room {
        out.on_white(&barcode.qr_lines(ink))?;
    } else {
        talk(&t!(context.texts, "barcode-low", columns = columns, rows = rows));
    }
    out.line(number.as_str())?;
    let columns = barcode.bar_columns(ink);
    if columns <= room {
        out.on_white(&barcode.bar_lines(ink, BAR_ROWS))?;
        return Ok(Exit::Done);
    }
    out.flush()?;
    talk(&t!(context.texts, "barcode-narrow", columns = columns, room = room));
    Ok(Exit::Partly)
}

/// The number itself, whether a parcel has it or not; or else the last number of the parcel with that id: the one
/// at the destination.
fn number(key: &str, context: &CommandContext) -> Result<TrackingNumber, crate::cli::CliError> {
    if let Ok(number) = TrackingNumber::parse(key) {
        return Ok(number);
    }
    let parcel = context.find(&context.open_to_read()?, key)?;
    parcel.numbers.last().map(|held| held.number.clone()).ok_or_else(|| context.numberless(&parcel))
}
