//! The command line with its help in another language than the one it is written in.

use clap::builder::PossibleValue;
use clap::{Arg, ArgAction, Command};

use crate::texts::HelpTexts;

/// Says in the language of `texts` what the program, its commands and their arguments are for. What has no text keeps its own.
#[must_use]
pub fn translate(program: Command, texts: &HelpTexts) -> Command {
    let program = program.disable_version_flag(true).arg(flag("version", 'V', ArgAction::Version));
    let mut program = command(program, "posylka", texts).mut_args(|arg| placeholders(arg, texts));
    program.build();
    usages(program, texts)
}

/// Behind every other flag.
const LAST: usize = 999;

fn flag(name: &'static str, short: char, action: ArgAction) -> Arg {
    Arg::new(name).short(short).long(name).action(action).display_order(LAST)
}

fn command(command_: Command, id: &str, texts: &HelpTexts) -> Command {
    let mut done = command_
        .disable_help_flag(true)
        .arg(flag("help", 'h', ArgAction::Help))
        .subcommand_value_name(texts.get("placeholder-command", []))
        .mut_args(|arg| argument(arg, id, texts));
    let template = template(&done, texts);
    done = done.help_template(template);
    if let Some(about) = texts.find(id) {
        let long = texts.part(id, "long").map(|long| format!("{about}\n\n{long}"));
        done = done.about(about);
        done = match long {
            Some(long) => done.long_about(long),
            None => done,
        };
    }
    if let Some(after) = texts.part(id, "after") {
        done = done.after_help(after);
    }
    let names: Vec<String> = done.get_subcommands().map(|below| below.get_name().to_owned()).collect();
    names.into_iter().fold(done, |done, name| {
        let id = format!("{id}-{name}");
        done.mut_subcommand(name, |below| command(below, &id, texts).mut_args(|arg| placeholders(arg, texts)))
    })
}

/// What stands where in the help, under our own headings.
fn template(command: &Command, texts: &HelpTexts) -> String {
    let part = |is_there: bool, heading: &str, part: &str| {
        if is_there { format!("\n{}:\n{{{part}}}\n", texts.get(heading, [])) } else { String::new() }
    };
    let usage = texts.get("heading-usage", []);
    [
        format!("{{about-with-newline}}\n{usage}: {{usage}}\n"),
        part(command.has_subcommands(), "heading-commands", "subcommands"),
        part(command.get_positionals().next().is_some(), "heading-arguments", "positionals"),
        part(true, "heading-options", "options"),
        "{after-help}".to_owned(),
    ]
    .concat()
}

fn argument(arg: Arg, id: &str, texts: &HelpTexts) -> Arg {
    let name = arg.get_id().as_str().to_owned();
    let own = texts.part(id, &name).or_else(|| texts.part("posylka", &name));
    let Some(help) = own else { return arg };
    let values = if arg.get_action().takes_values() { arg.get_possible_values() } else { Vec::new() };
    let default: Vec<String> = arg.get_default_values().iter().map(|v| v.to_string_lossy().into_owned()).collect();
    let mut notes = Vec::new();
    let explained = values.iter().any(|value| value.get_help().is_some());
    if !values.is_empty() && !explained {
        notes.push(texts.get("values", [("values", &names(&values).join(", "))]));
    }
    if !default.is_empty() && arg.get_action().takes_values() {
        notes.push(texts.get("default", [("value", &default.join(" "))]));
    }
    let notes: Vec<String> = notes.into_iter().map(|note| format!("[{note}]")).collect();
    let short = [help].into_iter().chain(notes).collect::<Vec<_>>().join(" ");
    let takes = arg.get_action().takes_values();
    let arg = if takes { arg.hide_possible_values(true).hide_default_value(true) } else { arg };
    if explained {
        let lines = values.iter().map(|value| explained_value(value, id, &name, texts)).collect::<String>();
        return arg.long_help(format!("{short}\n\n{}:{lines}", texts.get("heading-values", []))).help(short);
    }
    arg.help(short)
}

fn names(values: &[PossibleValue]) -> Vec<&str> {
    values.iter().filter(|value| !value.is_hide_set()).map(PossibleValue::get_name).collect()
}

fn explained_value(value: &PossibleValue, id: &str, name: &str, texts: &HelpTexts) -> String {
    let own = texts.part(id, &format!("{name}-{}", value.get_name()));
    let help = own.or_else(|| value.get_help().map(ToString::to_string)).unwrap_or_default();
    format!("\n- {}: {help}", value.get_name())
}

/// `<NUMBER|ID>` in the reader's words.
fn placeholders(arg: Arg, texts: &HelpTexts) -> Arg {
    let Some(names) = arg.get_value_names() else { return arg };
    let word = |word: &str| {
        let (name, ending) = word.split_at(word.find('.').unwrap_or(word.len()));
        texts.part("placeholders", name).map_or_else(|| word.to_owned(), |own| format!("{own}{ending}"))
    };
    let names: Vec<String> = names.iter().map(|name| name.split('|').map(word).collect::<Vec<_>>().join("|")).collect();
    if arg.get_action().takes_values() { arg.value_names(names) } else { arg }
}

/// Below the headings are ours; in the lines of usage clap's own words are left.
fn usages(program: Command, texts: &HelpTexts) -> Command {
    let mut copy = program.clone();
    let usage = copy.render_usage().to_string();
    let usage = usage.trim_start_matches("Usage:").trim().replace("[OPTIONS]", &texts.get("placeholder-options", []));
    let names: Vec<String> = program.get_subcommands().map(|below| below.get_name().to_owned()).collect();
    let program = program.override_usage(usage);
    names.into_iter().fold(program, |program, name| program.mut_subcommand(name, |below| usages(below, texts)))
}
