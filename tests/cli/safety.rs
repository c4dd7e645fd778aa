//! Databases that are not ours to touch, and secrets that appear nowhere.

use std::path::Path;

use crate::carrier::Carrier;
use crate::house::{House, ended};

#[test]
fn a_newer_database_is_left_untouched() {
    let house = House::new();
    house.out(&["add", "RA123456785RU"]);
    let db = rusqlite::Connection::open(house.database()).unwrap();
    db.pragma_update(None, "user_version", 9_999).unwrap();
    drop(db);
    let before = std::fs::read(house.database()).unwrap();
    for (args, code) in [(["list"], 1), (["sync"], 1), (["doctor"], 1)] {
        let ended = house.run(&args);
        assert_eq!(ended.code, code, "{ended:?}");
        assert!(format!("{}{}", ended.out, ended.talk).contains("newer posylka"), "{ended:?}");
    }
    assert_eq!(std::fs::read(house.database()).unwrap(), before);
}

#[test]
fn a_foreign_file_is_left_untouched() {
    let house = House::new();
    std::fs::create_dir_all(house.data_dir()).unwrap();
    let text = "This is a diary and no database at all. ".repeat(30);
    std::fs::write(house.database(), &text).unwrap();
    let ended = house.run(&["list"]);
    assert_eq!(ended.code, 1);
    assert!(ended.talk.contains("not a posylka database") && ended.talk.contains("hint:"), "{ended:?}");
    assert_eq!(std::fs::read_to_string(house.database()).unwrap(), text);
}

#[test]
fn many_programs_write_at_once() {
    let house = House::new();
    house.out(&["list"]);
    std::thread::scope(|scope| {
        for writer in 0..6 {
            let house = &house;
            scope.spawn(move || {
                for i in 0..5 {
                    house.out(&["add", &format!("LP00{:012}", writer * 100 + i)]);
                }
            });
        }
    });
    assert_eq!(house.out(&["list"]).lines().count(), 30);
}

#[test]
fn a_secret_appears_nowhere() {
    const SECRET: &str = "sesame-7f3a9c";
    let (house, carrier) = (House::new(), Carrier::failing(500));
    let uri = carrier.uri();
    house.configure(&format!(
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
        let mut command = house.command(args);
        command.env("POSYLKA_17TRACK_KEY", SECRET).env("POSYLKA_LOG", "trace").env("RUST_LOG", "trace");
        let ended = ended(&mut command);
        heard.extend([ended.out, ended.talk]);
    }
    assert!(carrier.heard(SECRET), "the secret was used");
    assert!(house.data_dir().join("posylka.log").exists(), "something was logged");
    assert!(!heard.contains(SECRET), "{heard}");
    for file in files(&house.home()) {
        let bytes = std::fs::read(&file).unwrap();
        let found = bytes.windows(SECRET.len()).any(|part| part == SECRET.as_bytes());
        assert!(!found, "the secret is in {}", file.display());
    }
}

fn files(dir: &Path) -> Vec<std::path::PathBuf> {
    let entries = std::fs::read_dir(dir).unwrap().map(|entry| entry.unwrap().path());
    entries.flat_map(|path| if path.is_dir() { files(&path) } else { vec![path] }).collect()
}
