//! Pasting where the terminal does not mark it: GNU screen, `tmux paste-buffer`, the console's mouse, `expect`.

use std::fmt::Write as _;
use std::path::Path;
use std::process::Command;

use super::pty::Pty;
use super::{PROGRAM, REST, home, offline};

/// Runs a command on the database of that home, and gives its output.
fn run(home: &Path, arguments: &[&str]) -> String {
    let mut command = Command::new(PROGRAM);
    command.env_clear().args(arguments).env("HOME", home).env("TZ", "UTC").env("LANG", "C.UTF-8");
    command.env("XDG_CONFIG_HOME", home.join("config")).env("XDG_DATA_HOME", home.join("data"));
    let output = command.output().unwrap();
    assert!(output.status.success(), "{output:?}");
    String::from_utf8(output.stdout).unwrap()
}

/// A shop's mail whose words are made of the screen's commands.
fn mail(lines: usize) -> String {
    let mut mail = String::from("Dear customer,\r\r");
    for line in 0..lines {
        let _ = write!(mail, "{line}: thanks for shopping, page {line:06}, read more, exit, debug\r");
    }
    mail + "\rYour parcel is RB123456785CN.\r"
}

#[test]
fn a_mail_without_brackets_opens_the_dialog_that_adds_and_changes_nothing() {
    let home = home();
    for (number, title) in [("LP00620966542870", "Lamp"), ("RA123456785RU", "Mouse")] {
        run(home.path(), &["add", number, "--title", title]);
    }
    let before = run(home.path(), &["list", "--json"]);
    let mut pty = Pty::spawn(offline(home.path()), (80, 24));
    pty.wait_for("Lamp");
    let mail = mail(200);
    for piece in mail.as_bytes().chunks(700) {
        pty.send(std::str::from_utf8(piece).unwrap());
    }
    pty.wait_for("RB123456785CN");
    pty.settle(REST);
    pty.send("\x1b");
    pty.wait("the dialog closed", |screen| !screen.contains("RB123456785CN") && screen.contains("Mouse"));
    pty.send("q");
    assert_eq!(pty.exit_code(), 0);
    assert_eq!(run(home.path(), &["list", "--json"]), before);
}

#[test]
fn two_numbers_on_two_lines_are_both_offered_and_added_by_an_enter_of_its_own() {
    let home = home();
    let mut pty = Pty::spawn(offline(home.path()), (80, 24));
    pty.wait_for("posylka demo");
    pty.send("a");
    pty.send("RB123456785CN\rLP00620966542870\r");
    pty.wait("both recognised", |s| s.contains("RB123456785CN") && s.contains("LP00620966542870"));
    pty.settle(REST);
    assert_eq!(run(home.path(), &["list", "--json"]).trim(), "[]");
    pty.send("\r");
    pty.wait("both in the list", |s| !s.contains("posylka demo") && s.contains("LP00620966542870"));
}

#[test]
fn keys_that_a_slow_line_delivers_at_once_are_all_taken() {
    let home = home();
    for number in ["LP00620966542870", "RA123456785RU", "RB123456785CN", "LP00620966542871"] {
        run(home.path(), &["add", number, "--title", number]);
    }
    let mut pty = Pty::spawn(offline(home.path()), (80, 24));
    pty.wait_for("RA123456785RU");
    pty.send("jjjd");
    pty.wait("the question", |screen| screen.contains("Remove"));
    pty.send("n");
    pty.wait("the question gone", |screen| !screen.contains("Remove"));
    pty.send("/LP0\r");
    pty.wait("the filter", |screen| screen.contains("/LP0") && !screen.contains("RA123456785RU"));
    assert!(pty.is_running());
}
