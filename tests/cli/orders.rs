//! Orders without a number, their days, and how long they are protected.

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
    posylka: USB hub has no track number yet.
    hint: When it comes: posylka edit 1 --number NUMBER
    status: 1

    $ posylka event 1 sent
    stderr:
    posylka: USB hub has no track number yet.
    hint: When it comes: posylka edit 1 --number NUMBER
    status: 1

    $ posylka sync 1
    stderr:
    USB hub has no track number yet.
    0 checks, 0 parcels changed, 0 failed.
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
    Id              1
    Numbers         LP00620966542870
    Status          not checked yet
    Silent for      0 d
    Normal silence  10 days
    Orders          8150000000000001, ordered 2026-11-17
    Note            the blue one

    No events yet.
    status: 0

    $ posylka undo
    stderr:
    Taken back: edited, USB hub.
    status: 0

    $ posylka show 1
    stdout:
    USB hub
    Id              1
    Status          no number yet
    Silent for      3 d
    Normal silence  5 days
    Orders          8150000000000001, ordered 2026-11-17
    Note            the blue one

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
    posylka: There is nothing to add.
    hint: Name a track number; or, for an order that has none yet, --order or --title.
    status: 2

    $ posylka add --title x --ordered 2027-01-01
    stderr:
    posylka: "2027-01-01" is not a day up to today.
    hint: Write it as 2026-11-03, 03.11 or 5d (5 days ago).
    status: 2

    $ posylka add --title x --shipped soon
    stderr:
    posylka: "soon" is not a day up to today.
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
fn what_is_not_protected_cannot_be_extended() {
    let home = TestHome::new();
    home.prepare(&["add", "RA123456785RU"]);
    assert_snapshot!(home.run(&["edit", "1", "--extend", "14"]), @"
    stderr:
    posylka: There is no protection to extend.
    hint: Set it with --protected-until DATE.
    status: 1
    ");
}

#[test]
fn the_protection_is_counted_extended_and_marked_where_it_is_assumed() {
    let home = TestHome::new();
    home.configure("[protection.presets.joom]\ndays = 45\nfrom = \"ordered\"\n");
    home.prepare(&["add", "RA123456785RU", "--order", "A", "--ordered", "2026-11-01", "--shipped", "05.11"]);
    let protection = |args: &[&str]| {
        let edited = home.run(&[&["edit", "1"], args].concat());
        assert_eq!(edited.status, 0, "{edited:?}");
        home.json(&["show", "1", "--json"])["protection"].clone()
    };
    assert_eq!(protection(&["--protected-until", "+75"])["until"], json!("2027-01-19"));
    let preset = protection(&["--protected-until", "joom"]);
    assert_eq!((&preset["until"], &preset["preset"]), (&json!("2026-12-16"), &json!("joom")));
    assert_eq!((&preset["days_left"], &preset["dispute_by"]), (&json!(26), &json!("2026-12-14")));
    assert_snapshot!(home.transcript(&[&["show", "1"], &["show", "1", "--lang", "ru"]]), @"
    $ posylka show 1
    stdout:
    RA123456785RU
    Id               1
    Numbers          RA123456785RU
    Status           not checked yet
    Silent for       15 d, stale
    Normal silence   10 days
    Protected until  2026-12-16, by the preset joom, not told by the shop, a dispute by 2026-12-14
    Orders           A, ordered 2026-11-01, shipped 2026-11-05

    15 days without news: no source has been asked.
    → Ask the sources: nobody was asked yet [posylka sync RA123456785RU]
    → Open a dispute by 2026-12-14: the protection runs out [posylka evidence RA123456785RU -o FILE.zip]

    No events yet.
    status: 0

    $ posylka show 1 --lang ru
    stdout:
    RA123456785RU
    Id              1
    Номера          RA123456785RU
    Статус          ещё не проверялась
    Молчит          15 дн., застряла
    Норма молчания  10 дней
    Защита до       2026-12-16, по заготовке joom, не со слов магазина, спор открыть до 2026-12-14
    Заказы          A, заказано 2026-11-01, отправлено 2026-11-05

    15 дней без новостей: источники ещё не опрошены.
    → Спросить источники: ещё никого не спрашивали [posylka sync RA123456785RU]
    → Открыть спор не позже 2026-12-14: защита заканчивается [posylka evidence RA123456785RU -o FILE.zip]

    Событий пока нет.
    status: 0
    ");
    assert_eq!(protection(&["--extend", "14"])["until"], json!("2026-12-30"));
    home.prepare(&["undo"]);
    assert_eq!(home.json(&["show", "1", "--json"])["protected_until"], json!("2026-12-16"));
    assert_eq!(protection(&["--protected-until", "none"]), json!(null));
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
fn after_the_delivery_a_dispute_can_be_opened_for_the_days_that_are_set() {
    let home = TestHome::new();
    home.configure("after_delivery_days = 10\n");
    home.prepare(&["add", "RA123456785RU", "--order", "A", "--shop", "AliExpress"]);
    home.prepare(&["event", "1", "handed over to me", "--at", "2026-11-16", "--status", "delivered"]);
    let shown = home.json(&["show", "1", "--json"]);
    assert_eq!(shown["after_delivery"], json!({"since": "2026-11-16", "until": "2026-11-26", "confirmed": false}));
    assert_eq!((&shown["finished"], &shown["advice"]), (&json!(true), &json!(null)));
    assert_snapshot!(home.run(&["show", "1"]), @"
    stdout:
    RA123456785RU
    Id          1
    Numbers     RA123456785RU
    Status      delivered — handed over to me (user)
    Silent for  4 d
    Dispute     until 2026-11-26: 10 days after the delivery, by the settings
    Shop        AliExpress
    Orders      A

    user  RA123456785RU

    2026-11-16  handed over to me  user
    status: 0
    ");

    home.prepare(&["edit", "1", "--not-received"]);
    let missed = home.json(&["show", "1", "--json"]);
    assert_eq!((&missed["finished"], &missed["not_received"]), (&json!(false), &json!(true)));
    assert_eq!(missed["advice"]["situation"], json!("delivered_missing"));
    let steps = missed["advice"]["steps"].as_array().unwrap();
    assert!(steps.iter().any(|s| s["action"] == "open_dispute" && s["until"] == "2026-11-24"), "{steps:?}");
    assert_snapshot!(home.run(&["list"]), @"
    stdout:
    1  RA123456785RU  delivered (you have not received it)  4 d
    status: 0
    ");

    home.prepare(&["edit", "1", "--received", "2026-11-18"]);
    let confirmed = home.json(&["show", "1", "--json"]);
    assert_eq!((&confirmed["finished"], &confirmed["not_received"]), (&json!(true), &json!(false)));
    assert_eq!(confirmed["after_delivery"], json!({"since": "2026-11-18", "until": "2026-11-28", "confirmed": true}));
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
