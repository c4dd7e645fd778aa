//! Wiring: arguments, configuration, log, then the screen or a command.

mod open_screen;

use std::process::ExitCode;

use posylka::cli::{self, Cli, Command, CommandContext, Exit};
use posylka::config::{Config, Env};

fn main() -> ExitCode {
    // Only fails where a hook is there already, and then the old one does.
    let _ = color_eyre::install();
    let cli = Cli::of_process();
    let (flags, env) = (cli.flags(), Env::process());
    if let Some(Command::Packaging(command)) = &cli.command {
        return cli::dispatch::run_packaging(command, &flags, &env, open_screen::keys).into();
    }
    match Config::load(&flags, &env) {
        Ok(config) => start(cli.command.as_ref(), &CommandContext::new(config, env).with_flags(flags)),
        Err(mistake) => cli::dispatch::run_without_config(cli.command.as_ref(), mistake, &flags, env),
    }
    .into()
}

fn start(command: Option<&Command>, context: &CommandContext) -> Exit {
    cli::log_file::start(&context.config, &context.env);
    match command {
        None => open_screen::screen(context),
        Some(Command::Demo(_)) => open_screen::demo(context),
        Some(Command::Configured(command)) => cli::dispatch::run(command, context),
        // Is done before the configuration is read.
        Some(Command::Packaging(_)) => Exit::Done,
    }
}
