//! Orders without a number, their days, and how long they are protected.

use serde_json::json;

use crate::test_home::TestHome;

#[test]
fn an_order_without_a_number_is_listed_asked_about_nowhere_and_goes_on_with_its_number() {
    let home = TestHome::new();
    let added = home.run(&["add", "--order", "8150000000000001", "--title", "USB hub", "--ordered", "2026-11-17"]);
    assert_eq!((added.status, added.stdout.as_str()), (0, "1\n"), "{added:?}");
    assert!(added.stderr.contains("--number"), "{added:?}");
    let parcel = &home.json(&["list", "--json"])[0];
    assert_eq!((&parcel["status"], &parcel["number"], &parcel["numbers"]), (&json!(null), &json!(null), &json!([])));
    assert_eq!((&parcel["silent_days"], &parcel["advice"]), (&json!(3), &json!(null)), "three days are normal");
    assert_eq!(parcel["order_details"][0]["ordered_on"], json!("2026-11-17"));
    assert!(home.stdout(&["list"]).contains("no number yet"));
    assert!(home.stdout(&["list", "--lang", "ru"]).contains("номера ещё нет"));
    let late = home.json(&["show", "8150000000000001", "--json", "--now", "2026-11-23T12:00:00Z"]);
    assert_eq!(late["advice"]["situation"], json!("no_number_yet"));
    assert_eq!(late["advice"]["steps"][0]["action"], json!("ask_seller"));

    for command in [&["barcode", "1"][..], &["event", "1", "sent"]] {
        let refused = home.run(command);
        assert!(refused.status == 1 && refused.stderr.contains("no track number yet"), "{refused:?}");
    }
    let synced = home.run(&["sync", "1"]);
    assert!(synced.status == 0 && synced.stderr.contains("no track number yet"), "{synced:?}");
    assert_eq!(home.run(&["evidence", "1", "-o", "pack.zip"]).status, 0);

    home.prepare(&["note", "1", "the blue one"]);
    home.prepare(&["edit", "8150000000000001", "--add-number", "LP00620966542870"]);
    let parcel = home.json(&["show", "LP00620966542870", "--json"]);
    assert_eq!(
        (&parcel["id"], &parcel["title"], &parcel["note"]),
        (&json!(1), &json!("USB hub"), &json!("the blue one"))
    );
    assert_eq!(parcel["orders"], json!(["8150000000000001"]));
    home.prepare(&["undo"]);
    assert_eq!(home.json(&["show", "1", "--json"])["number"], json!(null));
}

#[test]
fn nothing_to_add_and_days_that_are_none_change_nothing() {
    let home = TestHome::new();
    let nothing = home.run(&["add"]);
    assert!(nothing.status == 2 && nothing.stderr.contains("--order"), "{nothing:?}");
    for (flag, value) in [("--ordered", "2027-01-01"), ("--shipped", "soon"), ("--protected-until", "aliexpress")] {
        let refused = home.run(&["add", "--title", "x", flag, value]);
        assert_eq!(refused.status, 2, "{flag} {value}: {refused:?}");
    }
    assert_eq!(home.json(&["list", "--json"]), json!([]));
    home.prepare(&["add", "RA123456785RU"]);
    let refused = home.run(&["edit", "1", "--extend", "14"]);
    assert!(refused.status == 1 && refused.stderr.contains("no protection"), "{refused:?}");
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
    assert!(home.stdout(&["show", "1"]).contains("2026-12-16, by the preset joom, not told by the shop"));
    assert!(home.stdout(&["show", "1", "--lang", "ru"]).contains("по заготовке joom, не со слов магазина"));
    assert_eq!(protection(&["--extend", "14"])["until"], json!("2026-12-30"));
    home.prepare(&["undo"]);
    assert_eq!(home.json(&["show", "1", "--json"])["protected_until"], json!("2026-12-16"));
    assert_eq!(protection(&["--protected-until", "none"]), json!(null));
}

#[test]
fn of_several_orders_one_has_to_be_named() {
    let home = TestHome::new();
    home.prepare(&["add", "RA123456785RU", "--order", "A", "--order", "B"]);
    let refused = home.run(&["edit", "1", "--ordered", "2026-11-01"]);
    assert!(refused.status == 2 && refused.stderr.contains("A, B"), "{refused:?}");
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
    assert!(home.stdout(&["show", "1"]).contains("until 2026-11-26: 10 days after the delivery, by the settings"));

    home.prepare(&["edit", "1", "--not-received"]);
    let missed = home.json(&["show", "1", "--json"]);
    assert_eq!((&missed["finished"], &missed["not_received"]), (&json!(false), &json!(true)));
    assert_eq!(missed["advice"]["situation"], json!("delivered_missing"));
    let steps = missed["advice"]["steps"].as_array().unwrap();
    assert!(steps.iter().any(|s| s["action"] == "open_dispute" && s["until"] == "2026-11-24"), "{steps:?}");
    assert!(home.stdout(&["list"]).contains("you have not received it"));

    home.prepare(&["edit", "1", "--received", "2026-11-18"]);
    let confirmed = home.json(&["show", "1", "--json"]);
    assert_eq!((&confirmed["finished"], &confirmed["not_received"]), (&json!(true), &json!(false)));
    assert_eq!(confirmed["after_delivery"], json!({"since": "2026-11-18", "until": "2026-11-28", "confirmed": true}));
}

#[test]
fn a_number_that_an_order_waited_for_is_not_called_known_before() {
    let home = TestHome::new();
    home.prepare(&["add", "--order", "8190"]);
    let listed = home.stdout(&["list"]);
    assert!(listed.starts_with("1  8190  "), "without title and number it is known by its order: {listed}");
    let joined = home.run(&["add", "LP00620966542870", "--order", "8190"]);
    assert!(joined.stderr.contains("now belongs to parcel 1, which waited for it"), "{joined:?}");
    let again = home.run(&["add", "LP00620966542870", "--order", "8190"]);
    assert!(again.stderr.contains("is already in parcel 1"), "{again:?}");
}
