//! `posylka backup`, `restore FILE`, `salvage`, `doctor --repair`: copies, and what a damaged database still holds.

use std::fs;

use crate::test_home::TestHome;

const NUMBERS: [&str; 2] = ["RA123456785RU", "LP00620966542870"];

fn home() -> TestHome {
    let home = TestHome::new();
    home.prepare(&["add", NUMBERS[0], "--title", "USB hub"]);
    home.prepare(&["add", NUMBERS[1], "--title", "other"]);
    home
}

fn execute(home: &TestHome, sql: &str) {
    rusqlite::Connection::open(home.database()).unwrap().execute_batch(sql).unwrap();
}

#[test]
fn a_copy_is_made_and_put_back_and_what_was_there_is_kept() {
    let home = home();
    let made = home.run(&["backup"]);
    assert_eq!(made.status, 0, "{made}");
    let folder = home.data_dir().join("backups");
    let copy = fs::read_dir(&folder).unwrap().next().unwrap().unwrap().path();
    home.prepare(&["remove", NUMBERS[0]]);
    let copy = copy.to_str().unwrap();
    let unasked = home.run(&["restore", copy]);
    assert_eq!(unasked.status, 1, "nobody agreed: {unasked}");
    assert!(!home.run(&["list"]).stdout.contains(NUMBERS[0]));
    let restored = home.run(&["restore", copy, "--yes"]);
    assert_eq!(restored.status, 0, "{restored}");
    assert!(home.run(&["list"]).stdout.contains(NUMBERS[0]));
    let files = fs::read_dir(home.data_dir()).unwrap().map(|file| file.unwrap().file_name().into_string().unwrap());
    assert_eq!(files.filter(|name| name.starts_with("posylka.db.replaced-")).count(), 1);
}

#[test]
fn a_copy_has_the_name_that_was_asked_for_and_replaces_nothing_unasked() {
    let home = home();
    let file = home.data_dir().join("mine.db");
    let name = file.to_str().unwrap();
    assert_eq!(home.run(&["backup", "-o", name]).status, 0);
    let again = home.run(&["backup", "-o", name]);
    assert_eq!(again.status, 1, "{again}");
    assert_eq!(home.run(&["backup", "-o", name, "--force"]).status, 0);
    fs::write(&file, b"a shopping list").unwrap();
    let foreign = home.run(&["restore", name, "--yes"]);
    assert_eq!(foreign.status, 1, "{foreign}");
    assert!(home.run(&["list"]).stdout.contains(NUMBERS[0]), "nothing was changed");
}

#[test]
fn one_bad_byte_is_named_and_put_in_order() {
    let home = home();
    execute(&home, "UPDATE parcel SET title = CAST(X'555342FF687562' AS TEXT) WHERE id = 1");
    for command in [&["list"][..], &["list", "--json"], &["export"], &["show", NUMBERS[0]]] {
        let output = home.run(command);
        assert_eq!(output.status, 0, "{output}");
        assert!(output.stderr.contains(NUMBERS[0]) && output.stderr.contains("doctor --repair"), "{output}");
    }
    assert!(home.run(&["list"]).stdout.contains(NUMBERS[1]), "the other parcel is listed");
    let doctor = home.run(&["doctor"]);
    assert!(doctor.status == 1 && doctor.stdout.contains("parcel.title"), "{doctor}");
    let repaired = home.run(&["doctor", "--repair"]);
    assert_eq!(repaired.status, 3, "{repaired}");
    let listed = home.run(&["list"]);
    assert!(listed.stderr.is_empty() && listed.stdout.contains("USB"), "{listed}");
    let again = home.run(&["doctor", "--repair"]);
    assert_eq!(again.status, 0, "{again}");
}

#[test]
fn a_cut_database_gives_what_is_left_and_stays_as_it_is() {
    let home = home();
    let mut bytes = fs::read(home.database()).unwrap();
    bytes[100..4096].fill(0xa5);
    fs::write(home.database(), &bytes).unwrap();
    assert_eq!(home.run(&["list"]).status, 1);
    let new = home.data_dir().join("new.db");
    let name = new.to_str().unwrap();
    let saved = home.run(&["salvage", home.database().to_str().unwrap(), "-o", name]);
    assert_eq!(saved.status, 0, "{saved}");
    assert_eq!(fs::read(home.database()).unwrap(), bytes);
    assert_eq!(home.run(&["restore", name, "--yes"]).status, 0);
    let listed = home.run(&["list"]).stdout;
    assert!(NUMBERS.iter().all(|number| listed.contains(number)), "{listed}");
}

#[test]
fn what_can_only_be_read_is_read_and_stays_as_the_user_made_it() {
    use std::os::unix::fs::PermissionsExt;
    let home = home();
    fs::set_permissions(home.database(), fs::Permissions::from_mode(0o444)).unwrap();
    for command in [&["list"][..], &["show", NUMBERS[0]], &["export"]] {
        let output = home.run(command);
        assert_eq!(output.status, 0, "{output}");
        assert!(output.stderr.contains("only be read"), "{output}");
    }
    let refused = home.run(&["add", "RB382204916CN"]);
    assert!(refused.status == 1 && refused.stderr.contains("cannot be written"), "{refused}");
    assert_eq!(fs::metadata(home.database()).unwrap().permissions().mode() & 0o777, 0o444);
    let doctor = home.run(&["doctor"]);
    assert!(doctor.status == 0 && doctor.stdout.contains("it can be read, not changed"), "{doctor}");
}
