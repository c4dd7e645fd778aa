//! What the program says of itself: `--help`, the manual page and the completions, as they are.

use clap::CommandFactory;
use posylka::cli::Cli;
use posylka::texts::{HelpTexts, Language};

use crate::test_home::TestHome;

/// Every command as it is typed, also those below a command; the empty one is the program itself.
fn commands() -> Vec<Vec<String>> {
    fn below(command: &clap::Command, path: &[String], found: &mut Vec<Vec<String>>) {
        found.push(path.to_vec());
        for command in command.get_subcommands() {
            below(command, &[path, &[command.get_name().to_owned()]].concat(), found);
        }
    }
    let mut found = Vec::new();
    below(&Cli::command(), &[], &mut found);
    found
}

#[test]
fn every_command_explains_itself() {
    let home = TestHome::new();
    let commands = commands();
    assert_eq!(commands.len(), 38, "the program, its commands, and those below them");
    for path in commands {
        let args: Vec<&str> = path.iter().map(String::as_str).chain(["--help"]).collect();
        let name = ["help"].into_iter().chain(path.iter().map(String::as_str)).collect::<Vec<_>>().join("_");
        insta::assert_snapshot!(name, home.stdout(&args));
    }
}

#[test]
fn help_is_short_where_it_is_asked_for_in_short() {
    let home = TestHome::new();
    insta::assert_snapshot!("help_short", home.stdout(&["-h"]));
    insta::assert_snapshot!("help_short_add", home.stdout(&["add", "-h"]));
}

#[test]
fn the_version_is_that_of_the_package() {
    assert_eq!(TestHome::new().stdout(&["--version"]), format!("posylka {}\n", env!("CARGO_PKG_VERSION")));
}

#[test]
fn packagers_get_the_manual_page_without_a_configuration() {
    let home = TestHome::new();
    home.configure("nonsense = 1");
    let page = home.stdout(&["man"]);
    insta::assert_snapshot!("man", page.replace(env!("CARGO_PKG_VERSION"), "[version]"));
}

#[test]
fn packagers_get_completions_without_a_configuration() {
    let home = TestHome::new();
    home.configure("nonsense = 1");
    for shell in ["bash", "zsh", "fish"] {
        insta::assert_snapshot!(format!("completions_{shell}"), home.stdout(&["completions", shell]));
    }
    for shell in ["elvish", "powershell"] {
        assert!(home.stdout(&["completions", shell]).contains("posylka"), "{shell}");
    }
}

/// What a person reads who has `LANG=ru_RU.UTF-8`.
fn russian(home: &TestHome, args: &[&str]) -> String {
    home.output_of(home.command(args).env("LANG", "ru_RU.UTF-8")).to_string()
}

#[test]
fn every_command_explains_itself_in_russian_too() {
    let home = TestHome::new();
    for path in commands() {
        let args: Vec<&str> = path.iter().map(String::as_str).chain(["--help"]).collect();
        let help = russian(&home, &args);
        assert!(help.contains("Использование: posylka") && help.contains("Показать эту справку"), "{help}");
    }
    insta::assert_snapshot!("help_ru", russian(&home, &["--help"]));
    insta::assert_snapshot!("help_list_ru", russian(&home, &["list", "--help"]));
}

/// What a command and its arguments lack in Russian.
fn untranslated(command: &clap::Command, id: &str, texts: &HelpTexts, lacking: &mut Vec<String>) {
    lacking.extend(texts.find(id).is_none().then(|| format!("{id} = {:?}", command.get_about())));
    let long = command.get_long_about().is_some() && texts.part(id, "long").is_none();
    lacking.extend(long.then(|| format!("{id}.long")));
    for arg in command.get_arguments().filter(|arg| !arg.is_hide_set()) {
        let name = arg.get_id().as_str();
        let values = if arg.get_action().takes_values() { arg.get_possible_values() } else { Vec::new() };
        let explained = values.iter().filter(|value| value.get_help().is_some());
        let parts = explained.map(|value| format!("{name}-{}", value.get_name())).chain([name.to_owned()]);
        lacking.extend(parts.filter(|part| texts.part(id, part).is_none()).map(|part| format!("{id}, .{part}")));
    }
    for below in command.get_subcommands() {
        untranslated(below, &format!("{id}-{}", below.get_name()), texts, lacking);
    }
}

#[test]
fn nothing_that_help_says_is_missing_in_russian() {
    let mut lacking = Vec::new();
    untranslated(&Cli::command(), "posylka", &HelpTexts::new(Language::Ru), &mut lacking);
    assert!(lacking.is_empty(), "write in i18n/ru/help.ftl: {lacking:#?}");
}

#[test]
fn mistakes_on_the_command_line_are_told_in_russian() {
    let home = TestHome::new();
    let lines: [&[&str]; 9] = [
        &["add", "--foo"],
        &["lst"],
        &["list", "--sort", "weight"],
        &["show"],
        &["list", "--sort"],
        &["undo", "3"],
        &["edit", "1", "--close", "--reopen"],
        &["sync", "--lang", "de"],
        &["man", "evidense"],
    ];
    let told = lines.map(|args| format!("$ posylka {}\n{}\n", args.join(" "), russian(&home, args)));
    insta::assert_snapshot!("usage_ru", told.concat());
    home.configure("language = \"ru\"\n");
    assert!(home.run(&["lst"]).to_string().contains("команды «lst» нет"));
    assert!(home.run(&["lst", "--lang", "en"]).to_string().contains("unrecognized subcommand"));
}

#[test]
fn every_command_has_a_page_in_both_languages_that_man_can_show() {
    let home = TestHome::new();
    let pages = home.path().join("pages");
    home.prepare(&["man", "--all", pages.to_str().unwrap()]);
    let names: Vec<String> = commands()
        .iter()
        .map(|path| ["posylka"].into_iter().chain(path.iter().map(String::as_str)).collect::<Vec<_>>().join("-"))
        .collect();
    for dir in ["man1", "ru/man1"] {
        for name in &names {
            let page = std::fs::read_to_string(home.path().join(format!("pages/{dir}/{name}.1"))).unwrap();
            assert!(page.contains(".TH ") && page.matches(".SH ").count() >= 3, "{page}");
            // Nothing of fluent's is left where a text is missing.
            assert!(!page.contains("No localization"), "{page}");
        }
        let count = std::fs::read_dir(home.path().join("pages").join(dir)).unwrap().count();
        assert_eq!(count, names.len(), "{dir}");
    }
    insta::assert_snapshot!(
        "man_add_ru",
        russian(&home, &["man", "add"]).replace(env!("CARGO_PKG_VERSION"), "[version]")
    );
}
