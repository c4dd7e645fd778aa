//! `posylka status`: one line for bars and prompts, from the database alone.

mod formats;

use clap::Args;

use self::formats::{Format, Line};
use crate::cli::context::{CommandContext, CommandResult, shown};
use crate::cli::error::CliError;
use crate::cli::exit_code::Exit;
use crate::cli::text_output::stdout_abilities::Output;
use crate::domain::AttentionCounts;
use crate::store::{Database, StoreError};
use crate::t;

/// Print one line for a bar or a prompt; nothing where nothing matters
#[derive(Args, Debug)]
#[command(
    after_help = "Exit code: 4 where something needs you, with --format plain, json or a template; a bar would hide it then."
)]
pub struct StatusArgs {
    /// plain, json, waybar, tmux, polybar, or a template such as "{ready} {stuck}"
    #[arg(long, value_name = "FORMAT|TEMPLATE", default_value = "plain")]
    pub format: String,
}

/// Prints the line. It never asks anybody, and makes no database.
///
/// # Errors
/// The format is unknown, or the database cannot be read.
pub fn run(args: &StatusArgs, context: &CommandContext, out: &mut Output) -> CommandResult {
    let format = Format::parse(&args.format).map_err(|wrong| unknown(&wrong, context))?;
    let counts = counts(context)?;
    let line = Line::of(&counts, &context.texts);
    line.print(&format, out)?;
    Ok(if line.needs_you && !format.is_for_a_bar() { Exit::NeedsYou } else { Exit::Done })
}

fn unknown(wrong: &str, context: &CommandContext) -> CliError {
    let texts = &context.texts;
    let what = t!(texts, "status-unknown-format", format = shown(wrong));
    CliError::usage(what, t!(texts, "status-formats", fields = formats::FIELDS.join(" ")))
}

fn counts(context: &CommandContext) -> Result<AttentionCounts, CliError> {
    let path = context.config.database();
    if !path.exists() {
        return Ok(AttentionCounts::default());
    }
    let database = match Database::open_read_only(&path) {
        // Of an older version: it is brought up to date first.
        Err(StoreError::ReadOnly) => context.open()?,
        opened => opened?,
    };
    Ok(database.attention(&context.gauge())?)
}
