//! Adding, listing, editing, removing and taking it back.

use crate::house::{House, ended};

const FIRST: &str = "RA123456785RU";
const SECOND: &str = "LP00620966542870";

#[test]
fn an_empty_list_says_what_to_do_first() {
    let ended = House::new().run(&["list"]);
    assert_eq!((ended.code, ended.out.as_str()), (0, ""));
    assert!(ended.talk.contains("posylka add") && ended.talk.contains("posylka demo"), "{ended:?}");
}

#[test]
fn a_number_is_added_in_any_spelling_and_only_once() {
    let house = House::new();
    assert_eq!(house.out(&["add", " ra 123-456-785 ru", "--title", "Чехол"]), "1\tRA123456785RU\ts10/s10\n");
    let again = house.run(&["add", FIRST, "--order", "8123456789", "--title", "Other"]);
    assert_eq!(again.code, 0);
    assert!(again.talk.contains("already in parcel 1"), "{again:?}");
    let parcel = house.json(&["show", FIRST, "--json"]);
    assert_eq!(parcel["title"], "Чехол");
    assert_eq!(parcel["orders"], serde_json::json!(["8123456789"]));
    assert_eq!(house.out(&["list"]).lines().count(), 1);
}

#[test]
fn numbers_are_taken_out_of_any_text() {
    let house = House::new();
    let text = format!("Ваш заказ отправлен. Трек-номер: {FIRST}, второй: {SECOND}. До встречи 20.11.2026!");
    let added = ended(house.command(&["add", "-", "--shop", "AliExpress"]).write_stdin(text));
    assert_eq!(added.code, 0, "{added:?}");
    let list = house.json(&["list", "--json", "--sort", "added"]);
    let numbers: Vec<&str> = list.as_array().unwrap().iter().map(|p| p["number"].as_str().unwrap()).collect();
    assert_eq!(numbers.len(), 2, "{numbers:?}");
    assert!(numbers.contains(&FIRST) && numbers.contains(&SECOND));
    let none = ended(house.command(&["add", "-"]).write_stdin("hello, nothing here"));
    assert_eq!(none.code, 1);
    assert!(none.talk.contains("no track number") && none.talk.contains("hint:"), "{none:?}");
}

#[test]
fn what_cannot_be_is_refused_and_changes_nothing() {
    let house = House::new();
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
        let ended = house.run(&args);
        assert_eq!(ended.code, code, "{args:?}: {ended:?}");
        assert!(ended.talk.contains(says), "{args:?}: {ended:?}");
        assert_eq!(ended.out, "", "{args:?}");
    }
    assert_eq!(house.out(&["list"]), "");
}

#[test]
fn a_mistyped_number_is_taken_with_a_warning_that_names_the_digit() {
    let added = House::new().run(&["add", "RA123456784RU"]);
    assert_eq!(added.code, 0);
    assert!(added.talk.contains("has to be 5"), "{added:?}");
}

#[test]
fn a_parcel_is_edited_tagged_and_noted() {
    let house = House::new();
    house.out(&["add", FIRST]);
    house.out(&["edit", "1", "--title", "Lamp", "--shop", "S", "--order", "A1", "--protected-until", "31.12.2026"]);
    house.out(&["edit", FIRST, "--number", SECOND, "--close"]);
    house.out(&["edit", "1", "--exclude-source", "17track"]);
    assert!(house.out(&["show", "1"]).lines().any(|line| line.starts_with("Never asked") && line.ends_with("17track")));
    assert_eq!(house.run(&["edit", "1", "--exclude-source", "18track"]).code, 2);
    house.out(&["edit", "1", "--exclude-source", "none"]);
    assert!(!house.out(&["show", "1"]).contains("Never asked"));
    house.out(&["tag", "1", "gift", "home"]);
    house.out(&["tag", "1", "home", "--remove"]);
    ended(house.command(&["note", "1", "-"]).write_stdin("two\nlines"));
    let parcel = house.json(&["show", SECOND, "--json"]);
    assert_eq!(parcel["title"], "Lamp");
    assert_eq!(parcel["protected_until"], "2026-12-31");
    assert_eq!(parcel["tags"], serde_json::json!(["gift"]));
    assert_eq!(parcel["note"], "two\nlines");
    assert_eq!(parcel["finished"], true);
    assert_eq!(parcel["numbers"].as_array().unwrap().len(), 2);
    house.out(&["edit", "1", "--protected-until", "none", "--title", "", "--reopen"]);
    let parcel = house.json(&["show", "1", "--json"]);
    assert_eq!((&parcel["title"], &parcel["protected_until"]), (&serde_json::Value::Null, &serde_json::Value::Null));
    assert_eq!(parcel["finished"], false);
    assert_eq!(house.out(&["note", "1"]), "two\nlines\n");
    assert_eq!(house.out(&["tag", "1"]), "gift\n");
}

