//! `posylka event`

use insta::assert_snapshot;
use serde_json::json;

use crate::test_home::TestHome;

const NUMBER: &str = "RA123456785RU";

fn one_parcel() -> TestHome {
    let home = TestHome::new();
    home.prepare(&["add", NUMBER]);
    home
}

#[test]
fn the_user_tells_an_event_and_takes_it_back() {
    let home = one_parcel();
    assert_snapshot!(home.transcript(&[
        &["event", "1", "Collected at the desk", "--at", "2026-11-19 10:31", "--status", "delivered"],
        &["event", NUMBER, "They", "called", "--at", "18.11.2026", "--place", "Minsk"],
        &["show", "1"],
        &["undo"],
        &["undo"],
        &["show", "1"],
    ]), @"
    $ posylka event 1 'Collected at the desk' --at '2026-11-19 10:31' --status delivered
    status: 0

    $ posylka event RA123456785RU They called --at 18.11.2026 --place Minsk
    status: 0

    $ posylka show 1
    stdout:
    RA123456785RU
    Id           1
    Numbers      RA123456785RU
    Status       delivered — Collected at the desk (user)
    No news for  1 d

    user  RA123456785RU

    2026-11-19 10:31  Collected at the desk         user
    2026-11-18        They called            Minsk  user
    status: 0

    $ posylka undo
    stderr:
    Undone: edited, RA123456785RU. `posylka redo` brings it back.
    status: 0

    $ posylka undo
    stderr:
    Undone: edited, RA123456785RU. `posylka redo` brings it back.
    status: 0

    $ posylka show 1
    stdout:
    RA123456785RU
    Id            1
    Numbers       RA123456785RU
    Status        not checked yet
    No news for   0 d
    Normal up to  10 days

    No events yet.
    status: 0
    ");
}

#[test]
fn an_event_of_the_user_has_the_source_user_in_json() {
    let home = one_parcel();
    home.prepare(&["event", "1", "Collected at the desk", "--at", "2026-11-19 10:31", "--status", "delivered"]);
    home.prepare(&["event", NUMBER, "They", "called", "--at", "18.11.2026", "--place", "Minsk"]);
    let parcel = home.json(&["show", "1", "--json"]);
    assert_eq!((&parcel["status"], &parcel["status_source"]), (&json!("delivered"), &json!("user")));
    let [newer, older] = parcel["events"].as_array().unwrap().as_slice() else { panic!("{parcel}") };
    assert_eq!((&newer["sources"], &newer["time"]["local"]), (&json!(["user"]), &json!("2026-11-19T10:31:00")));
    assert_eq!((&older["text"], &older["place"]), (&json!("They called"), &json!("Minsk")));
    assert_eq!(older["time"]["precision"], "day");
    home.prepare(&["undo"]);
    home.prepare(&["undo"]);
    let parcel = home.json(&["show", "1", "--json"]);
    assert_eq!((&parcel["status"], &parcel["events"]), (&json!(null), &json!([])));
}

#[test]
fn a_time_or_a_status_that_cannot_be_is_refused() {
    assert_snapshot!(one_parcel().transcript(&[
        &["event", "1", "x", "--at", "soon"],
        &["event", "1", "x", "--status", "deliverd"],
        &["event", "1", " "],
    ]), @r#"
    $ posylka event 1 x --at soon
    stderr:
    posylka: "soon" is not a time.
    hint: Write a day (2026-11-20) or a time ("2026-11-20 10:31", 10:31).
    status: 2

    $ posylka event 1 x --status deliverd
    stderr:
    posylka: there is no status "deliverd".
    hint: Did you mean delivered?
    status: 2

    $ posylka event 1 ' '
    stderr:
    posylka: an event needs words.
    hint: For example: posylka event 1 "The postman called" --place Minsk
    status: 2
    "#);
}
