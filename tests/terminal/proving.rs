//! The pack for a dispute, written from the screen.

use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::{Command, Output};

use chrono::Utc;
use tempfile::TempDir;

use crate::carrier::number;
use crate::pty::Pty;
use crate::{PROGRAM, home, offline, seed};

fn verify(file: &Path) -> Output {
    Command::new(PROGRAM).args(["evidence", "verify"]).arg(file).env_clear().env("HOME", "/").output().unwrap()
}

/// The packs in a folder, by name.
fn packs(folder: &Path) -> Vec<String> {
    let names = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let mut packs: Vec<String> = names.filter(|name| Path::new(name).extension().is_some_and(|e| e == "zip")).collect();
    packs.sort();
    packs
}

/// A screen with one parcel whose folder is gone.
fn stranded() -> (TempDir, Pty) {
    let home = home();
    seed::fill(&home.path().join("data/posylka/posylka.db"), 1, 3, Utc::now());
    let gone = home.path().join("gone");
    std::fs::create_dir(&gone).unwrap();
    let mut command = offline(home.path());
    command.cwd(&gone);
    let pty = Pty::spawn(command, (200, 24));
    pty.wait_for("no. 0");
    std::fs::remove_dir(&gone).unwrap();
    (home, pty)
}

#[test]
fn a_pack_is_written_where_the_program_was_started_and_no_file_is_replaced() {
    let home = home();
    seed::fill(&home.path().join("data/posylka/posylka.db"), 1, 3, Utc::now());
    let mut command = offline(home.path());
    command.args(["--now", "2026-11-26T12:00:00Z"]);
    let mut pty = Pty::spawn(command, (200, 24));
    pty.wait_for("no. 0");
    let stem = format!("posylka-{}-2026-11-26", number(0));
    let first = home.path().join(format!("{stem}.zip"));
    pty.send("E");
    pty.wait_for(&format!("Evidence written: {}", first.display()));
    let bytes = std::fs::read(&first).unwrap();
    assert_eq!(first.metadata().unwrap().permissions().mode() & 0o777, 0o600);
    let verified = verify(&first);
    assert!(verified.status.success(), "{}", String::from_utf8_lossy(&verified.stderr));
    assert!(String::from_utf8_lossy(&verified.stdout).contains("1 answer"), "{verified:?}");

    pty.send("У");
    let second = home.path().join(format!("{stem}-2.zip"));
    pty.wait_for(&format!("Evidence written: {}", second.display()));
    assert_eq!(packs(home.path()), [format!("{stem}-2.zip"), format!("{stem}.zip")]);
    assert_eq!(std::fs::read(&first).unwrap(), bytes);
    assert!(verify(&second).status.success());
    pty.send("q");
    assert_eq!(pty.exit_code(), 0);
}

#[test]
fn where_the_folder_is_gone_the_pack_is_beside_the_database() {
    let (home, mut pty) = stranded();
    let data = home.path().join("data/posylka");
    pty.send("E");
    pty.wait_for(&format!("Evidence written: {}", data.display()));
    let packs = packs(&data);
    assert_eq!(packs.len(), 1, "{packs:?}");
    assert!(verify(&data.join(&packs[0])).status.success());
}

#[test]
fn where_no_folder_takes_it_one_sentence_says_so() {
    let (home, mut pty) = stranded();
    let data = home.path().join("data/posylka");
    std::fs::rename(&data, home.path().join("elsewhere")).unwrap();
    pty.send("E");
    pty.wait("the path and the reason", |screen| {
        screen.contains(&format!("{}/posylka-", data.display())) && screen.contains("could not be written")
    });
    assert!(pty.is_running());
}
