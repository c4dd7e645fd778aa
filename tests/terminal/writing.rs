//! Writing a letter in a real terminal: the clipboard, the reader's own editor, and what survives a crash.

use std::io::Write;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use posylka::domain::message::How;
use posylka::domain::{NewParcel, TrackingNumber};
use posylka::store::{ArchiveFilter, Database, ParcelDetails};
use tempfile::TempDir;

use crate::pty::{Pty, command};
use crate::{PROGRAM, count};

const ENTER_SCREEN: &[u8] = b"\x1b[?1049h";

/// A home with one parcel that nobody was asked about.
fn home() -> TempDir {
    let home = TempDir::new().unwrap();
    let mut db = Database::open(&database(home.path()), chrono::Utc::now()).unwrap();
    let number = TrackingNumber::parse("RB123456785CN").unwrap();
    db.add(&NewParcel { numbers: vec![number], ..NewParcel::default() }, chrono::Utc::now()).unwrap();
    home
}

fn database(home: &Path) -> PathBuf {
    home.join("data/posylka/posylka.db")
}

/// What the database has of the parcel.
fn dossier(home: &Path) -> ParcelDetails {
    let db = Database::open(&database(home), chrono::Utc::now()).unwrap();
    let id = db.parcels(ArchiveFilter::All).unwrap()[0].id;
    db.dossier(id).unwrap().unwrap()
}

/// A program that changes the file it is given.
fn script(home: &Path, name: &str, body: &str) -> String {
    let path = home.join(name);
    std::fs::write(&path, format!("#!/bin/sh\n{body}\n")).unwrap();
    std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o755)).unwrap();
    path.to_str().unwrap().to_owned()
}

/// The dialog, open, with these variables.
fn writing(home: &Path, variables: &[(&str, &str)]) -> Pty {
    let mut program = command(PROGRAM, home);
    program.args(["--offline", "--lang", "en"]);
    for (name, value) in variables {
        program.env(name, value);
    }
    let mut pty = Pty::spawn(program, (80, 24));
    pty.wait_for("RB123456785CN");
    pty.send("m");
    pty.wait_for("Message about RB123456785CN");
    pty
}

/// What the terminal was last asked to put on the clipboard.
fn clipboard(bytes: &[u8]) -> String {
    let begin = b"\x1b]52;c;";
    let at = bytes.windows(begin.len()).rposition(|w| w == begin).expect("nothing was copied") + begin.len();
    let length = bytes[at..].iter().position(|b| *b == 0x1b || *b == 7).unwrap();
    let mut decode = Command::new("base64").arg("-d").stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    decode.stdin.take().unwrap().write_all(&bytes[at..at + length]).unwrap();
    String::from_utf8(decode.wait_with_output().unwrap().stdout).unwrap()
}

#[test]
fn a_letter_is_changed_copied_and_kept() {
    let home = home();
    let mut pty = writing(home.path(), &[]);
    pty.send("Привет, q! ");
    pty.wait_for("Привет, q! Hello,");
    pty.send("\x19");
    pty.wait_for("Sent to the clipboard, and kept in the log: message to the seller");
    let kept = dossier(home.path()).messages;
    assert_eq!((kept.len(), kept[0].how), (1, How::Copied));
    assert!(kept[0].text.starts_with("Привет, q! Hello,\n\nI am writing"), "{}", kept[0].text);
    assert_eq!(clipboard(&pty.bytes()), kept[0].text.as_str());
    pty.send("M");
    pty.wait_for("Messages about RB123456785CN");
    pty.wait_for("to the seller, in English");
    pty.send("qq");
    assert_eq!(pty.exit_code(), 0);
}

