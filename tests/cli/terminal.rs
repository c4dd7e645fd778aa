//! What changes on a terminal: headings, widths, bold, and a question before removing.

use std::io::{Read, Write};

use insta::assert_snapshot;
use portable_pty::{CommandBuilder, PtySize, native_pty_system};

use crate::test_home::{NOW, TestHome};

/// Runs the program on a terminal of that width, types an answer, and gives all that was shown and the status.
/// Line breaks are those of a text, not of a terminal.
fn on_terminal(home: &TestHome, columns: u16, args: &[&str], answer: &str, colour: bool) -> String {
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
    let mut reader = pair.master.try_clone_reader().unwrap();
    let mut writer = pair.master.take_writer().unwrap();
    // Before the program runs, so that the echo of the answer always stands first.
    writer.write_all(answer.as_bytes()).unwrap();
    let mut child = pair.slave.spawn_command(command).unwrap();
    drop(pair.slave);
    let mut shown = Vec::new();
    // A terminal whose program has ended gives an error at its end.
    let _ = reader.read_to_end(&mut shown);
    let shown = String::from_utf8(shown).unwrap().replace("\r\n", "\n");
    format!("{shown}status: {}", child.wait().unwrap().exit_code())
}

#[test]
fn the_list_fits_the_terminal_and_has_headings_there() {
    let home = TestHome::new();
    home.prepare(&["add", "RA123456785RU", "--title", "Очень длинное название посылки, которое не помещается"]);
    assert_snapshot!(on_terminal(&home, 60, &["list"], "", true), @"
    \u{1b}[1mID  TITLE            NUMBER         STATUS           NO NEWS\u{1b}[0m
    1   Очень длинное …  RA123456785RU  not checked yet  0 d
    status: 0
    ");
    assert_snapshot!(on_terminal(&home, 60, &["list", "--ascii"], "", false), @"
    ID  TITLE            NUMBER         STATUS           NO NEWS
    1   Очень длинное ~  RA123456785RU  not checked yet  0 d
    status: 0
    ");
}

#[test]
fn removing_asks_on_a_terminal() {
    let home = TestHome::new();
    home.prepare(&["add", "RA123456785RU"]);
    assert_snapshot!(on_terminal(&home, 80, &["remove", "1"], "n\n", true), @"
    n
    Remove RA123456785RU? [y/N]
    posylka: nothing was removed.
    hint: Answer y, or say --yes.
    status: 1
    ");
    assert_eq!(home.stdout(&["list"]).lines().count(), 1);
    assert_snapshot!(on_terminal(&home, 80, &["remove", "1"], "y\n", true), @"
    y
    Remove RA123456785RU? [y/N]
    Removed 1 parcel. `posylka undo` brings it back.
    status: 0
    ");
    assert_eq!(home.json(&["list", "--json"]), serde_json::json!([]));
}

#[test]
fn a_barcode_is_black_on_white_and_reversed_without_colours() {
    let home = TestHome::new();
    home.prepare(&["add", "RA123456785RU"]);
    assert_snapshot!(on_terminal(&home, 100, &["barcode", "1"], "", true), @"
    \u{1b}[0;30;107m                             \u{1b}[0m
    \u{1b}[0;30;107m                             \u{1b}[0m
    \u{1b}[0;30;107m    █▀▀▀▀▀█ ▄█ ▀▄ █▀▀▀▀▀█    \u{1b}[0m
    \u{1b}[0;30;107m    █ ███ █  █▄▄▀ █ ███ █    \u{1b}[0m
    \u{1b}[0;30;107m    █ ▀▀▀ █ ▀▀▀█▀ █ ▀▀▀ █    \u{1b}[0m
    \u{1b}[0;30;107m    ▀▀▀▀▀▀▀ ▀ █ ▀ ▀▀▀▀▀▀▀    \u{1b}[0m
    \u{1b}[0;30;107m    █ █ ▀▄▀ ▄▄ ▄▀▄ ▄█▄ ▀     \u{1b}[0m
    \u{1b}[0;30;107m     ▄ ▄▀▀▀ ▀▀██▄▄▀ ▀█▀▄     \u{1b}[0m
    \u{1b}[0;30;107m       ▀ ▀▀ █ █▀ ▀▀ ▀▄▀█     \u{1b}[0m
    \u{1b}[0;30;107m    █▀▀▀▀▀█   ▀ ▀ █ █  ▀▀    \u{1b}[0m
    \u{1b}[0;30;107m    █ ███ █ ▀█ ▄▀▀█▄█ ▀▄▀    \u{1b}[0m
    \u{1b}[0;30;107m    █ ▀▀▀ █ ▀▀▀█▄█▀ ██▄▄█    \u{1b}[0m
    \u{1b}[0;30;107m    ▀▀▀▀▀▀▀ ▀▀▀▀  ▀▀▀▀  ▀    \u{1b}[0m
    \u{1b}[0;30;107m                             \u{1b}[0m
    \u{1b}[0;30;107m                             \u{1b}[0m
    RA123456785RU
    \u{1b}[0;30;107m     █▐ ▌ ▐▌ ▌█▌▌▌ █ ▐ █▌▐▌▌█▌██▐█▐▌█▌▌█▌█ ▐  ▌█ ▌▐█▌▐▐▐█▌█▌█ ▐▐█▐▌█▌█▌▌▌ ▐▌▐▌ █▌▌█     \u{1b}[0m
    \u{1b}[0;30;107m     █▐ ▌ ▐▌ ▌█▌▌▌ █ ▐ █▌▐▌▌█▌██▐█▐▌█▌▌█▌█ ▐  ▌█ ▌▐█▌▐▐▐█▌█▌█ ▐▐█▐▌█▌█▌▌▌ ▐▌▐▌ █▌▌█     \u{1b}[0m
    \u{1b}[0;30;107m     █▐ ▌ ▐▌ ▌█▌▌▌ █ ▐ █▌▐▌▌█▌██▐█▐▌█▌▌█▌█ ▐  ▌█ ▌▐█▌▐▐▐█▌█▌█ ▐▐█▐▌█▌█▌▌▌ ▐▌▐▌ █▌▌█     \u{1b}[0m
    \u{1b}[0;30;107m     █▐ ▌ ▐▌ ▌█▌▌▌ █ ▐ █▌▐▌▌█▌██▐█▐▌█▌▌█▌█ ▐  ▌█ ▌▐█▌▐▐▐█▌█▌█ ▐▐█▐▌█▌█▌▌▌ ▐▌▐▌ █▌▌█     \u{1b}[0m
    status: 0
    ");
    assert_snapshot!(on_terminal(&home, 100, &["barcode", "1"], "", false), @"
    \u{1b}[0;7m                             \u{1b}[0m
    \u{1b}[0;7m                             \u{1b}[0m
    \u{1b}[0;7m    █▀▀▀▀▀█ ▄█ ▀▄ █▀▀▀▀▀█    \u{1b}[0m
    \u{1b}[0;7m    █ ███ █  █▄▄▀ █ ███ █    \u{1b}[0m
    \u{1b}[0;7m    █ ▀▀▀ █ ▀▀▀█▀ █ ▀▀▀ █    \u{1b}[0m
    \u{1b}[0;7m    ▀▀▀▀▀▀▀ ▀ █ ▀ ▀▀▀▀▀▀▀    \u{1b}[0m
    \u{1b}[0;7m    █ █ ▀▄▀ ▄▄ ▄▀▄ ▄█▄ ▀     \u{1b}[0m
    \u{1b}[0;7m     ▄ ▄▀▀▀ ▀▀██▄▄▀ ▀█▀▄     \u{1b}[0m
    \u{1b}[0;7m       ▀ ▀▀ █ █▀ ▀▀ ▀▄▀█     \u{1b}[0m
    \u{1b}[0;7m    █▀▀▀▀▀█   ▀ ▀ █ █  ▀▀    \u{1b}[0m
    \u{1b}[0;7m    █ ███ █ ▀█ ▄▀▀█▄█ ▀▄▀    \u{1b}[0m
    \u{1b}[0;7m    █ ▀▀▀ █ ▀▀▀█▄█▀ ██▄▄█    \u{1b}[0m
    \u{1b}[0;7m    ▀▀▀▀▀▀▀ ▀▀▀▀  ▀▀▀▀  ▀    \u{1b}[0m
    \u{1b}[0;7m                             \u{1b}[0m
    \u{1b}[0;7m                             \u{1b}[0m
    RA123456785RU
    \u{1b}[0;7m     █▐ ▌ ▐▌ ▌█▌▌▌ █ ▐ █▌▐▌▌█▌██▐█▐▌█▌▌█▌█ ▐  ▌█ ▌▐█▌▐▐▐█▌█▌█ ▐▐█▐▌█▌█▌▌▌ ▐▌▐▌ █▌▌█     \u{1b}[0m
    \u{1b}[0;7m     █▐ ▌ ▐▌ ▌█▌▌▌ █ ▐ █▌▐▌▌█▌██▐█▐▌█▌▌█▌█ ▐  ▌█ ▌▐█▌▐▐▐█▌█▌█ ▐▐█▐▌█▌█▌▌▌ ▐▌▐▌ █▌▌█     \u{1b}[0m
    \u{1b}[0;7m     █▐ ▌ ▐▌ ▌█▌▌▌ █ ▐ █▌▐▌▌█▌██▐█▐▌█▌▌█▌█ ▐  ▌█ ▌▐█▌▐▐▐█▌█▌█ ▐▐█▐▌█▌█▌▌▌ ▐▌▐▌ █▌▌█     \u{1b}[0m
    \u{1b}[0;7m     █▐ ▌ ▐▌ ▌█▌▌▌ █ ▐ █▌▐▌▌█▌██▐█▐▌█▌▌█▌█ ▐  ▌█ ▌▐█▌▐▐▐█▌█▌█ ▐▐█▐▌█▌█▌▌▌ ▐▌▐▌ █▌▌█     \u{1b}[0m
    status: 0
    ");
    assert_snapshot!(on_terminal(&home, 80, &["barcode", "1"], "", true), @"
    \u{1b}[0;30;107m                             \u{1b}[0m
    \u{1b}[0;30;107m                             \u{1b}[0m
    \u{1b}[0;30;107m    █▀▀▀▀▀█ ▄█ ▀▄ █▀▀▀▀▀█    \u{1b}[0m
    \u{1b}[0;30;107m    █ ███ █  █▄▄▀ █ ███ █    \u{1b}[0m
    \u{1b}[0;30;107m    █ ▀▀▀ █ ▀▀▀█▀ █ ▀▀▀ █    \u{1b}[0m
    \u{1b}[0;30;107m    ▀▀▀▀▀▀▀ ▀ █ ▀ ▀▀▀▀▀▀▀    \u{1b}[0m
    \u{1b}[0;30;107m    █ █ ▀▄▀ ▄▄ ▄▀▄ ▄█▄ ▀     \u{1b}[0m
    \u{1b}[0;30;107m     ▄ ▄▀▀▀ ▀▀██▄▄▀ ▀█▀▄     \u{1b}[0m
    \u{1b}[0;30;107m       ▀ ▀▀ █ █▀ ▀▀ ▀▄▀█     \u{1b}[0m
    \u{1b}[0;30;107m    █▀▀▀▀▀█   ▀ ▀ █ █  ▀▀    \u{1b}[0m
    \u{1b}[0;30;107m    █ ███ █ ▀█ ▄▀▀█▄█ ▀▄▀    \u{1b}[0m
    \u{1b}[0;30;107m    █ ▀▀▀ █ ▀▀▀█▄█▀ ██▄▄█    \u{1b}[0m
    \u{1b}[0;30;107m    ▀▀▀▀▀▀▀ ▀▀▀▀  ▀▀▀▀  ▀    \u{1b}[0m
    \u{1b}[0;30;107m                             \u{1b}[0m
    \u{1b}[0;30;107m                             \u{1b}[0m
    RA123456785RU
    Code 128 needs 88 columns, here are 80.
    status: 3
    ");
}
