//! `posylka service`: the watcher as a service of the user, and nobody else's.

mod unit;

use std::path::Path;
use std::process::{Command, Stdio};

use clap::{Args, Subcommand};

use self::unit::{MARK, Manager};
use crate::cli::context::{CommandContext, CommandResult};
use crate::cli::error::CliError;
use crate::cli::exit_code::Exit;
use crate::cli::text_output::domain_text;
use crate::cli::text_output::stdout_abilities::{Output, talk};
use crate::error_messages::FileError;
use crate::store::LoopMarks;
use crate::t;
use crate::use_cases::{atomic_write, is_watcher_overdue};

/// Let `posylka watch` run as a service of your own
#[derive(Args, Debug)]
pub struct ServiceArgs {
    /// What to do.
    #[command(subcommand)]
    pub command: ServiceCommand,
}

/// What can be done with the service.
#[derive(Subcommand, Clone, Copy, PartialEq, Eq, Debug)]
pub enum ServiceCommand {
    /// Write the service, start it, and start it at every log-in
    Install,
    /// Stop the service and take away what `install` wrote
    Remove,
    /// Say whether it is installed, running, and when it last looked
    Status,
}

/// Installs, removes or looks at the service; says each thing that it does.
///
/// # Errors
/// There is no service manager, a file cannot be written, or a file there is somebody else's.
pub fn run(args: &ServiceArgs, context: &CommandContext, out: &mut Output) -> CommandResult {
    let manager = Manager::of(&context.env).ok_or_else(|| no_manager(context))?;
    match args.command {
        ServiceCommand::Install => install(&manager, context),
        ServiceCommand::Remove => remove(&manager, context),
        ServiceCommand::Status => status(&manager, context, out),
    }
}

fn no_manager(context: &CommandContext) -> CliError {
    let texts = &context.texts;
    CliError::failed(t!(texts, "service-no-manager"), t!(texts, "service-no-manager-hint"))
}

fn install(manager: &Manager, context: &CommandContext) -> CommandResult {
    let texts = &context.texts;
    if manager.program().is_some_and(|program| !is_there(program)) {
        return Err(no_manager(context));
    }
    if let Some(found) = read(&manager.file)
        && !found.contains(MARK)
    {
        return Err(foreign(manager, context));
    }
    let unit = manager.unit(context).ok_or_else(|| no_manager(context))?;
    let shown = manager.file.display().to_string();
    if let Some(folder) = manager.file.parent() {
        std::fs::create_dir_all(folder).map_err(|error| cannot(folder, &error))?;
    }
    atomic_write::write(&manager.file, unit.as_bytes(), true).map_err(|error| cannot(&manager.file, &error))?;
    talk(&t!(texts, "service-wrote", file = shown.as_str()));
    for command in manager.start_commands() {
        execute(&command, context)?;
    }
    if manager.is_systemd() {
        talk(&t!(texts, "service-linger"));
    }
    Ok(Exit::Done)
}

fn remove(manager: &Manager, context: &CommandContext) -> CommandResult {
    let texts = &context.texts;
    let Some(found) = read(&manager.file) else {
        talk(&t!(texts, "service-not-installed"));
        return Ok(Exit::Done);
    };
    if !found.contains(MARK) {
        return Err(foreign(manager, context));
    }
    for command in manager.stop_commands() {
        execute(&command, context)?;
    }
    std::fs::remove_file(&manager.file).map_err(|error| cannot(&manager.file, &error))?;
    talk(&t!(texts, "service-removed", file = manager.file.display().to_string()));
    for command in manager.after_removal() {
        execute(&command, context)?;
    }
    // Nobody is to miss a watcher that is not meant to run.
    if context.config.database().exists() {
        context.open()?.unmark_watcher()?;
    }
    Ok(Exit::Done)
}

fn status(manager: &Manager, context: &CommandContext, out: &mut Output) -> CommandResult {
    let texts = &context.texts;
    let is_installed = read(&manager.file).is_some_and(|unit| unit.contains(MARK));
    if is_installed {
        out.line(&t!(texts, "service-installed", file = manager.file.display().to_string()))?;
        let state = answer(&manager.state_command()).unwrap_or_else(|| t!(texts, "service-state-unknown"));
        out.line(&t!(texts, "service-state", state = state))?;
    } else {
        out.line(&t!(texts, "service-not-installed"))?;
    }
    let has_database = context.config.database().exists();
    let marks = if has_database { context.open()?.loop_marks()? } else { LoopMarks::default() };
    out.line(&match marks.looked_at {
        Some(at) => t!(texts, "service-looked", at = domain_text::instant(at)),
        None => t!(texts, "service-never-looked"),
    })?;
    let is_overdue = is_watcher_overdue(marks, context.now());
    if is_overdue {
        out.line(&t!(texts, "service-overdue"))?;
    }
    Ok(if is_installed && !is_overdue { Exit::Done } else { Exit::Failed })
}

fn foreign(manager: &Manager, context: &CommandContext) -> CliError {
    let file = manager.file.display().to_string();
    CliError::failed(t!(context.texts, "service-foreign", file = file), t!(context.texts, "service-foreign-hint"))
}

fn read(path: &Path) -> Option<String> {
    std::fs::read_to_string(path).ok()
}

fn cannot(path: &Path, error: &std::io::Error) -> CliError {
    crate::error_messages::Failure::from(FileError::write(path, error)).into()
}

fn is_there(program: &str) -> bool {
    let mut probe = Command::new(program);
    probe.arg("--version").stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).status().is_ok()
}

/// Says what is run, and runs it.
fn execute(command: &[String], context: &CommandContext) -> Result<(), CliError> {
    let texts = &context.texts;
    let spelt = command.join(" ");
    talk(&t!(texts, "service-runs", command = spelt.as_str()));
    let Some((program, arguments)) = command.split_first() else { return Ok(()) };
    let done = Command::new(program).args(arguments).stdin(Stdio::null()).stdout(Stdio::null()).output();
    let why = match done {
        Ok(output) if output.status.success() => return Ok(()),
        Ok(output) => String::from_utf8_lossy(&output.stderr).lines().next().unwrap_or_default().to_owned(),
        Err(error) => error.to_string(),
    };
    let why = crate::domain::CleanText::line(&why);
    let what = t!(texts, "service-failed", command = spelt, why = why.as_str());
    Err(CliError::failed(what, t!(texts, "service-failed-hint")))
}

/// The first line that a command prints, whatever its status.
fn answer(command: &[String]) -> Option<String> {
    let (program, arguments) = command.split_first()?;
    let output = Command::new(program).args(arguments).stdin(Stdio::null()).stderr(Stdio::null()).output().ok()?;
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    let line = crate::domain::CleanText::some_line(text.lines().next()?)?;
    Some(line.to_string())
}
