//! How long a parcel is protected, and how long after its delivery a dispute can be opened.

use insta::assert_snapshot;
use serde_json::json;

use crate::test_home::TestHome;

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
    No news for      15 d, stuck
    Normal up to     10 days
    Protection ends  2026-12-16, by the preset joom, not told by the shop, a dispute by 2026-12-14
    Orders           A, ordered 2026-11-01, shipped 2026-11-05

    No source has been asked about it yet.
    → Ask the sources now: no source has been asked yet [posylka sync RA123456785RU]
    → Open a dispute by 2026-12-14 (evidence): protection ends [posylka evidence RA123456785RU -o FILE.zip]

    No events yet.
    status: 0

    $ posylka show 1 --lang ru
    stdout:
    RA123456785RU
    Id            1
    Номера        RA123456785RU
    Состояние     ещё не проверялась
    Без новостей  15 дн., застряла
    Норма         10 дней
    Защита до     2026-12-16, по сроку «joom»; магазин этого не говорил, спор открыть до 2026-12-14
    Заказы        A, заказано 2026-11-01, отправлено 2026-11-05

    О ней ещё не спрашивали ни один источник.
    → Спросить источники сейчас: ещё никого не спрашивали [posylka sync RA123456785RU]
    → Открыть спор до 2026-12-14 (доказательства): защита заканчивается [posylka evidence RA123456785RU -o FILE.zip]

    Событий пока нет.
    status: 0
    ");
    assert_eq!(protection(&["--extend", "14"])["until"], json!("2026-12-30"));
    home.prepare(&["undo"]);
    assert_eq!(home.json(&["show", "1", "--json"])["protected_until"], json!("2026-12-16"));
    assert_eq!(protection(&["--protected-until", "none"]), json!(null));
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
    Id           1
    Numbers      RA123456785RU
    Status       delivered — handed over to me (user)
    No news for  4 d
    Dispute      until 2026-11-26: 10 days after the delivery, by the settings
    Shop         AliExpress
    Orders       A

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
