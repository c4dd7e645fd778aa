//! Everything out: JSON, a table, a calendar.

use std::fs;

use insta::assert_snapshot;
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
    assert_snapshot!(home.run(&["export", "-o", "all.json"]), @"
    stderr:
    Written: all.json, 2 parcels.
    status: 0
    ");
    assert_eq!(fs::read_to_string(&path).unwrap(), home.stdout(&["export"]));
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
    }
    fs::write(&path, "mine").unwrap();
    assert_snapshot!(home.run(&["export", "-o", "all.json"]), @"
    stderr:
    posylka: all.json is there already; it was left untouched.
    hint: Choose another name, or replace it with --force.
    status: 1
    ");
    assert_eq!(fs::read_to_string(&path).unwrap(), "mine");
    assert_snapshot!(home.transcript(&[
        &["export", "-o", "all.json", "--force"],
        &["export", "-o", "no/such/folder.json"],
        &["export", "--format", "xml"],
    ]), @"
    $ posylka export -o all.json --force
    stderr:
    Written: all.json, 2 parcels.
    status: 0

    $ posylka export -o no/such/folder.json
    stderr:
    posylka: no/such/folder.json could not be written: No such file or directory (os error 2)
    hint: Choose a folder that you may write to.
    status: 1

    $ posylka export --format xml
    stderr:
    error: invalid value 'xml' for '--format <FORMAT>'
      [possible values: json, csv, ics]

    For more information, try '--help'.
    status: 2
    ");
}

#[test]
fn the_table_has_a_row_a_parcel_and_no_formulas() {
    let home = home_with_parcels();
    let text = home.stdout(&["export", "--format", "csv"]);
    assert_snapshot!(text, @r#"
    id,title,number,numbers,status,sub_status,status_text,carrier,origin,destination,last_event_at,last_event,last_place,silent_days,stale,finished,archived,eta_from,eta_to,protected_until,protection_preset,shop,orders,tags,note,added_at,checked_at
    1,"'=HYPERLINK(""x""), hub",LP00620966542870,LP00620966542870,in_transit,customs_processing,Arrived at customs,,CN,RU,2026-11-06T10:31:00,Arrived at customs,Внуково,14,true,false,false,,,2026-12-10,,AliExpress,,,,2026-11-20T12:00:00Z,2026-11-20T12:00:00Z
    2,Чехол,RB382204916CN,RB382204916CN,,,,,,,,,,0,false,false,true,,,,,,,,,2026-11-20T12:00:00Z,
    "#);
}

#[test]
fn the_calendar_has_the_days_that_matter_in_the_readers_language() {
    let home = home_with_parcels();
    let text = home.stdout(&["export", "--format", "ics", "--lang", "ru"]);
    assert!(text.ends_with("END:VCALENDAR\r\n") && text.matches('\n').count() == text.matches("\r\n").count());
    assert_snapshot!(text.replace("\r\n", "\n").replace("\n ", ""), @r#"
    BEGIN:VCALENDAR
    VERSION:2.0
    PRODID:-//posylka//posylka//EN
    CALSCALE:GREGORIAN
    X-WR-CALNAME:Посылки
    BEGIN:VEVENT
    UID:dispute-1-1795176000@posylka
    DTSTAMP:20261120T120000Z
    SEQUENCE:0
    DTSTART;VALUE=DATE:20261208
    DTEND;VALUE=DATE:20261209
    SUMMARY:Последний надёжный день для спора: =HYPERLINK("x")\, hub
    DESCRIPTION:Защита покупателя заканчивается 2026-12-10.\nLP00620966542870
    TRANSP:TRANSPARENT
    END:VEVENT
    BEGIN:VEVENT
    UID:protection-1-1795176000@posylka
    DTSTAMP:20261120T120000Z
    SEQUENCE:0
    DTSTART;VALUE=DATE:20261210
    DTEND;VALUE=DATE:20261211
    SUMMARY:Заканчивается защита: =HYPERLINK("x")\, hub
    DESCRIPTION:Защита покупателя заканчивается 2026-12-10.\nLP00620966542870
    TRANSP:TRANSPARENT
    END:VEVENT
    END:VCALENDAR
    "#);
    // Another number and a later end: the same entry, revised.
    let edit = ["edit", LP, "--number", "RB123456785CN", "--protected-until", "2026-12-20"];
    home.prepare(&[&edit[..], &["--now", "2026-11-21T12:00:00Z"]].concat());
    let revised = home.stdout(&["export", "--format", "ics"]);
    let entry = revised.split("BEGIN:VEVENT").find(|entry| entry.contains("UID:protection-1-")).unwrap();
    let uid = |text: &str| text.lines().find(|line| line.starts_with("UID:protection")).map(str::to_owned);
    assert_eq!(uid(&revised), uid(&text));
    assert!(entry.contains("SEQUENCE:86400") && entry.contains("DTSTAMP:20261121T120000Z"), "{entry}");
    assert!(entry.contains("DTSTART;VALUE=DATE:20261220"), "{entry}");
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
    assert_snapshot!(other.run(&["import", "--dry-run", "all.json"]), @"
    stderr:
    2 parcels are new, 0 were completed, 0 stay as they are; new events: 2, checks: 1, answers: 1.
    Nothing was changed: this was a dry run.
    status: 0
    ");
    assert_eq!(other.json(&["list", "--json"]), serde_json::json!([]));

    assert_snapshot!(other.run(&["import", "all.json"]), @"
    stderr:
    2 parcels are new, 0 were completed, 0 stay as they are; new events: 2, checks: 1, answers: 1.
    `posylka undo` takes all of it back.
    status: 0
    ");
    for list in [&["list", "--json"][..], &["list", "--archived", "--json"], &["show", LP, "--json"]] {
        assert_eq!(other.json(list), home.json(list));
    }
    assert_eq!(other.stdout(&["export", "--without-answers"]), home.stdout(&["export", "--without-answers"]));
    assert_snapshot!(other.run(&["import", "all.json"]), @"
    stderr:
    0 parcels are new, 0 were completed, 2 stay as they are; new events: 0, checks: 0, answers: 0.
    status: 0
    ");
    other.prepare(&["undo"]);
    assert_eq!(other.json(&["list", "--json"]), serde_json::json!([]));
    assert_snapshot!(other.run_with_input(&["import", "-"], home.stdout(&["export"])), @"
    stderr:
    2 parcels are new, 0 were completed, 0 stay as they are; new events: 0, checks: 0, answers: 0.
    `posylka undo` takes all of it back.
    status: 0
    ");
    assert_eq!(other.json(&["list", "--json"]).as_array().unwrap().len(), 1);
}

#[test]
fn what_is_no_export_is_refused_in_one_sentence() {
    let home = home_with_parcels();
    let file = |name: &str, text: &str| fs::write(home.path().join(name), text).unwrap();
    file("other.json", "{\"parcels\":[]}");
    let export = home.stdout(&["export"]);
    file("new.json", &export.replace("\"format\":1", "\"format\":7"));
    let half = export.find("\"answers\"").unwrap();
    file("half.json", &export[..half]);
    file("odd.json", &export.replace("\"source\":\"cainiao\"", "\"source\":\"\""));
    file("table.csv", "number\nRB382204916CN\n");
    assert_snapshot!(home.transcript(&[
        &["import", "other.json"],
        &["import", "new.json"],
        &["import", "half.json"],
        &["import", "odd.json"],
        &["import", "table.csv", "new.json"],
    ]), @"
    $ posylka import other.json
    stderr:
    posylka: other.json is not an export of posylka.
    hint: `posylka export --format json` writes one.
    status: 1

    $ posylka import new.json
    stderr:
    posylka: new.json was written by a newer posylka.
    hint: Update posylka, and import it again.
    status: 1

    $ posylka import half.json
    stderr:
    posylka: half.json is not an export of posylka.
    hint: `posylka export --format json` writes one.
    status: 1

    $ posylka import odd.json
    stderr:
    posylka: odd.json holds something that cannot be (source: ); nothing was taken.
    hint: Use the file as it was written.
    status: 1

    $ posylka import table.csv new.json
    stderr:
    posylka: new.json is an export of posylka; such a file is imported alone.
    hint: Import it first, then the others.
    status: 2
    ");
    assert_eq!(home.stdout(&["export"]), export, "nothing was taken");
}
