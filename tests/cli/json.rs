//! The JSON that scripts rely on: every field there, in its shape.

use insta::assert_snapshot;
use serde_json::{Value, json};

use crate::test_home::TestHome;

#[test]
fn a_parcel_that_nobody_was_asked_about_has_every_field() {
    let home = TestHome::new();
    home.prepare(&["add", "RA123456785RU", "--title", "Lamp", "--order", "A", "--shop", "S", "--tag", "t"]);
    let mut wanted = json!({
        "id": 1, "title": "Lamp", "number": "RA123456785RU",
        "numbers": [{"number": "RA123456785RU", "role": "first", "formats": ["s10/s10"]}],
        "orders": ["A"], "shop": "S", "tags": ["t"], "note": null,
        "status": null, "sub_status": null, "status_text": null, "status_source": null,
        "origin": null, "destination": null, "carrier": null, "last_event": null,
        "changed_at": null, "checked_at": null, "next_check_at": null,
        "silent_days": 0, "stale": false, "stale_after_days": 7, "snoozed_until": null,
        "finished": false, "archived": false,
        "eta": null, "protected_until": null, "protection": null, "after_delivery": null,
        "order_details": [{"code": "A", "shop": "S", "title": null, "ordered_on": null, "shipped_on": null,
                           "received_on": null, "expected_on": null, "protected_until": null, "preset": null}],
        "not_received": false, "sources": [], "advice": null,
    });
    wanted["storage"] = Value::Null;
    wanted["forecast"] = Value::Null;
    wanted["silence"] = json!({"stage": "no_first_scan", "normal_days": 10, "basis": "default", "usual": null});
    assert_eq!(home.json(&["list", "--json"]), json!([wanted]));
    let mut shown = wanted;
    shown["events"] = json!([]);
    shown["messages"] = json!([]);
    shown["named_days"] = json!([]);
    assert_eq!(home.json(&["show", "1", "--json"]), shown);
}

#[test]
fn an_empty_list_is_an_empty_array() {
    assert_eq!(TestHome::new().json(&["list", "--json"]), json!([]));
}

#[test]
fn silence_is_counted_from_the_day_it_was_added_and_made_stale_by_the_setting() {
    let home = TestHome::new();
    home.configure("stale_after_days = 3\n");
    home.prepare(&["add", "RA123456785RU"]);
    let at = |now: &str| {
        let list = home.json(&["list", "--json", "--now", now]);
        (list[0]["silent_days"].clone(), list[0]["stale"].clone(), list[0]["stale_after_days"].clone())
    };
    assert_eq!(at("2026-11-23T13:00:00Z"), (json!(3), json!(false), json!(3)));
    assert_eq!(at("2026-11-24T13:00:00+01:00"), (json!(4), json!(true), json!(3)));
}

#[test]
fn the_fields_come_in_the_documented_order() {
    let home = TestHome::new();
    home.prepare(&["add", "RA123456785RU"]);
    let text = home.stdout(&["show", "1", "--json"]);
    let at = |field: &str| text.find(&format!("\n  \"{field}\"")).unwrap();
    let order = ["id", "title", "number", "numbers", "orders", "status", "last_event", "silent_days", "eta", "events"];
    assert!(order.windows(2).all(|pair| at(pair[0]) < at(pair[1])), "{text}");
    assert!(serde_json::from_str::<Value>(&text).is_ok());
}

#[test]
fn advice_comes_by_itself_as_json_and_in_words() {
    let home = TestHome::new();
    home.configure("dispute_margin_days = 3\n[stale]\nno_first_scan = 12\n");
    home.prepare(&["add", "RA123456785RU", "--protected-until", "2026-12-10"]);
    let show = |now: &str| home.json(&["show", "1", "--json", "--now", now])["advice"].take();
    assert_eq!(show("2026-11-21T12:00:00Z"), json!(null));
    let wanted = json!({
        "situation": "nobody_asked", "severity": "act", "steps": [
            {"action": "check_now", "reason": "never_asked", "until": null, "about": null, "links": []},
            {"action": "open_dispute", "reason": "protection_ends", "until": "2026-12-07", "about": null, "links": []},
        ],
    });
    assert_eq!(show("2026-12-02T12:00:00Z"), wanted);
    assert_eq!(home.json(&["list", "--json", "--now", "2026-12-02T12:00:00Z"])[0]["advice"], wanted);
    assert_snapshot!(home.run(&["show", "1", "--now", "2026-12-02T12:00:00Z"]), @"
    stdout:
    RA123456785RU
    Id               1
    Numbers          RA123456785RU
    Status           not checked yet
    No news for      12 d, stuck
    Normal up to     12 days, your setting
    Protection ends  2026-12-10, a dispute by 2026-12-07

    No source has been asked about it yet.
    → Ask the sources now: no source has been asked yet [posylka sync RA123456785RU]
    → Open a dispute by 2026-12-07 (evidence): protection ends [posylka evidence RA123456785RU -o FILE.zip]

    No events yet.
    status: 0
    ");
}
