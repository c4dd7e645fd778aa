//! `posylka note`

use clap::Args;

use crate::cli::context::{CommandContext, CommandResult};
use crate::cli::exit_code::Exit;
use crate::cli::inputs::stdin;
use crate::cli::text_output::stdout_abilities::Output;
use crate::cli::text_output::unchanged;
use crate::domain::{CleanText, ParcelEdit};

/// Print or set a parcel's note
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

/// Prints, sets or takes away the note.
///
/// # Errors
/// There is no such parcel, standard input cannot be read, or the database fails.
pub fn run(args: &NoteArgs, context: &CommandContext, out: &mut Output) -> CommandResult {
    let mut db = context.open_to_read()?;
    let parcel = context.find(&db, &args.key)?;
    if args.text.is_empty() && !args.clear {
        parcel.note.iter().try_for_each(|note| out.line(note))?;
        return Ok(Exit::Done);
    }
    let text = if args.text == ["-"] { stdin::standard(context)? } else { args.text.join(" ") };
    let note = Some(CleanText::note(&text)).filter(|note| !note.is_empty()).into();
    if !db.edit(parcel.id, &ParcelEdit { note, ..ParcelEdit::default() }, context.now())? {
        unchanged::report(&parcel, context);
    }
    Ok(Exit::Done)
}
