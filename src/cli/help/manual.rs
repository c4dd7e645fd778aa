//! The manual pages: one for the program, one for each command, written from what the command line is parsed by.

use clap::{Arg, Command};
use roff::{Inline, Roff, bold, italic, roman};

use crate::texts::HelpTexts;

/// A row of the list of keys: the keys, and what they do.
pub type KeyRow = (String, String);

/// Command lines that show what a command is for, each with the id of its explanation.
const EXAMPLES: &[(&str, &str, &str)] = &[
    ("posylka", "screen", "posylka"),
    ("posylka", "sync", "posylka sync && posylka list --stale"),
    ("posylka", "jq", "posylka list --stale --json | jq -r '.[].number'"),
    ("posylka-add", "add", "posylka add LP00620966542870 --title \"USB hub\""),
    ("posylka-add", "paste", "wl-paste | posylka add -"),
    ("posylka-list", "sync", "posylka sync && posylka list --stale"),
    ("posylka-list", "jq", "posylka list --stale --json | jq -r '.[].number'"),
    ("posylka-sync", "sync", "posylka sync && posylka list --stale"),
    ("posylka-show", "show", "posylka show LP00620966542870"),
    ("posylka-edit", "protect", "posylka edit LP00620966542870 --protected-until aliexpress --shipped 2026-11-03"),
    ("posylka-edit", "snooze", "posylka edit LP00620966542870 --snooze 7d"),
    ("posylka-message", "message", "posylka message LP00620966542870 --to seller --lang zh --beside"),
    ("posylka-evidence", "evidence", "posylka evidence LP00620966542870 -o hub.zip && posylka evidence verify hub.zip"),
    ("posylka-import", "import", "posylka import --dry-run orders.csv"),
    ("posylka-export", "export", "posylka export -o posylka.json"),
    ("posylka-identify", "identify", "posylka identify RA123456785RU"),
    ("posylka-event", "event", "posylka event LP00620966542870 \"Promised for Friday\" --at 2026-11-20"),
    ("posylka-man", "man", "posylka man --all ~/.local/share/man"),
];

const FILES: &[(&str, &str)] = &[
    ("$XDG_CONFIG_HOME/posylka/config.toml", "config"),
    ("$XDG_DATA_HOME/posylka/posylka.db", "database"),
    ("$XDG_DATA_HOME/posylka/posylka.log", "log"),
];

const ENVIRONMENT: &[(&str, &str)] = &[
    ("POSYLKA_CONFIG", "config"),
    ("POSYLKA_DATA_DIR", "data-dir"),
    ("POSYLKA_LANG", "lang"),
    ("POSYLKA_OFFLINE", "offline"),
    ("POSYLKA_THEME", "theme"),
    ("POSYLKA_LOG", "log"),
    ("POSYLKA_ID_KEY", "secret"),
    ("NO_COLOR", "no-color"),
    ("LC_ALL, LC_MESSAGES, LANG", "locale"),
];

/// Every page: its name without the section (`posylka-add`), and what is in it.
#[must_use]
pub fn pages(program: &Command, texts: &HelpTexts, keys: &[KeyRow]) -> Vec<(String, String)> {
    let mut pages = vec![("posylka".to_owned(), main_page(program, texts, keys))];
    below(program, "posylka", texts, &mut pages);
    pages
}

fn below(parent: &Command, name: &str, texts: &HelpTexts, pages: &mut Vec<(String, String)>) {
    for command in parent.get_subcommands().filter(|command| !command.is_hide_set()) {
        let name = format!("{name}-{}", command.get_name());
        pages.push((name.clone(), command_page(command, &name, texts)));
        below(command, &name, texts, pages);
    }
}

/// A page that is being written.
struct Page<'a> {
    roff: Roff,
    texts: &'a HelpTexts,
}

