//! `docs/commands.md` is written from the definitions that the command line is parsed by.
//!
//! `POSYLKA_WRITE_DOCS=1 cargo test --test cli commands_doc` writes it anew.

use std::fmt::Write;
use std::path::Path;

use clap::builder::StyledStr;
use clap::{Arg, Command, CommandFactory};
use posylka::cli::Cli;

const HEAD: &str = "\
# Commands

Written from the definitions that the command line is parsed by; a test keeps it true. `posylka COMMAND --help` prints the
same, `posylka man` all of it as a manual page. Data go to standard output, everything else to standard error.

";

fn document() -> String {
    let mut program = Cli::command();
    program.build();
    let mut text = format!("{HEAD}{}\n\n", sentence(program.get_about()));
    text.push_str("| command | |\n|---|---|\n");
    for command in shown(&program) {
        let name = command.get_name();
        let _ = writeln!(text, "| [`{name}`](#posylka-{name}) | {} |", cell(command.get_about()));
    }
    let global = |arg: &&Arg| arg.is_global_set() || matches!(arg.get_id().as_str(), "help" | "version");
    text.push_str("\n## With every command\n\n");
    text.push_str(&table(program.get_arguments().filter(global)));
    let _ = writeln!(text, "\n{}", sentence(program.get_after_help()));
    shown(&program).for_each(|command| section(command, "posylka", 2, &mut text));
    text
}

fn shown(command: &Command) -> impl Iterator<Item = &Command> {
    command.get_subcommands().filter(|command| !command.is_hide_set())
}

/// A command under a heading of that level, and below it the commands that it has itself.
fn section(command: &Command, parent: &str, level: usize, text: &mut String) {
    let name = format!("{parent} {}", command.get_name());
    let usage = command.clone().render_usage().to_string();
    let usage = usage.trim_start_matches("Usage:").lines().map(str::trim).collect::<Vec<_>>().join("\n");
    let _ = writeln!(text, "\n{} {name}\n\n{}\n\n```\n{usage}\n```", "#".repeat(level), sentence(command.get_about()));
    let own = command.get_arguments().filter(|arg| !arg.is_global_set() && arg.get_id() != "help");
    let rows = table(own);
    if !rows.is_empty() {
        let _ = write!(text, "\n{rows}");
    }
    shown(command).for_each(|command| section(command, &name, level + 1, text));
}

/// One row an argument; empty if there are none.
fn table<'a>(args: impl Iterator<Item = &'a Arg>) -> String {
    let args: Vec<&Arg> = args.filter(|arg| !arg.is_hide_set()).collect();
    let rows = args.iter().map(|arg| format!("| {} | {} |\n", spelling(arg), explanation(arg)));
    if args.is_empty() { String::new() } else { format!("| argument | |\n|---|---|\n{}", rows.collect::<String>()) }
}

/// `-t`, `--title <TITLE>`, or the placeholder of a positional argument.
fn spelling(arg: &Arg) -> String {
    let value = || {
        let names: Vec<String> =
            arg.get_value_names().unwrap_or_default().iter().map(|name| format!("<{name}>")).collect();
        names.join(" ").replace('|', "\\|")
    };
    if arg.is_positional() {
        return format!("`{}`", value());
    }
    let short = arg.get_short().map(|short| format!("`-{short}`"));
    let long = arg.get_long().into_iter().chain(arg.get_visible_aliases().unwrap_or_default()).map(|long| {
        if arg.get_action().takes_values() { format!("`--{long} {}`", value()) } else { format!("`--{long}`") }
    });
    short.into_iter().chain(long).collect::<Vec<_>>().join(", ")
}

/// The help, the values that are possible and the one that is taken without the argument.
fn explanation(arg: &Arg) -> String {
    let mut text = cell(arg.get_help());
    let values = if arg.get_action().takes_values() { arg.get_possible_values() } else { Vec::new() };
    let values: Vec<String> = values
        .iter()
        .filter(|value| !value.is_hide_set())
        .map(|value| match value.get_help() {
            Some(help) => format!("`{}` ({})", value.get_name(), cell(Some(help))),
            None => format!("`{}`", value.get_name()),
        })
        .collect();
    if !values.is_empty() {
        let _ = write!(text, ": {}", values.join(", "));
    }
    let default: Vec<String> =
        arg.get_default_values().iter().map(|value| value.to_string_lossy().into_owned()).collect();
    if !default.is_empty() && arg.get_action().takes_values() {
        let _ = write!(text, "; without it `{}`", default.join(" "));
    }
    text
}

fn cell(text: Option<&StyledStr>) -> String {
    text.map(ToString::to_string).unwrap_or_default().replace('|', "\\|").replace('\n', " ")
}

fn sentence(text: Option<&StyledStr>) -> String {
    format!("{}.", text.map(ToString::to_string).unwrap_or_default().trim_end_matches('.'))
}

#[test]
fn the_document_of_the_commands_is_the_programs_own() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/commands.md");
    let document = document();
    if std::env::var_os("POSYLKA_WRITE_DOCS").is_some() {
        std::fs::write(&path, document).unwrap();
        return;
    }
    let written = std::fs::read_to_string(&path).unwrap_or_default();
    assert_eq!(written, document, "run: POSYLKA_WRITE_DOCS=1 cargo test --test cli commands_doc");
}