#[test]
fn the_readers_own_editor_gets_the_terminal_and_gives_it_back() {
    let home = home();
    // It reads a key of its own, as editors do, to show that nobody else takes it.
    let body =
        "printf 'EDITOR HERE\\n'; read answer; printf '%s: %s\\033]0;evil\\007\\nBye\\n' \"$1\" \"$answer\" > \"$2\"";
    let editor = format!("{} with-an-argument", script(home.path(), "editor", body));
    let mut pty = writing(home.path(), &[("EDITOR", "/bin/false"), ("VISUAL", &editor)]);
    pty.send("\x0f");
    pty.wait("the editor outside of the screen", |_| count(&pty.bytes(), b"EDITOR HERE") == 1);
    pty.send("from my editor\r");
    let screen = pty.wait_for("with-an-argument: from my editor");
    assert!(screen.contains("Bye") && screen.contains("You changed it"), "{screen}");
    let bytes = pty.bytes();
    assert_eq!((count(&bytes, ENTER_SCREEN), count(&bytes, b"\x1b[?1049l")), (2, 1));
    assert_eq!(count(&bytes[bytes.windows(11).rposition(|w| w == b"EDITOR HERE").unwrap()..], b"]0;evil\x07"), 0);
    pty.send("And this. ");
    pty.wait_for("And this. with-an-argument");
    pty.send("\x1b");
    pty.wait("the dialog closed", |screen| !screen.contains("Message about"));
    let unsent = dossier(home.path()).unsent;
    assert_eq!(unsent[0].text.as_str(), "And this. with-an-argument: from my editor]0;evil\nBye");
    pty.send("q");
    assert_eq!(pty.exit_code(), 0);
}

#[test]
fn an_editor_that_is_missing_or_fails_changes_nothing_and_says_so() {
    let home = home();
    let failing = script(home.path(), "editor", "echo ruined > \"$1\"; exit 3");
    for (variables, said) in [
        (vec![], "No editor is set"),
        (vec![("EDITOR", failing.as_str())], "failed (3)"),
        (vec![("EDITOR", "/no/such/editor")], "failed (127)"),
    ] {
        let mut pty = writing(home.path(), &variables);
        pty.send("\x0f");
        let screen = pty.wait_for(said);
        assert!(screen.contains("Hello,") && !screen.contains("ruined"), "{screen}");
        pty.send("\x1b");
        pty.wait("the dialog closed", |screen| !screen.contains("Message about"));
        pty.send("q");
        assert_eq!(pty.exit_code(), 0);
    }
    assert!(dossier(home.path()).unsent.is_empty());
}

#[test]
fn a_signal_to_leave_while_the_editor_runs_ends_both() {
    let home = home();
    let editor = script(home.path(), "editor", "printf 'EDITOR HERE\\n'; exec sleep 60");
    let mut pty = writing(home.path(), &[("EDITOR", &editor)]);
    pty.send("typed ");
    pty.wait_for("typed Hello,");
    pty.send("\x0f");
    pty.wait("the editor", |_| count(&pty.bytes(), b"EDITOR HERE") == 1);
    pty.signal("TERM");
    assert_eq!(pty.exit_code(), 0);
    assert!(dossier(home.path()).unsent[0].text.starts_with("typed Hello,"));
}

#[test]
fn what_was_typed_survives_whatever_ends_the_program() {
    for (signal, code) in [("KILL", None), ("TERM", Some(0)), ("HUP", Some(0))] {
        let home = home();
        let mut pty = writing(home.path(), &[]);
        pty.send("typed ");
        pty.wait_for("typed Hello,");
        if signal == "KILL" {
            // A second of rest, and it is in the database.
            std::thread::sleep(std::time::Duration::from_millis(1_800));
        }
        pty.signal(signal);
        let ended = pty.exit_code();
        assert!(code.is_none_or(|code| code == ended), "{signal}: {ended}");
        let unsent = dossier(home.path()).unsent;
        assert!(unsent.len() == 1 && unsent[0].text.starts_with("typed Hello,"), "{signal}: {unsent:?}");
    }
    let home = home();
    let mut pty = writing(home.path(), &[]);
    pty.send("typed ");
    pty.wait_for("typed Hello,");
    pty.send("\x03");
    assert_eq!(pty.exit_code(), 0);
    assert_eq!(dossier(home.path()).unsent.len(), 1, "Ctrl-C");
    let mut again = writing(home.path(), &[]);
    again.wait_for("typed Hello,");
    again.send("\x1bq");
}
