//! Entering and leaving where a terminal has no alternate screen, and where it does not say how large it is.

use super::pty::{Pty, command};
use super::{PROGRAM, REST, count, home, posylka};

/// What the shell showed before.
const OLD: &str = "old-text-of-the-shell";

/// What a terminal without mode 1049 (mosh, GNU screen, tmux without `alternate-screen`) shows of these bytes.
fn without_alternate_screen(bytes: &[u8], (columns, rows): (u16, u16)) -> vt100::Parser {
    let text = String::from_utf8_lossy(bytes).replace("\x1b[?1049h", "").replace("\x1b[?1049l", "");
    let size = |n| std::num::NonZero::new(n).unwrap();
    let mut parser = vt100::Parser::new(size(rows), size(columns), 0);
    parser.process(text.as_bytes());
    parser
}

/// A shell that fills the terminal with old text, then does what is told.
fn shell(script: &str) -> Pty {
    let home = home();
    let mut command = command("/bin/bash", home.path());
    let script = format!("for i in $(seq 60); do echo {OLD}-{OLD}-{OLD}; done; {script}");
    command.args(["-mc", &script]);
    Pty::spawn(command, (80, 24))
}

#[test]
fn old_text_does_not_shine_through_and_the_prompt_stands_on_a_row_of_its_own() {
    let mut pty = shell(&format!("{PROGRAM} demo; printf 'prompt> '"));
    pty.wait_for("USB hub");
    pty.settle(REST);
    let screen = without_alternate_screen(&pty.bytes(), (80, 24)).screen().contents();
    assert!(screen.contains("USB hub") && !screen.contains(OLD), "{screen}");
    pty.send("q");
    pty.exit_code();
    let parser = without_alternate_screen(&pty.bytes(), (80, 24));
    let last = parser.screen().rows(0, 80).last().unwrap();
    assert_eq!(last.trim_end(), "prompt>");
}

#[test]
fn after_a_stop_the_screen_is_cleared_as_well() {
    let mut pty = shell(&format!("{PROGRAM} demo; echo {OLD}-between; fg >/dev/null"));
    pty.wait_for("USB hub");
    pty.send("\x1a");
    pty.wait("the shell's word and the screen again", |_| count(&pty.bytes(), b"\x1b[?1049h") == 2);
    pty.settle(REST);
    let screen = without_alternate_screen(&pty.bytes(), (80, 24)).screen().contents();
    assert!(screen.contains("USB hub") && !screen.contains(OLD), "{screen}");
}

#[test]
fn a_terminal_that_does_not_say_its_size_gets_the_environments_or_the_usual_one() {
    for (variables, size, last_row) in
        [(&[][..], (80, 24), 24), (&[("COLUMNS", "100"), ("LINES", "30")], (100, 30), 30)]
    {
        let home = home();
        let mut command = posylka(home.path(), &["demo"]);
        for (name, value) in variables {
            command.env(name, value);
        }
        let mut pty = Pty::spawn(command, (0, 0));
        let row = format!("\x1b[{last_row};");
        pty.wait("the bottom line", |_| count(&pty.bytes(), row.as_bytes()) > 0);
        pty.settle(REST);
        let screen = without_alternate_screen(&pty.bytes(), size).screen().contents();
        assert!(screen.contains("USB hub"), "{screen}");
        pty.send("q");
        assert_eq!(pty.exit_code(), 0);
    }
}
