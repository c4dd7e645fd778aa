//! Everything out: JSON, a table, a calendar.

use std::fs;

use serde_json::Value;

use crate::carrier::Carrier;
use crate::test_home::TestHome;

const LP: &str = "LP00620966542870";

/// A home with a parcel at customs, protected until 10 December, and an archived one.
fn home_with_parcels() -> TestHome {
    let home = TestHome::new();
    let carrier = Carrier::at_customs();
    carrier.serve(&home);
    home.prepare(&[
        "add",
        LP,
        "--title",
        "=HYPERLINK(\"x\"), hub",
        "--shop",
        "AliExpress",
        "--protected-until",
        "2026-12-10",
    ]);
    home.prepare(&["add", "RB382204916CN", "--title", "Чехол", "--source", "upu"]);
    home.prepare(&["archive", "RB382204916CN"]);
    home.prepare(&["sync"]);
    home
}

#[test]
fn the_json_is_one_document_with_everything_and_always_the_same() {
    let home = home_with_parcels();
    let text = home.stdout(&["export"]);
    assert_eq!(home.stdout(&["export", "--format", "json"]), text);
    let export: Value = serde_json::from_str(&text).unwrap();
    assert_eq!(export["about"]["format"], 1);
    assert_eq!(export["parcels"].as_array().unwrap().len(), 2);
    assert!(export["parcels"][1]["archived_at"].is_string());
    assert_eq!(export["words"][0]["events"].as_array().unwrap().len(), 2);
    assert!(export["answers"][0]["body"].as_str().unwrap().contains(LP));
    let bare: Value = serde_json::from_str(&home.stdout(&["export", "--without-answers"])).unwrap();
    assert_eq!((&bare["answers"], &bare["parcels"]), (&serde_json::json!([]), &export["parcels"]));
}

#[test]
fn a_file_is_written_whole_for_its_owner_only_and_replaces_nothing_unasked() {
    let home = home_with_parcels();
    let path = home.path().join("all.json");
    let output = home.run(&["export", "-o", "all.json"]);
    assert_eq!(
        (output.status, output.stdout.as_str(), output.stderr.as_str()),
        (0, "", "Written: all.json, 2 parcels.\n")
    );
    assert_eq!(fs::read_to_string(&path).unwrap(), home.stdout(&["export"]));
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
    }
    fs::write(&path, "mine").unwrap();
    let output = home.run(&["export", "-o", "all.json"]);
    assert_eq!(output.status, 1);
    assert!(output.stderr.contains("all.json is there already; it was left untouched."), "{}", output.stderr);
    assert_eq!(fs::read_to_string(&path).unwrap(), "mine");
    assert_eq!(home.run(&["export", "-o", "all.json", "--force"]).status, 0);
    assert_eq!(home.run(&["export", "-o", "no/such/folder.json"]).status, 1);
    assert_eq!(home.run(&["export", "--format", "xml"]).status, 2);
}

#[test]
fn the_table_has_a_row_a_parcel_and_no_formulas() {
    let home = home_with_parcels();
    let text = home.stdout(&["export", "--format", "csv"]);
    let mut table = csv::Reader::from_reader(text.as_bytes());
    let head = table.headers().unwrap().clone();
    let rows: Vec<csv::StringRecord> = table.records().map(Result::unwrap).collect();
    let cell = |row: usize, column: &str| rows[row].get(head.iter().position(|c| c == column).unwrap()).unwrap();
    assert_eq!(rows.len(), 2);
    assert_eq!(cell(0, "title"), "'=HYPERLINK(\"x\"), hub");
    assert_eq!((cell(0, "status"), cell(0, "protected_until")), ("in_transit", "2026-12-10"));
    assert_eq!((cell(1, "title"), cell(1, "archived"), cell(1, "number")), ("Чехол", "true", "RB382204916CN"));
}

