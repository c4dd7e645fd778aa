//! Orders without a number, their days, and how long they are protected.

use serde_json::json;

use crate::house::House;

#[test]
fn an_order_without_a_number_is_listed_asked_about_nowhere_and_goes_on_with_its_number() {
    let house = House::new();
    let added = house.run(&["add", "--order", "8150000000000001", "--title", "USB hub", "--ordered", "2026-11-17"]);
    assert_eq!((added.code, added.out.as_str()), (0, "1\n"), "{added:?}");
    assert!(added.talk.contains("--number"), "{added:?}");
    let parcel = &house.json(&["list", "--json"])[0];
    assert_eq!((&parcel["status"], &parcel["number"], &parcel["numbers"]), (&json!(null), &json!(null), &json!([])));
    assert_eq!((&parcel["silent_days"], &parcel["advice"]), (&json!(3), &json!(null)), "three days are normal");
    assert_eq!(parcel["order_details"][0]["ordered_on"], json!("2026-11-17"));
    assert!(house.out(&["list"]).contains("no number yet"));
    assert!(house.out(&["list", "--lang", "ru"]).contains("номера ещё нет"));
    let late = house.json(&["show", "8150000000000001", "--json", "--now", "2026-11-23T12:00:00Z"]);
    assert_eq!(late["advice"]["situation"], json!("no_number_yet"));
    assert_eq!(late["advice"]["steps"][0]["action"], json!("ask_seller"));

    for command in [&["barcode", "1"][..], &["event", "1", "sent"]] {
        let refused = house.run(command);
        assert!(refused.code == 1 && refused.talk.contains("no track number yet"), "{refused:?}");
    }
    let synced = house.run(&["sync", "1"]);
    assert!(synced.code == 0 && synced.talk.contains("no track number yet"), "{synced:?}");
    assert_eq!(house.run(&["evidence", "1", "-o", "pack.zip"]).code, 0);

    house.out(&["note", "1", "the blue one"]);
    house.out(&["edit", "8150000000000001", "--add-number", "LP00620966542870"]);
    let parcel = house.json(&["show", "LP00620966542870", "--json"]);
    assert_eq!(
        (&parcel["id"], &parcel["title"], &parcel["note"]),
        (&json!(1), &json!("USB hub"), &json!("the blue one"))
    );
    assert_eq!(parcel["orders"], json!(["8150000000000001"]));
    house.out(&["undo"]);
    assert_eq!(house.json(&["show", "1", "--json"])["number"], json!(null));
}

#[test]
fn nothing_to_add_and_days_that_are_none_change_nothing() {
    let house = House::new();
    let nothing = house.run(&["add"]);
    assert!(nothing.code == 2 && nothing.talk.contains("--order"), "{nothing:?}");
    for (flag, value) in [("--ordered", "2027-01-01"), ("--shipped", "soon"), ("--protected-until", "aliexpress")] {
        let refused = house.run(&["add", "--title", "x", flag, value]);
        assert_eq!(refused.code, 2, "{flag} {value}: {refused:?}");
    }
    assert_eq!(house.json(&["list", "--json"]), json!([]));
    house.out(&["add", "RA123456785RU"]);
    let refused = house.run(&["edit", "1", "--extend", "14"]);
    assert!(refused.code == 1 && refused.talk.contains("no protection"), "{refused:?}");
}

