//! Adding, listing, editing, removing and taking it back.

use crate::test_home::TestHome;

const FIRST: &str = "RA123456785RU";
const SECOND: &str = "LP00620966542870";

#[test]
fn an_empty_list_says_what_to_do_first() {
    let output = TestHome::new().run(&["list"]);
    assert_eq!((output.status, output.stdout.as_str()), (0, ""));
    assert!(output.stderr.contains("posylka add") && output.stderr.contains("posylka demo"), "{output:?}");
}

#[test]
fn a_number_is_added_in_any_spelling_and_only_once() {
    let home = TestHome::new();
    assert_eq!(home.stdout(&["add", " ra 123-456-785 ru", "--title", "Чехол"]), "1\tRA123456785RU\ts10/s10\n");
    let again = home.run(&["add", FIRST, "--order", "8123456789", "--title", "Other"]);
    assert_eq!(again.status, 0);
    assert!(again.stderr.contains("already in parcel 1"), "{again:?}");
    let parcel = home.json(&["show", FIRST, "--json"]);
    assert_eq!(parcel["title"], "Чехол");
    assert_eq!(parcel["orders"], serde_json::json!(["8123456789"]));
    assert_eq!(home.stdout(&["list"]).lines().count(), 1);
}

#[test]
fn numbers_are_taken_out_of_any_text() {
    let home = TestHome::new();
    let text = format!("Ваш заказ отправлен. Трек-номер: {FIRST}, второй: {SECOND}. До встречи 20.11.2026!");
    let added = home.output_of(home.command(&["add", "-", "--shop", "AliExpress"]).write_stdin(text));
    assert_eq!(added.status, 0, "{added:?}");
    let list = home.json(&["list", "--json", "--sort", "added"]);
    let numbers: Vec<&str> = list.as_array().unwrap().iter().map(|p| p["number"].as_str().unwrap()).collect();
    assert_eq!(numbers.len(), 2, "{numbers:?}");
    assert!(numbers.contains(&FIRST) && numbers.contains(&SECOND));
    let none = home.output_of(home.command(&["add", "-"]).write_stdin("hello, nothing here"));
    assert_eq!(none.status, 1);
    assert!(none.stderr.contains("no track number") && none.stderr.contains("hint:"), "{none:?}");
}

#[test]
fn what_cannot_be_is_refused_and_changes_nothing() {
    let home = TestHome::new();
    for (args, code, says) in [
        (vec!["add", FIRST, "x"], 2, "fewer than 5"),
        (vec!["add", FIRST, "--protected-until", "tomorrow"], 2, "tomorrow"),
        (vec!["add", FIRST, "--source", "cainaio"], 2, "Did you mean cainiao?"),
        (vec!["show", "404"], 1, "\"404\""),
        (vec!["edit", "404", "--title", "T"], 1, "\"404\""),
        (vec!["edit", "404"], 2, "nothing is to be changed"),
        (vec!["archive", "404"], 1, "\"404\""),
        (vec!["undo"], 1, "nothing to take back"),
        (vec!["sync", "404"], 1, "\"404\""),
        (vec!["fly"], 2, "fly"),
        (vec!["list", "--sort", "weight"], 2, "weight"),
    ] {
        let output = home.run(&args);
        assert_eq!(output.status, code, "{args:?}: {output:?}");
        assert!(output.stderr.contains(says), "{args:?}: {output:?}");
        assert_eq!(output.stdout, "", "{args:?}");
    }
    assert_eq!(home.stdout(&["list"]), "");
}

#[test]
fn a_mistyped_number_is_taken_with_a_warning_that_names_the_digit() {
    let added = TestHome::new().run(&["add", "RA123456784RU"]);
    assert_eq!(added.status, 0);
    assert!(added.stderr.contains("has to be 5"), "{added:?}");
}

#[test]
fn a_parcel_is_edited_tagged_and_noted() {
    let home = TestHome::new();
    home.prepare(&["add", FIRST]);
    home.prepare(&["edit", "1", "--title", "Lamp", "--shop", "S", "--order", "A1", "--protected-until", "31.12.2026"]);
    home.prepare(&["edit", FIRST, "--number", SECOND, "--close"]);
    home.prepare(&["edit", "1", "--exclude-source", "17track"]);
    assert!(
        home.stdout(&["show", "1"]).lines().any(|line| line.starts_with("Never asked") && line.ends_with("17track"))
    );
    assert_eq!(home.run(&["edit", "1", "--exclude-source", "18track"]).status, 2);
    home.prepare(&["edit", "1", "--exclude-source", "none"]);
    assert!(!home.stdout(&["show", "1"]).contains("Never asked"));
    home.prepare(&["tag", "1", "gift", "home"]);
    home.prepare(&["tag", "1", "home", "--remove"]);
    assert_eq!(home.run_with_input(&["note", "1", "-"], "two\nlines").status, 0);
    let parcel = home.json(&["show", SECOND, "--json"]);
    assert_eq!(parcel["title"], "Lamp");
    assert_eq!(parcel["protected_until"], "2026-12-31");
    assert_eq!(parcel["tags"], serde_json::json!(["gift"]));
    assert_eq!(parcel["note"], "two\nlines");
    assert_eq!(parcel["finished"], true);
    assert_eq!(parcel["numbers"].as_array().unwrap().len(), 2);
    home.prepare(&["edit", "1", "--protected-until", "none", "--title", "", "--reopen"]);
    let parcel = home.json(&["show", "1", "--json"]);
    assert_eq!((&parcel["title"], &parcel["protected_until"]), (&serde_json::Value::Null, &serde_json::Value::Null));
    assert_eq!(parcel["finished"], false);
    assert_eq!(home.stdout(&["note", "1"]), "two\nlines\n");
    assert_eq!(home.stdout(&["tag", "1"]), "gift\n");
}

