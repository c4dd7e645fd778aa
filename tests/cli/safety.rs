//! Databases that are not ours to touch, and secrets that appear nowhere.

use std::path::Path;

use insta::assert_snapshot;

use crate::carrier::Carrier;
use crate::test_home::TestHome;

#[test]
fn a_newer_database_is_left_untouched() {
    let home = TestHome::new();
    home.prepare(&["add", "RA123456785RU"]);
    let db = rusqlite::Connection::open(home.database()).unwrap();
    let known: i64 = db.query_row("PRAGMA user_version", [], |row| row.get(0)).unwrap();
    db.pragma_update(None, "user_version", 9_999).unwrap();
    drop(db);
    let before = std::fs::read(home.database()).unwrap();
    let said = home.transcript(&[&["list"], &["sync"], &["doctor"]]);
    assert_snapshot!(said.replace(&format!("knows {known})"), "knows [newest])"), @r#"
    $ posylka list
    stderr:
    posylka: the database was written by a newer posylka (version 9999, this one knows [newest]); it was left untouched.
    hint: Update posylka, or choose another directory with --data-dir.
    status: 1

    $ posylka sync
    stderr:
    posylka: the database was written by a newer posylka (version 9999, this one knows [newest]); it was left untouched.
    hint: Update posylka, or choose another directory with --data-dir.
    status: 1

    $ posylka doctor
    stdout:
    Terminal
      ok not on a terminal here; the commands work, the screen needs one
    Locale
      ok UTF-8, speaking "en"
    Clock
      ok fixed at 2026-11-20 12:00
    Configuration
      ok no file at [home]/config/posylka/config.toml; the defaults hold
    Database
      BROKEN [home]/data/posylka/posylka.db: the database was written by a newer posylka (version 9999, this one knows [newest]); it was left untouched.
          Update posylka, or choose another directory with --data-dir.
    Sources
      ok Cainiao: on
      ok 17TRACK: off until [sources.17track] has key
      ok Belpochta: on
      ok Kazpost: on
      ok Track24: off until [sources.track24] has key
      ok Почта России: off until [sources.russian-post] has login
      ok UPU: on
      ok Nova Poshta: on
      ok DHL: off until [sources.dhl] has key
      ok Ship24: off until [sources.ship24] has key
      ok La Poste: off until [sources.la-poste] has key
      ok InPost: on
      ok 4PX: on
      ok Correos: on
      ok Poste Italiane: on
    Watching
      ok Nobody has looked yet: the screen, `posylka watch` and `posylka sync` do.
      ok terminal: nothing waits.

    Something is broken: see the lines marked BROKEN.
    status: 1
    "#);
    assert_eq!(std::fs::read(home.database()).unwrap(), before);
}

#[test]
fn a_foreign_file_is_left_untouched() {
    let home = TestHome::new();
    std::fs::create_dir_all(home.data_dir()).unwrap();
    let text = "This is a diary and no database at all. ".repeat(30);
    std::fs::write(home.database(), &text).unwrap();
    assert_snapshot!(home.run(&["list"]), @"
    stderr:
    posylka: the database file is not a posylka database; it was left untouched.
    hint: Move the file away, or choose another directory with --data-dir.
    status: 1
    ");
    assert_eq!(std::fs::read_to_string(home.database()).unwrap(), text);
}

#[test]
fn many_programs_write_at_once() {
    let home = TestHome::new();
    home.prepare(&["list"]);
    std::thread::scope(|scope| {
        for writer in 0..6 {
            let home = &home;
            scope.spawn(move || {
                for i in 0..5 {
                    home.prepare(&["add", &format!("LP00{:012}", writer * 100 + i)]);
                }
            });
        }
    });
    assert_eq!(home.stdout(&["list"]).lines().count(), 30);
}

#[test]
fn a_secret_appears_nowhere() {
    const SECRET: &str = "sesame-7f3a9c";
    let (home, carrier) = (TestHome::new(), Carrier::failing(500));
    let uri = carrier.uri();
    home.configure(&format!(
        "[sources.cainiao]\nbase_url = \"{uri}\"\n[sources.17track]\nbase_url = \"{uri}\"\nenabled = true\n"
    ));
    let mut heard = String::new();
    for args in [
        &["add", "LP00620966542870"][..],
        &["sync", "--force"],
        &["sync", "--json", "1"],
        &["list", "--json"],
        &["show", "1"],
        &["sources"],
        &["sources", "--json"],
        &["doctor"],
    ] {
        let mut command = home.command(args);
        command.env("POSYLKA_17TRACK_KEY", SECRET).env("POSYLKA_LOG", "trace").env("RUST_LOG", "trace");
        let output = home.output_of(&mut command);
        heard.extend([output.stdout, output.stderr]);
    }
    assert!(carrier.heard(SECRET), "the secret was used");
    assert!(home.data_dir().join("posylka.log").exists(), "something was logged");
    assert!(!heard.contains(SECRET), "{heard}");
    for file in files(&home.path()) {
        let bytes = std::fs::read(&file).unwrap();
        let found = bytes.windows(SECRET.len()).any(|part| part == SECRET.as_bytes());
        assert!(!found, "the secret is in {}", file.display());
    }
}

fn files(dir: &Path) -> Vec<std::path::PathBuf> {
    let entries = std::fs::read_dir(dir).unwrap().map(|entry| entry.unwrap().path());
    entries.flat_map(|path| if path.is_dir() { files(&path) } else { vec![path] }).collect()
}
