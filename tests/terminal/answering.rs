//! A terminal that tells its colours: at once, late, in pieces, or never.

use std::thread;
use std::time::Duration;

use super::{Pty, REST, count, demo, home, posylka};

const SOLARIZED: [&str; 7] = [
    "\x1b]4;1;rgb:dcdc/3232/2f2f\x07",
    "\x1b]4;2;rgb:8585/9999/0000\x07",
    "\x1b]4;3;rgb:b5b5/8989/0000\x1b\\",
    "\x1b]4;5;rgb:d3d3/3636/8282\x07",
    "\x1b]4;6;rgb:2a2a/a1a1/9898\x07",
    "\x1b]10;rgb:8383/9494/9696\x07",
    "\x1b]11;rgb:0000/2b2b/3636\x07",
];

/// Whether a word has a colour.
fn is_coloured(pty: &Pty) -> bool {
    let parser = pty.parser();
    let (rows, columns) = parser.screen().size();
    (0..rows.get()).flat_map(|row| (0..columns.get()).map(move |column| (row, column))).any(|(row, column)| {
        let cell = parser.screen().cell(row, column).unwrap();
        cell.contents().chars().any(char::is_alphabetic) && cell.fgcolor() != vt100::Color::Default
    })
}

/// The screen without the blanks at the ends of its rows.
fn words(pty: &Pty) -> Vec<String> {
    pty.screen().lines().map(|line| line.trim_end().to_owned()).collect()
}

#[test]
fn the_colours_are_asked_for_once_behind_the_first_frame_and_their_answer_colours_the_words() {
    let home = home();
    let mut pty = demo(home.path());
    pty.settle(REST);
    assert!(!is_coloured(&pty), "nothing is known of the background");
    let bytes = pty.bytes();
    let frame = bytes.windows(8).position(|window| window.starts_with(b"\x1b[?2026l")).unwrap();
    let question = bytes.windows(8).position(|window| window.starts_with(b"\x1b]11;?")).unwrap();
    assert!(question > frame, "the first frame does not wait for the question");
    pty.send(&SOLARIZED.concat());
    pty.wait("coloured words", |_| is_coloured(&pty));
    pty.send("j");
    pty.settle(REST);
    assert_eq!(count(&pty.bytes(), b"\x1b]11;?"), 1);
    pty.send("q");
    assert_eq!(pty.exit_code(), 0);
}

#[test]
fn an_answer_is_never_taken_for_keys_however_late_and_in_how_many_pieces_it_comes() {
    let home = home();
    let mut pty = demo(home.path());
    pty.settle(REST);
    let before = words(&pty);
    let answer = SOLARIZED.concat();
    for byte in answer.chars() {
        pty.send(&byte.to_string());
        thread::sleep(Duration::from_millis(3));
    }
    pty.wait("coloured words", |_| is_coloured(&pty));
    pty.settle(REST);
    assert_eq!(words(&pty), before);
    // A second answer, unasked, changes nothing either.
    pty.send(&answer);
    pty.settle(REST);
    assert_eq!(words(&pty), before);
    pty.send("?");
    pty.wait("a key right behind it", |_| words(&pty) != before);
}

#[test]
fn a_theme_of_one_s_own_choice_asks_nothing() {
    let home = home();
    for theme in ["dark", "light", "mono", "high-contrast"] {
        let mut command = posylka(home.path(), &["demo"]);
        command.env("POSYLKA_THEME", theme);
        let mut pty = Pty::spawn(command, (80, 24));
        pty.wait_for("USB hub");
        pty.settle(REST);
        assert_eq!(count(&pty.bytes(), b"\x1b]1"), 0, "{theme}");
        assert_eq!(is_coloured(&pty), theme != "mono", "{theme}");
        pty.send("q");
        assert_eq!(pty.exit_code(), 0);
    }
}

#[test]
fn esc_is_a_key_also_while_an_answer_is_due() {
    let home = home();
    let mut pty = demo(home.path());
    pty.send("a");
    pty.wait_for("Add parcels");
    pty.send("\x1b");
    pty.wait("the dialog closed", |screen| !screen.contains("Add parcels"));
    pty.send("q");
    assert_eq!(pty.exit_code(), 0);
}