#[test]
fn the_user_tells_an_event() {
    let home = TestHome::new();
    home.prepare(&["add", FIRST]);
    home.prepare(&["event", "1", "Collected at the desk", "--at", "2026-11-19 10:31", "--status", "delivered"]);
    home.prepare(&["event", FIRST, "They", "called", "--at", "18.11.2026", "--place", "Minsk"]);
    let parcel = home.json(&["show", "1", "--json"]);
    assert_eq!((&parcel["status"], &parcel["status_source"]), (&"delivered".into(), &"user".into()));
    let [newer, older] = parcel["events"].as_array().unwrap().as_slice() else { panic!("{parcel}") };
    assert_eq!(newer["sources"], serde_json::json!(["user"]));
    assert_eq!(newer["time"]["local"], "2026-11-19T10:31:00");
    assert_eq!((&older["text"], &older["place"]), (&"They called".into(), &"Minsk".into()));
    assert_eq!(older["time"]["precision"], "day");
    for wrong in [["--at", "soon"], ["--status", "deliverd"]] {
        let output = home.run(&["event", "1", "x", wrong[0], wrong[1]]);
        assert_eq!((output.status, output.stderr.contains(wrong[1])), (2, true), "{output:?}");
    }
    home.prepare(&["undo"]);
    home.prepare(&["undo"]);
    let parcel = home.json(&["show", "1", "--json"]);
    assert_eq!((&parcel["status"], &parcel["events"]), (&serde_json::Value::Null, &serde_json::json!([])));
}

#[test]
fn what_is_put_away_or_removed_comes_back() {
    let home = TestHome::new();
    home.prepare(&["add", FIRST, SECOND]);
    home.prepare(&["archive", FIRST]);
    assert_eq!(home.stdout(&["list"]).lines().count(), 1);
    assert!(home.stdout(&["list", "--archived"]).contains(FIRST));
    home.prepare(&["restore", "1"]);
    assert_eq!(home.stdout(&["list"]).lines().count(), 2);
    home.prepare(&["remove", "--yes", SECOND]);
    assert!(!home.stdout(&["list"]).contains(SECOND));
    let undone = home.run(&["undo"]);
    assert_eq!(undone.status, 0);
    assert!(home.stdout(&["list"]).contains(SECOND), "{undone:?}");
}

#[test]
fn the_list_is_filtered_and_sorted() {
    let home = TestHome::new();
    home.prepare(&["add", FIRST, "--title", "Зелёная лампа", "--tag", "gift"]);
    home.prepare(&["add", SECOND, "--title", "Cable", "--protected-until", "2026-11-22"]);
    assert_eq!(home.stdout(&["list", "зеленая", "GIFT"]).lines().count(), 1);
    assert_eq!(home.stdout(&["list", "not checked", "cable"]).lines().count(), 1);
    assert_eq!(home.stdout(&["list", "nothing-like-it"]), "");
    let first = |key: &str| home.stdout(&["list", "--sort", key]).lines().next().unwrap().to_owned();
    assert!(first("title").contains("Cable"));
    assert!(first("protection").contains("Cable"));
    assert!(first("number").contains("Cable"));
    assert!(first("urgency").contains("Cable"));
    assert_eq!(home.stdout(&["list", "--stale"]), "");
}

#[test]
fn russian_is_spoken_where_it_is_asked_for() {
    let home = TestHome::new();
    let by_flag = home.run(&["show", "5", "--lang", "ru"]);
    assert!(by_flag.stderr.contains("нет посылки") && by_flag.stderr.contains("подсказка:"), "{by_flag:?}");
    let by_locale = home.output_of(home.command(&["list"]).env("LANG", "ru_RU.UTF-8"));
    assert!(by_locale.stderr.contains("Посылок пока нет"), "{by_locale:?}");
    let by_variable = home.output_of(home.command(&["list"]).env("LC_ALL", "C").env("POSYLKA_LANG", "ru"));
    assert!(by_variable.stderr.contains("Посылок пока нет"), "{by_variable:?}");
    home.configure("language = \"ru\"\n");
    home.prepare(&["add", FIRST]);
    assert!(home.stdout(&["list"]).contains("ещё не проверялась"));
}