impl Page<'_> {
    fn heading(&mut self, id: &str) {
        self.roff.control("SH", [self.texts.get(id, []).as_str()]);
    }

    fn paragraph(&mut self, text: &str) {
        self.roff.control("PP", []);
        self.roff.text([roman(text)]);
    }

    /// A term, and what it means below it.
    fn row(&mut self, term: Vec<Inline>, meaning: &str) {
        self.roff.control("TP", []);
        self.roff.text(term);
        self.roff.text([roman(meaning)]);
    }

    fn rows(&mut self, heading: &str, prefix: &str, rows: &[(&str, &str)]) {
        self.heading(heading);
        for (term, id) in rows {
            let meaning = self.texts.get(&format!("{prefix}-{id}"), []);
            self.row(vec![bold(*term)], &meaning);
        }
    }

    fn arguments<'c>(&mut self, heading: &str, arguments: impl Iterator<Item = &'c Arg>) {
        let arguments: Vec<&Arg> = arguments.filter(|arg| !arg.is_hide_set()).collect();
        if arguments.is_empty() {
            return;
        }
        self.heading(heading);
        for arg in arguments {
            let help = arg.get_long_help().or(arg.get_help()).map(ToString::to_string).unwrap_or_default();
            self.row(spelling(arg), &help);
        }
    }

    fn examples(&mut self, name: &str) {
        let own: Vec<_> = EXAMPLES.iter().filter(|(of, ..)| *of == name).collect();
        if own.is_empty() {
            return;
        }
        self.heading("man-examples");
        for (_, id, line) in own {
            let meaning = self.texts.get(&format!("man-example-{id}"), []);
            self.roff.control("PP", []);
            self.roff.text([roman(format!("{meaning}:"))]);
            self.roff.control("PP", []).control("RS", ["4"]).control("nf", []);
            self.roff.text([bold(*line)]);
            self.roff.control("fi", []).control("RE", []);
        }
    }

    fn head(&mut self, name: &str, about: &str, command: &Command) {
        let version = format!("posylka {}", env!("CARGO_PKG_VERSION"));
        self.roff.control("TH", [name, "1", "", version.as_str(), "posylka"]);
        self.heading("man-name");
        self.roff.text([roman(format!("{name} - {about}"))]);
        self.heading("man-synopsis");
        let usage = command.clone().render_usage().to_string();
        let lines: Vec<&str> = usage.trim_start_matches("Usage:").lines().map(str::trim).collect();
        for (at, line) in lines.into_iter().filter(|line| !line.is_empty()).enumerate() {
            if at > 0 {
                self.roff.control("br", []);
            }
            self.roff.text([bold(line)]);
        }
    }
}

/// `-t, --title TITLE`, or the placeholder of a positional argument.
fn spelling(arg: &Arg) -> Vec<Inline> {
    let names = arg.get_value_names().unwrap_or_default().iter().map(ToString::to_string).collect::<Vec<_>>().join(" ");
    if arg.is_positional() {
        return vec![italic(names)];
    }
    let short = arg.get_short().map(|short| format!("-{short}"));
    let flags = short.into_iter().chain(arg.get_long().map(|long| format!("--{long}"))).collect::<Vec<_>>().join(", ");
    let value = arg.get_action().takes_values().then(|| [roman(" "), italic(names)]).into_iter().flatten();
    [bold(flags)].into_iter().chain(value).collect()
}

fn about(command: &Command) -> String {
    command.get_about().map(ToString::to_string).unwrap_or_default()
}

fn main_page(program: &Command, texts: &HelpTexts, keys: &[KeyRow]) -> String {
    let mut page = Page { roff: Roff::new(), texts };
    page.head("posylka", &about(program), program);
    page.heading("man-description");
    page.paragraph(&texts.get("man-about", []));
    page.heading("man-commands");
    for command in program.get_subcommands().filter(|command| !command.is_hide_set()) {
        page.row(vec![bold(format!("posylka-{}", command.get_name())), roman("(1)")], &about(command));
    }
    page.arguments("man-options", program.get_arguments());
    page.heading("man-keys");
    page.paragraph(&texts.get("man-keys-about", []));
    for (keys, meaning) in keys {
        page.row(vec![bold(keys.as_str())], meaning);
    }
    page.rows("man-files", "man-file", FILES);
    page.rows("man-environment", "man-env", ENVIRONMENT);
    page.rows("man-exit", "man-exit", &[("0", "0"), ("1", "1"), ("2", "2"), ("3", "3")]);
    page.examples("posylka");
    page.roff.to_roff()
}

fn command_page(command: &Command, name: &str, texts: &HelpTexts) -> String {
    let mut page = Page { roff: Roff::new(), texts };
    page.head(name, &about(command), command);
    page.heading("man-description");
    page.paragraph(&format!("{}.", about(command).trim_end_matches('.')));
    let own = || command.get_arguments().filter(|arg| !arg.is_global_set() && arg.get_id() != "help");
    page.arguments("man-arguments", own().filter(|arg| arg.is_positional()));
    page.arguments("man-options", own().filter(|arg| !arg.is_positional()));
    page.paragraph(&texts.get("man-global", []));
    page.examples(name);
    page.heading("man-see-also");
    page.roff.text([bold("posylka"), roman("(1)")]);
    page.roff.to_roff()
}
