//! From a command to its end.

use clap::CommandFactory;

use super::command_line::Cli;
use super::commands::{Command, ConfiguredCommand, PackagingCommand, demo, doctor};
use super::context::{CommandContext, CommandResult};
use super::error::CliError;
use super::exit_code::Exit;
use super::help::manual::KeyRow;
use super::text_output::stdout_abilities::Output;
use crate::config::{Config, ConfigError, Env, Flags, environment_snapshot};
use crate::store::{Database, unreadable_was_met};
use crate::texts::{Language, Texts};
use crate::use_cases::unreadable_parcels;

/// Does what a command says, tells what went wrong, and returns how it ended.
#[must_use]
pub fn run(command: &ConfiguredCommand, context: &CommandContext) -> Exit {
    let mut out = Output::standard(&context.env, context.config.ascii);
    let done = command.run(context, &mut out);
    let flushed = out.flush();
    tell_unreadable(context);
    ended(done.and_then(|exit| flushed.map(|()| exit).map_err(CliError::from)), &context.texts)
}

/// Says of which parcels something could not be read, after all the rest was.
fn tell_unreadable(context: &CommandContext) {
    if unreadable_was_met()
        && let Ok(db) = Database::open_read_only(&context.config.database())
        && let Some(failure) = unreadable_parcels::met(&db)
    {
        let _ = CliError::from(failure).tell(&context.texts);
    }
}

fn ended(done: CommandResult, texts: &Texts) -> Exit {
    done.unwrap_or_else(|error| error.tell(texts))
}

/// Does what packagers ask for, without any configuration; `keys` are those of the screen.
#[must_use]
pub fn run_packaging(
    command: &PackagingCommand,
    flags: &Flags,
    env: &Env,
    keys: impl Fn(Language) -> Vec<KeyRow>,
) -> Exit {
    let mut out = Output::standard(env, false);
    let language = environment_snapshot::language(flags, env).ok().flatten().unwrap_or_else(|| env.locale());
    let texts = Texts::new(language);
    let done = command.run(Cli::command(), &texts, keys, &mut out);
    ended(done.and_then(|()| Ok(out.flush()?)).map(|()| Exit::Done), &texts)
}

/// Says that there is no screen here, and which command to use instead.
#[must_use]
pub fn without_screen(context: &CommandContext) -> Exit {
    ended(demo::without_screen(context), &context.texts)
}

/// What can be done although the configuration has a mistake: `doctor` looks at the rest, everything else only says what
/// is wrong.
#[must_use]
pub fn run_without_config(command: Option<&Command>, mistake: ConfigError, flags: &Flags, env: Env) -> Exit {
    let language = flags.language.unwrap_or_else(|| env.locale());
    let lenient = Config::lenient(flags, &env);
    match (command, lenient) {
        (Some(Command::Configured(ConfiguredCommand::Doctor(_))), Some(mut config)) => {
            config.language = language;
            let context = CommandContext::new(config, env);
            let mut out = Output::standard(&context.env, flags.ascii);
            let done = doctor::check(&context, Some(&mistake), &mut out);
            let flushed = out.flush();
            ended(done.and_then(|exit| flushed.map(|()| exit).map_err(CliError::from)), &context.texts)
        }
        _ => ended(Err(mistake.into()), &Texts::new(language)),
    }
}
