//! Databases that are not ours to touch, and secrets that appear nowhere.

use std::path::Path;

use crate::carrier::Carrier;
use crate::test_home::TestHome;

#[test]
fn a_newer_database_is_left_untouched() {
    let home = TestHome::new();
    home.prepare(&["add", "RA123456785RU"]);
    let db = rusqlite::Connection::open(home.database()).unwrap();
    db.pragma_update(None, "user_version", 9_999).unwrap();
    drop(db);
    let before = std::fs::read(home.database()).unwrap();
    for (args, code) in [(["list"], 1), (["sync"], 1), (["doctor"], 1)] {
        let output = home.run(&args);
        assert_eq!(output.status, code, "{output:?}");
        assert!(format!("{}{}", output.stdout, output.stderr).contains("newer posylka"), "{output:?}");
    }
    assert_eq!(std::fs::read(home.database()).unwrap(), before);
}

#[test]
fn a_foreign_file_is_left_untouched() {
    let home = TestHome::new();
    std::fs::create_dir_all(home.data_dir()).unwrap();
    let text = "This is a diary and no database at all. ".repeat(30);
    std::fs::write(home.database(), &text).unwrap();
    let output = home.run(&["list"]);
    assert_eq!(output.status, 1);
    assert!(output.stderr.contains("not a posylka database") && output.stderr.contains("hint:"), "{output:?}");
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
