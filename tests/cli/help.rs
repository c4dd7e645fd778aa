//! What the program says of itself: `--help`, the manual page and the completions, as they are.

use clap::CommandFactory;
use posylka::cli::Cli;

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
    assert_eq!(commands.len(), 29, "the program, its commands, and one below `evidence`");
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
