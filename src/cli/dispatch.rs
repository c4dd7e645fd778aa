//! From a command to its end.

use super::args::Command;
use super::commands::{
    add, archive, barcode, doctor, edit, event, evidence, export, identify, import, list, man_and_completions, message,
    show, sources, sync,
};
use super::context::{CommandContext, CommandResult};
use super::error::CliError;
use super::exit_code::Exit;
use super::text_output::stdout::Output;
use crate::config::{Config, ConfigError, Env, Flags};
use crate::t;
use crate::texts::Texts;

/// Does what a command says, tells what went wrong, and returns how it ended.
#[must_use]
pub fn run(command: &Command, context: &CommandContext) -> Exit {
    let mut out = Output::standard(&context.env, context.config.ascii);
    let done = dispatch(command, context, &mut out);
    let flushed = out.flush();
    ended(done.and_then(|exit| flushed.map(|()| exit).map_err(CliError::from)), &context.texts)
}

fn ended(done: CommandResult, texts: &Texts) -> Exit {
    done.unwrap_or_else(|error| {
        error.tell(texts);
        error.exit()
    })
}

fn dispatch(command: &Command, context: &CommandContext, out: &mut Output) -> CommandResult {
    match command {
        Command::Add(args) => add::run(args, context, out),
        Command::List(args) => list::run(args, context, out),
        Command::Show(args) => show::run(args, context, out),
        Command::Import(args) => import::run(args, context, out),
        Command::Sync(args) => sync::run(args, context, out),
        Command::Edit(args) => edit::run(args, context),
        Command::Archive(args) => archive::archive(args, context),
        Command::Restore(args) => archive::restore(args, context),
        Command::Remove(args) => archive::remove(args, context),
        Command::Undo => archive::undo(context),
        Command::Tag(args) => edit::tag(args, context, out),
        Command::Note(args) => edit::note(args, context, out),
        Command::Event(args) => event::run(args, context),
        Command::Identify(args) => identify::run(args, context, out),
        Command::Sources(args) => sources::run(args, context, out),
        Command::Export(args) => export::run(args, context, out),
        Command::Message(args) => message::run(args, context, out),
        Command::Evidence(args) => evidence::run(args, context, out),
        Command::Barcode(args) => barcode::run(args, context, out),
        Command::Doctor => doctor::run(context, None, out),
        // `main` does these three itself: two need no configuration, one is a screen.
        Command::Completions { .. } | Command::Man | Command::Demo => Ok(Exit::Done),
    }
}

/// What packagers call, which works without any configuration; `None`: it is another command.
#[must_use]
pub fn packagers(command: &Command, env: &Env) -> Option<Exit> {
    let mut out = Output::standard(env, false);
    let printed = match command {
        Command::Completions { shell } => man_and_completions::completions(*shell, &mut out),
        Command::Man => man_and_completions::page(&mut out),
        _ => return None,
    };
    let done = printed.and_then(|()| out.flush()).map(|()| Exit::Done).map_err(CliError::from);
    Some(ended(done, &Texts::new(env.locale())))
}

/// Says that there is no screen here, and which command to use instead.
#[must_use]
pub fn without_screen(context: &CommandContext) -> Exit {
    let texts = &context.texts;
    ended(Err(CliError::failed(t!(texts, "error-no-screen"), t!(texts, "error-no-screen-hint"))), texts)
}

/// What can be done although the configuration has a mistake: `doctor` looks at the rest, packagers' commands need
/// none; everything else only says what is wrong.
#[must_use]
pub fn run_without_config(command: Option<&Command>, mistake: ConfigError, flags: &Flags, env: Env) -> Exit {
    let language = flags.language.unwrap_or_else(|| env.locale());
    let lenient = Config::lenient(flags, &env);
    match (command, lenient) {
        (Some(Command::Doctor), Some(mut config)) => {
            config.language = language;
            let context = CommandContext::new(config, env);
            let mut out = Output::standard(&context.env, flags.ascii);
            let done = doctor::run(&context, Some(&mistake), &mut out);
            let flushed = out.flush();
            ended(done.and_then(|exit| flushed.map(|()| exit).map_err(CliError::from)), &context.texts)
        }
        _ => ended(Err(mistake.into()), &Texts::new(language)),
    }
}
