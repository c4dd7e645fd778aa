//! Orders without a number, and their days.

use insta::assert_snapshot;
use serde_json::json;

use crate::test_home::TestHome;

const ORDER: &str = "8150000000000001";

/// An order of three days ago that has no number yet.
fn order_without_number() -> TestHome {
    let home = TestHome::new();
    home.prepare(&["add", "--order", ORDER, "--title", "USB hub", "--ordered", "2026-11-17"]);
    home
}

#[test]
fn an_order_without_a_number_is_added_and_listed() {
    assert_snapshot!(TestHome::new().transcript(&[
        &["add", "--order", ORDER, "--title", "USB hub", "--ordered", "2026-11-17"],
        &["list"],
        &["list", "--lang", "ru"],
    ]), @"
    $ posylka add --order 8150000000000001 --title 'USB hub' --ordered 2026-11-17
    stdout:
    1
    stderr:
    No number yet: nobody is asked. When it comes: posylka edit 1 --number NUMBER
    status: 0

    $ posylka list
    stdout:
    1  USB hub  no number yet  3 d
    status: 0

    $ posylka list --lang ru
    stdout:
    1  USB hub  номера ещё нет  3 дн.
    status: 0
    ");
}

#[test]
fn an_order_without_a_number_has_its_day_and_after_a_while_advice_in_json() {
    let home = order_without_number();
    let parcel = &home.json(&["list", "--json"])[0];
    assert_eq!((&parcel["status"], &parcel["number"], &parcel["numbers"]), (&json!(null), &json!(null), &json!([])));
    assert_eq!((&parcel["silent_days"], &parcel["advice"]), (&json!(3), &json!(null)), "three days are normal");
    assert_eq!(parcel["order_details"][0]["ordered_on"], json!("2026-11-17"));
    let late = home.json(&["show", ORDER, "--json", "--now", "2026-11-23T12:00:00Z"]);
    assert_eq!(late["advice"]["situation"], json!("no_number_yet"));
    assert_eq!(late["advice"]["steps"][0]["action"], json!("ask_seller"));
}

#[test]
fn what_needs_a_number_is_refused_without_one() {
    let home = order_without_number();
    assert_snapshot!(home.transcript(&[&["barcode", "1"], &["event", "1", "sent"], &["sync", "1"]]), @"
    $ posylka barcode 1
    stderr:
    posylka: USB hub has no tracking number yet.
    hint: When it comes: posylka edit 1 --number NUMBER
    status: 1

    $ posylka event 1 sent
    stderr:
    posylka: USB hub has no tracking number yet.
    hint: When it comes: posylka edit 1 --number NUMBER
    status: 1

    $ posylka sync 1
    stderr:
    USB hub has no tracking number yet.
    0 checks, 0 parcels changed, 0 failed.
    Nothing to ask about: no parcel under way has a tracking number.
    status: 0
    ");
    assert_eq!(home.run(&["evidence", "1", "-o", "pack.zip"]).status, 0, "a pack needs none");
}

#[test]
fn the_number_comes_to_the_order_and_goes_by_undo() {
    let home = order_without_number();
    home.prepare(&["note", "1", "the blue one"]);
    assert_snapshot!(home.transcript(&[
        &["edit", ORDER, "--add-number", "LP00620966542870"],
        &["show", "LP00620966542870"],
        &["undo"],
        &["show", "1"],
    ]), @"
    $ posylka edit 8150000000000001 --add-number LP00620966542870
    status: 0

    $ posylka show LP00620966542870
    stdout:
    USB hub
    Id            1
    Numbers       LP00620966542870
    Status        not checked yet
    No news for   0 d
    Normal up to  10 days
    Orders        8150000000000001, ordered 2026-11-17
    Note          the blue one

    No events yet.
    status: 0

    $ posylka undo
    stderr:
    Undone: edited, USB hub. `posylka redo` brings it back.
    status: 0

    $ posylka show 1
    stdout:
    USB hub
    Id            1
    Status        no number yet
    No news for   3 d
    Normal up to  5 days
    Orders        8150000000000001, ordered 2026-11-17
    Note          the blue one

    No events yet.
    status: 0
    ");
}

#[test]
fn nothing_to_add_and_days_that_are_none_change_nothing() {
    let home = TestHome::new();
    assert_snapshot!(home.transcript(&[
        &["add"],
        &["add", "--title", "x", "--ordered", "2027-01-01"],
        &["add", "--title", "x", "--shipped", "soon"],
        &["add", "--title", "x", "--protected-until", "aliexpress"],
    ]), @r#"
    $ posylka add
    stderr:
    posylka: there is nothing to add.
    hint: Name a tracking number; or, for an order that has none yet, --order or --title.
    status: 2

    $ posylka add --title x --ordered 2027-01-01
    stderr:
    posylka: "2027-01-01" is not a date in the past.
    hint: Write it as 2026-11-03, 03.11 or 5d (5 days ago).
    status: 2

    $ posylka add --title x --shipped soon
    stderr:
    posylka: "soon" is not a date in the past.
    hint: Write it as 2026-11-03, 03.11 or 5d (5 days ago).
    status: 2

    $ posylka add --title x --protected-until aliexpress
    stderr:
    posylka: "aliexpress" counts from the shipping, and nobody has said when that was.
    hint: Add --shipped DATE.
    status: 2
    "#);
    assert_eq!(home.json(&["list", "--json"]), json!([]));
}

#[test]
fn of_several_orders_one_has_to_be_named() {
    let home = TestHome::new();
    home.prepare(&["add", "RA123456785RU", "--order", "A", "--order", "B"]);
    assert_snapshot!(home.run(&["edit", "1", "--ordered", "2026-11-01"]), @"
    stderr:
    posylka: RA123456785RU holds several orders (A, B), and it is not clear which one is meant.
    hint: Name one with --order ID.
    status: 2
    ");
    home.prepare(&["edit", "1", "--order", "B", "--ordered", "2026-11-01"]);
    let orders = home.json(&["show", "1", "--json"])["order_details"].clone();
    assert_eq!((&orders[0]["ordered_on"], &orders[1]["ordered_on"]), (&json!(null), &json!("2026-11-01")));
}

#[test]
fn a_number_that_an_order_waited_for_is_not_called_known_before() {
    let home = TestHome::new();
    assert_snapshot!(home.transcript(&[
        &["add", "--order", "8190"],
        &["list"],
        &["add", "LP00620966542870", "--order", "8190"],
        &["add", "LP00620966542870", "--order", "8190"],
    ]), @"
    $ posylka add --order 8190
    stdout:
    1
    stderr:
    No number yet: nobody is asked. When it comes: posylka edit 1 --number NUMBER
    status: 0

    $ posylka list
    stdout:
    1  8190  no number yet  0 d
    status: 0

    $ posylka add LP00620966542870 --order 8190
    stdout:
    1\tLP00620966542870\tcainiao/lp
    stderr:
    LP00620966542870 now belongs to parcel 1, which waited for it.
    status: 0

    $ posylka add LP00620966542870 --order 8190
    stdout:
    1\tLP00620966542870\tcainiao/lp
    stderr:
    LP00620966542870 is already in parcel 1.
    status: 0
    ");
}
