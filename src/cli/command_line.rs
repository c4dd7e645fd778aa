//! The whole command line: the flags that every command takes, and the command.

use clap::Parser;

use super::commands::{Command, ConfiguredCommand};
use super::inputs::global_args::GlobalArgs;
use super::inputs::language_arg::LanguageArg;
use crate::config::Flags;

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
        if std::env::args_os().len() <= 1 { Self::default() } else { Self::parse() }
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