#[test]
fn the_protection_is_counted_extended_and_marked_where_it_is_assumed() {
    let house = House::new();
    house.configure("[protection.presets.joom]\ndays = 45\nfrom = \"ordered\"\n");
    house.out(&["add", "RA123456785RU", "--order", "A", "--ordered", "2026-11-01", "--shipped", "05.11"]);
    let protection = |args: &[&str]| {
        let edited = house.run(&[&["edit", "1"], args].concat());
        assert_eq!(edited.code, 0, "{edited:?}");
        house.json(&["show", "1", "--json"])["protection"].clone()
    };
    assert_eq!(protection(&["--protected-until", "+75"])["until"], json!("2027-01-19"));
    let preset = protection(&["--protected-until", "joom"]);
    assert_eq!((&preset["until"], &preset["preset"]), (&json!("2026-12-16"), &json!("joom")));
    assert_eq!((&preset["days_left"], &preset["dispute_by"]), (&json!(26), &json!("2026-12-14")));
    assert!(house.out(&["show", "1"]).contains("2026-12-16, by the preset joom, not told by the shop"));
    assert!(house.out(&["show", "1", "--lang", "ru"]).contains("по заготовке joom, не со слов магазина"));
    assert_eq!(protection(&["--extend", "14"])["until"], json!("2026-12-30"));
    house.out(&["undo"]);
    assert_eq!(house.json(&["show", "1", "--json"])["protected_until"], json!("2026-12-16"));
    assert_eq!(protection(&["--protected-until", "none"]), json!(null));
}

#[test]
fn of_several_orders_one_has_to_be_named() {
    let house = House::new();
    house.out(&["add", "RA123456785RU", "--order", "A", "--order", "B"]);
    let refused = house.run(&["edit", "1", "--ordered", "2026-11-01"]);
    assert!(refused.code == 2 && refused.talk.contains("A, B"), "{refused:?}");
    house.out(&["edit", "1", "--order", "B", "--ordered", "2026-11-01"]);
    let orders = house.json(&["show", "1", "--json"])["order_details"].clone();
    assert_eq!((&orders[0]["ordered_on"], &orders[1]["ordered_on"]), (&json!(null), &json!("2026-11-01")));
}

#[test]
fn after_the_delivery_a_dispute_can_be_opened_for_the_days_that_are_set() {
    let house = House::new();
    house.configure("after_delivery_days = 10\n");
    house.out(&["add", "RA123456785RU", "--order", "A", "--shop", "AliExpress"]);
    house.out(&["event", "1", "handed over to me", "--at", "2026-11-16", "--status", "delivered"]);
    let shown = house.json(&["show", "1", "--json"]);
    assert_eq!(shown["after_delivery"], json!({"since": "2026-11-16", "until": "2026-11-26", "confirmed": false}));
    assert_eq!((&shown["finished"], &shown["advice"]), (&json!(true), &json!(null)));
    assert!(house.out(&["show", "1"]).contains("until 2026-11-26: 10 days after the delivery, by the settings"));

    house.out(&["edit", "1", "--not-received"]);
    let missed = house.json(&["show", "1", "--json"]);
    assert_eq!((&missed["finished"], &missed["not_received"]), (&json!(false), &json!(true)));
    assert_eq!(missed["advice"]["situation"], json!("delivered_missing"));
    let steps = missed["advice"]["steps"].as_array().unwrap();
    assert!(steps.iter().any(|s| s["action"] == "open_dispute" && s["until"] == "2026-11-24"), "{steps:?}");
    assert!(house.out(&["list"]).contains("you have not received it"));

    house.out(&["edit", "1", "--received", "2026-11-18"]);
    let confirmed = house.json(&["show", "1", "--json"]);
    assert_eq!((&confirmed["finished"], &confirmed["not_received"]), (&json!(true), &json!(false)));
    assert_eq!(confirmed["after_delivery"], json!({"since": "2026-11-18", "until": "2026-11-28", "confirmed": true}));
}

#[test]
fn a_number_that_an_order_waited_for_is_not_called_known_before() {
    let house = House::new();
    house.out(&["add", "--order", "8190"]);
    let listed = house.out(&["list"]);
    assert!(listed.starts_with("1  8190  "), "without title and number it is known by its order: {listed}");
    let joined = house.run(&["add", "LP00620966542870", "--order", "8190"]);
    assert!(joined.talk.contains("now belongs to parcel 1, which waited for it"), "{joined:?}");
    let again = house.run(&["add", "LP00620966542870", "--order", "8190"]);
    assert!(again.talk.contains("is already in parcel 1"), "{again:?}");
}
