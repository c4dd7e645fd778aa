//! `posylka backup`

use std::path::PathBuf;

use clap::{Args, ValueHint};

use crate::cli::context::{CommandContext, CommandResult};
use crate::cli::exit_code::Exit;
use crate::cli::text_output::stdout_abilities::talk;
use crate::error_messages::{FileError, shown_path};
use crate::t;
use crate::use_cases::backups;

/// Copy the database while it is in use, and check the copy
///
/// Without `--output` the copy goes into the folder `backups` beside the database, where the last few are kept
/// (`[backup] keep`). The open screen makes one a day there. `posylka restore FILE` puts one back.
#[derive(Args, Debug)]
pub struct BackupArgs {
    /// The file to write; without it, a new one in the folder `backups` beside the database
    #[arg(short, long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub output: Option<PathBuf>,
    /// Replace the file where it is there already
    #[arg(long, requires = "output")]
    pub force: bool,
}

/// Makes a copy.
///
/// # Errors
/// There is a file of that name, the database is damaged, or the copy cannot be written.
pub fn run(args: &BackupArgs, context: &CommandContext) -> CommandResult {
    let db = context.open_to_read()?;
    let (file, parcels) = match &args.output {
        Some(file) => {
            if !args.force && file.symlink_metadata().is_ok() {
                return Err(FileError::exists(file).into());
            }
            (file.clone(), db.back_up(file)?)
        }
        // A copy that was asked for is not taken away by the setting that wants none by itself.
        None => backups::make(&db, &context.config.data_dir, context.config.keep_backups.max(1), context.now())?,
    };
    talk(&t!(context.texts, "cli-backup-written", file = shown_path(&file), parcels = parcels));
    Ok(Exit::Done)
}
