//! What changes on a terminal: headings, widths, bold, and a question before removing.

use std::io::{Read, Write};

use portable_pty::{CommandBuilder, PtySize, native_pty_system};

use crate::test_home::{NOW, TestHome};

/// Runs the program on a terminal of that width, types an answer, and gives the exit code and all that was shown.
fn on_terminal(home: &TestHome, columns: u16, args: &[&str], answer: &str, colour: bool) -> (u32, String) {
    let pair =
        native_pty_system().openpty(PtySize { rows: 24, cols: columns, pixel_width: 0, pixel_height: 0 }).unwrap();
    let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_posylka"));
    command.env_clear();
    command.args(args);
    for (name, value) in [("LANG", "C.UTF-8"), ("TZ", "UTC"), ("TERM", "xterm"), ("POSYLKA_NOW", NOW)] {
        command.env(name, value);
    }
    if !colour {
        command.env("NO_COLOR", "1");
    }
    command.env("HOME", home.path());
    command.env("XDG_DATA_HOME", home.path().join("data"));
    command.env("XDG_CONFIG_HOME", home.path().join("config"));
    let mut child = pair.slave.spawn_command(command).unwrap();
    drop(pair.slave);
    let mut reader = pair.master.try_clone_reader().unwrap();
    let mut writer = pair.master.take_writer().unwrap();
    writer.write_all(answer.as_bytes()).unwrap();
    let mut shown = Vec::new();
    // A terminal whose program has output gives an error at its end.
    let _ = reader.read_to_end(&mut shown);
    (child.wait().unwrap().exit_code(), String::from_utf8(shown).unwrap())
}

#[test]
fn the_list_fits_the_terminal_and_has_headings_there() {
    let home = TestHome::new();
    home.prepare(&["add", "RA123456785RU", "--title", "Очень длинное название посылки, которое не помещается"]);
    let (code, shown) = on_terminal(&home, 60, &["list"], "", true);
    assert_eq!(code, 0);
    let lines: Vec<&str> = shown.lines().collect();
    assert!(lines[0].contains("\u{1b}[1m") && lines[0].contains("TITLE"), "{shown}");
    assert!(lines[1].contains('…') && lines[1].contains("RA123456785RU"), "{shown}");
    assert!(lines[1].chars().count() <= 60, "{shown}");
    let (_, plain) = on_terminal(&home, 60, &["list", "--ascii"], "", false);
    assert!(!plain.contains('\u{1b}') && !plain.contains('…') && plain.contains('~'), "{plain}");
}

#[test]
fn removing_asks_on_a_terminal() {
    let home = TestHome::new();
    home.prepare(&["add", "RA123456785RU"]);
    let (code, shown) = on_terminal(&home, 80, &["remove", "1"], "n\n", true);
    assert_eq!(code, 1);
    assert!(shown.contains("Remove RA123456785RU? [y/N]"), "{shown}");
    assert_eq!(home.stdout(&["list"]).lines().count(), 1);
    let (code, _) = on_terminal(&home, 80, &["remove", "1"], "y\n", true);
    assert_eq!(code, 0);
    assert_eq!(home.stdout(&["list"]), "");
}

#[test]
fn a_barcode_is_black_on_white_and_reversed_without_colours() {
    let home = TestHome::new();
    home.prepare(&["add", "RA123456785RU"]);
    for (colour, paper) in [(true, "\u{1b}[0;30;107m"), (false, "\u{1b}[0;7m")] {
        let (code, shown) = on_terminal(&home, 100, &["barcode", "1"], "", colour);
        assert_eq!(code, 0, "{shown}");
        assert_eq!(shown.lines().filter(|line| line.starts_with(paper)).count(), 15 + 4, "{shown}");
        assert!(shown.contains("RA123456785RU") && shown.contains('▀') && shown.contains('▐'), "{shown}");
    }
    let (code, narrow) = on_terminal(&home, 80, &["barcode", "1"], "", true);
    assert!(code == 3 && narrow.contains("Code 128 needs 88 columns, here are 80."), "{narrow}");
    assert!(narrow.contains('▀') && !narrow.contains('▐'), "{narrow}");
}
