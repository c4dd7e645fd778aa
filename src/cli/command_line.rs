//! The whole command line: the flags that every command takes, and the command.

use std::ffi::OsString;

use clap::{CommandFactory, Error, Parser};

use super::commands::{Command, ConfiguredCommand};
use super::error::CliError;
use super::help::translate::translate;
use super::help::{reader_language, usage_error};
use super::inputs::global_args::GlobalArgs;
use super::inputs::language_arg::LanguageArg;
use crate::config::{Env, Flags};
use crate::texts::{HelpTexts, Language, Texts};

/// A parcel tracker for the terminal. Without a command it opens the screen.
#[derive(Parser, Default, Debug)]
#[command(name = "posylka", version, about, args_conflicts_with_subcommands = false, disable_help_subcommand = true)]
#[command(
    after_help = "Exit codes: 0 done · 1 failed · 2 wrong usage · 3 partly done (what failed is on standard error)"
)]
pub struct Cli {
    /// What holds for every command.
    #[command(flatten)]
    pub global: GlobalArgs,
    /// What to do; nothing: the screen.
    #[command(subcommand)]
    pub command: Option<Command>,
}

impl Cli {
    /// The arguments of this process; ends it where they are wrong, or ask for help or the version. Without any the
    /// grammar of all commands is not built: the screen starts sooner.
    #[must_use]
    pub fn of_process() -> Self {
        let arguments: Vec<OsString> = std::env::args_os().collect();
        if arguments.len() <= 1 {
            return Self::default();
        }
        Self::try_parse_from(&arguments).unwrap_or_else(|error| tell(&error, arguments))
    }

    /// The flags as the configuration takes them.
    #[must_use]
    pub fn flags(&self) -> Flags {
        let global = &self.global;
        // Of `message` it is the message's language, not the reader's.
        let lang =
            global.lang.filter(|_| !matches!(self.command, Some(Command::Configured(ConfiguredCommand::Message(_)))));
        Flags {
            data_dir: global.data_dir.clone(),
            config: global.config.clone(),
            language: lang.and_then(LanguageArg::reader_language),
            now: global.now,
            offline: global.offline,
            ascii: global.ascii,
        }
    }
}

/// Prints help, version or what is wrong, in the reader's language, and ends the process.
fn tell(error: &Error, arguments: Vec<OsString>) -> ! {
    let language = reader_language(&arguments, &Env::process());
    if language == Language::En {
        error.exit();
    }
    let texts = HelpTexts::new(language);
    let mut program = translate(Cli::command(), &texts);
    // The same line is as wrong as before, or asks for the same help.
    let Err(error) = program.try_get_matches_from_mut(arguments) else { error.exit() };
    match usage_error::message(&error, &texts) {
        Some(message) => std::process::exit(CliError::Message(message).tell(&Texts::new(language)) as i32),
        None => error.exit(),
    }
}