#[test]
fn the_user_tells_an_event() {
    let house = House::new();
    house.out(&["add", FIRST]);
    house.out(&["event", "1", "Collected at the desk", "--at", "2026-11-19 10:31", "--status", "delivered"]);
    house.out(&["event", FIRST, "They", "called", "--at", "18.11.2026", "--place", "Minsk"]);
    let parcel = house.json(&["show", "1", "--json"]);
    assert_eq!((&parcel["status"], &parcel["status_source"]), (&"delivered".into(), &"user".into()));
    let [newer, older] = parcel["events"].as_array().unwrap().as_slice() else { panic!("{parcel}") };
    assert_eq!(newer["sources"], serde_json::json!(["user"]));
    assert_eq!(newer["time"]["local"], "2026-11-19T10:31:00");
    assert_eq!((&older["text"], &older["place"]), (&"They called".into(), &"Minsk".into()));
    assert_eq!(older["time"]["precision"], "day");
    for wrong in [["--at", "soon"], ["--status", "deliverd"]] {
        let ended = house.run(&["event", "1", "x", wrong[0], wrong[1]]);
        assert_eq!((ended.code, ended.talk.contains(wrong[1])), (2, true), "{ended:?}");
    }
    house.out(&["undo"]);
    house.out(&["undo"]);
    let parcel = house.json(&["show", "1", "--json"]);
    assert_eq!((&parcel["status"], &parcel["events"]), (&serde_json::Value::Null, &serde_json::json!([])));
}

#[test]
fn what_is_put_away_or_removed_comes_back() {
    let house = House::new();
    house.out(&["add", FIRST, SECOND]);
    house.out(&["archive", FIRST]);
    assert_eq!(house.out(&["list"]).lines().count(), 1);
    assert!(house.out(&["list", "--archived"]).contains(FIRST));
    house.out(&["restore", "1"]);
    assert_eq!(house.out(&["list"]).lines().count(), 2);
    house.out(&["remove", "--yes", SECOND]);
    assert!(!house.out(&["list"]).contains(SECOND));
    let undone = house.run(&["undo"]);
    assert_eq!(undone.code, 0);
    assert!(house.out(&["list"]).contains(SECOND), "{undone:?}");
}

#[test]
fn the_list_is_filtered_and_sorted() {
    let house = House::new();
    house.out(&["add", FIRST, "--title", "Зелёная лампа", "--tag", "gift"]);
    house.out(&["add", SECOND, "--title", "Cable", "--protected-until", "2026-11-22"]);
    assert_eq!(house.out(&["list", "зеленая", "GIFT"]).lines().count(), 1);
    assert_eq!(house.out(&["list", "not checked", "cable"]).lines().count(), 1);
    assert_eq!(house.out(&["list", "nothing-like-it"]), "");
    let first = |key: &str| house.out(&["list", "--sort", key]).lines().next().unwrap().to_owned();
    assert!(first("title").contains("Cable"));
    assert!(first("protection").contains("Cable"));
    assert!(first("number").contains("Cable"));
    assert!(first("urgency").contains("Cable"));
    assert_eq!(house.out(&["list", "--stale"]), "");
}

#[test]
fn russian_is_spoken_where_it_is_asked_for() {
    let house = House::new();
    let by_flag = house.run(&["show", "5", "--lang", "ru"]);
    assert!(by_flag.talk.contains("нет посылки") && by_flag.talk.contains("подсказка:"), "{by_flag:?}");
    let by_locale = ended(house.command(&["list"]).env("LANG", "ru_RU.UTF-8"));
    assert!(by_locale.talk.contains("Посылок пока нет"), "{by_locale:?}");
    let by_variable = ended(house.command(&["list"]).env("LC_ALL", "C").env("POSYLKA_LANG", "ru"));
    assert!(by_variable.talk.contains("Посылок пока нет"), "{by_variable:?}");
    house.configure("language = \"ru\"\n");
    house.out(&["add", FIRST]);
    assert!(house.out(&["list"]).contains("ещё не проверялась"));
}