#[test]
fn the_calendar_has_the_days_that_matter_in_the_readers_language() {
    let home = home_with_parcels();
    let text = home.stdout(&["export", "--format", "ics", "--lang", "ru"]);
    assert!(text.starts_with("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n") && text.ends_with("END:VCALENDAR\r\n"));
    let unfolded = text.replace("\r\n ", "");
    let entry = |uid: &str| {
        let mut entries = unfolded.split("BEGIN:VEVENT");
        entries.find(|entry| entry.contains(&format!("UID:{uid}-1-{LP}@posylka\r\n"))).unwrap().to_owned()
    };
    assert!(entry("dispute").contains("DTSTART;VALUE=DATE:20261208\r\nDTEND;VALUE=DATE:20261209\r\n"), "{unfolded}");
    assert!(entry("protection").contains("DTSTART;VALUE=DATE:20261210\r\nDTEND;VALUE=DATE:20261211\r\n"));
    let title = "SUMMARY:Заканчивается защита: =HYPERLINK(\"x\")\\, hub\r\n";
    assert!(entry("protection").contains(title), "{unfolded}");
    assert_eq!(unfolded.matches("BEGIN:VEVENT").count(), unfolded.matches("END:VEVENT").count());
    assert!(!unfolded.contains("Чехол"), "what is put away is not in it");
    home.prepare(&["edit", LP, "--title", "Hub"]);
    assert!(home.stdout(&["export", "--format", "ics"]).contains(&format!("UID:protection-1-{LP}@posylka")));
}

#[test]
fn every_column_is_documented() {
    let text = fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/export.md")).unwrap();
    let section = text.split("\n## ").find(|section| section.starts_with("CSV")).unwrap();
    let cells = section.lines().filter_map(|line| line.strip_prefix("| `")).filter_map(|line| line.split_once('`'));
    assert_eq!(cells.map(|(column, _)| column).collect::<Vec<_>>(), posylka::export::parcels_csv::COLUMNS);
}

#[test]
fn an_export_comes_in_as_it_was_and_can_be_taken_back() {
    let home = home_with_parcels();
    home.prepare(&["export", "-o", "all.json"]);
    let other = TestHome::new();
    fs::copy(home.path().join("all.json"), other.path().join("all.json")).unwrap();
    let rehearsed = other.run(&["import", "--dry-run", "all.json"]);
    assert!(
        rehearsed.stderr.starts_with("2 parcels are new, 0 were completed, 0 stay as they are"),
        "{}",
        rehearsed.stderr
    );
    assert_eq!(other.stdout(&["export"]), other.stdout(&["export"]));
    assert_eq!(other.json(&["list", "--json"]), serde_json::json!([]));

    let output = other.run(&["import", "all.json"]);
    assert_eq!((output.status, output.stdout.as_str()), (0, ""));
    for list in [&["list", "--json"][..], &["list", "--archived", "--json"], &["show", LP, "--json"]] {
        assert_eq!(other.json(list), home.json(list));
    }
    assert_eq!(other.stdout(&["export", "--without-answers"]), home.stdout(&["export", "--without-answers"]));
    let again = other.run(&["import", "all.json"]);
    assert!(again.stderr.contains("0 parcels are new, 0 were completed, 2 stay as they are"), "{}", again.stderr);
    other.prepare(&["undo"]);
    assert_eq!(other.json(&["list", "--json"]), serde_json::json!([]));
    let piped = other.command(&["import", "-"]).write_stdin(home.stdout(&["export"])).output().unwrap();
    assert!(piped.status.success());
    assert_eq!(other.json(&["list", "--json"]).as_array().unwrap().len(), 1);
}

#[test]
fn what_is_no_export_is_refused_in_one_sentence() {
    let home = home_with_parcels();
    let file = |name: &str, text: &str| fs::write(home.path().join(name), text).unwrap();
    let said = |args: &[&str], code: i32, sentence: &str| {
        let output = home.run(args);
        assert_eq!(output.status, code, "{output:?}");
        assert!(output.stderr.contains(sentence), "{}", output.stderr);
    };
    file("other.json", "{\"parcels\":[]}");
    said(&["import", "other.json"], 1, "other.json is not an export of posylka.");
    let export = home.stdout(&["export"]);
    file("new.json", &export.replace("\"format\":1", "\"format\":7"));
    said(&["import", "new.json"], 1, "new.json was written by a newer posylka.");
    file("half.json", &export[..export.len() / 2]);
    said(&["import", "half.json"], 1, "half.json is damaged in line");
    file("odd.json", &export.replace("\"source\":\"cainiao\"", "\"source\":\"\""));
    said(&["import", "odd.json"], 1, "odd.json holds something that cannot be (source: ); nothing was taken.");
    file("table.csv", "number\nRB382204916CN\n");
    said(&["import", "table.csv", "new.json"], 2, "such a file is imported alone");
    assert_eq!(home.stdout(&["export"]), export, "nothing was taken");
}
