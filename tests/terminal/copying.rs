//! Copying: what is sent, by what lies between here and the clipboard.

use std::os::unix::fs::PermissionsExt;
use std::path::Path;

use super::pty::Pty;
use super::{REST, count, home, posylka};

/// The demonstration with these variables, and a program called `tmux` that writes down what it is given.
fn demo(home: &Path, variables: &[(&str, &str)]) -> Pty {
    let program = home.join("tmux");
    std::fs::write(&program, "#!/bin/sh\necho \"$@\" > \"$HOME/arguments\"\ncat > \"$HOME/buffer.part\"\nmv \"$HOME/buffer.part\" \"$HOME/buffer\"\n").unwrap();
    std::fs::set_permissions(&program, std::fs::Permissions::from_mode(0o755)).unwrap();
    let mut command = posylka(home, &["demo", "--lang", "en"]);
    command.env("PATH", format!("{}:/usr/bin:/bin", home.display()));
    for (name, value) in variables {
        command.env(name, value);
    }
    let pty = Pty::spawn(command, (80, 24));
    pty.wait_for("USB hub");
    pty
}

fn sent(pty: &mut Pty) -> Vec<u8> {
    pty.send("y");
    pty.wait_for("Sent to the terminal's clipboard");
    pty.settle(REST);
    pty.bytes()
}

#[test]
fn screen_gets_it_in_pieces_that_it_passes_on() {
    let home = home();
    let bytes = sent(&mut demo(home.path(), &[("STY", "1.pts-0.host"), ("TERM", "screen")]));
    assert_eq!(count(&bytes, b"\x1bP\x1b]52;c;"), 1);
    assert_eq!(count(&bytes, b"\x1b]52;c;"), 1);
}

#[test]
fn tmux_is_given_it_besides() {
    let home = home();
    let mut pty = demo(home.path(), &[("TMUX", "/tmp/tmux-0/default,1,0"), ("TERM", "tmux-256color")]);
    let bytes = sent(&mut pty);
    assert_eq!(count(&bytes, b"\x1b]52;c;"), 1);
    let buffer = home.path().join("buffer");
    pty.wait("what tmux was given", |_| buffer.exists());
    assert!(std::fs::read_to_string(buffer).unwrap().len() > 8);
    assert_eq!(std::fs::read_to_string(home.path().join("arguments")).unwrap(), "load-buffer -w -\n");
}

#[test]
fn where_there_is_no_clipboard_the_text_is_shown_alone_and_nothing_is_called_sent() {
    let home = home();
    let mut pty = demo(home.path(), &[("TERM", "linux")]);
    pty.send("y");
    let screen = pty.wait("the number alone", |screen| !screen.contains("Parcels") && screen.contains("mark it"));
    assert!(!screen.contains(['|', '│', '+']), "{screen}");
    assert_eq!(count(&pty.bytes(), b"\x1b]52;"), 0);
    pty.send("\x1b");
    pty.wait_for("USB hub");
}

/// Only a row that the terminal broke itself is copied as a part of the row before: no cell is placed in it.
#[test]
fn a_long_line_is_broken_by_the_terminal() {
    let home = home();
    let mut pty = demo(home.path(), &[]);
    pty.send("m");
    pty.wait_for("Message about");
    let before = pty.written();
    pty.send("\x1bOS");
    pty.wait("the message alone", |screen| !screen.contains("Message about") && screen.contains("Mark it"));
    pty.settle(REST);
    let bytes = pty.bytes();
    let frame = &bytes[before..];
    let text = frame.split(|b| *b == 0x1b).max_by_key(|part| part.len()).unwrap();
    assert!(text.split(|b| *b == b'\n').any(|line| line.len() > 100), "{}", String::from_utf8_lossy(frame));
    pty.send("\x1b");
    pty.wait_for("Message about");
}
