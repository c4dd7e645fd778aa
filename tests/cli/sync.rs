//! Asking: what comes back is kept and shown, what fails is named.

use crate::carrier::Carrier;
use crate::house::{House, ended};

const NUMBER: &str = "LP00620966542870";

#[test]
fn add_sync_show() {
    let (house, carrier) = (House::new(), Carrier::at_customs());
    carrier.serve(&house);
    house.out(&["add", NUMBER, "--title", "USB hub"]);
    let synced = house.run(&["sync"]);
    assert_eq!(synced.code, 0, "{synced:?}");
    assert!(synced.out.contains("USB hub") && synced.out.contains("Arrived at customs"), "{synced:?}");
    assert!(synced.talk.contains(&format!("1/1 cainiao {NUMBER}: answered")), "{synced:?}");
    let shown = house.out(&["show", NUMBER]);
    assert!(shown.contains("2026-11-06 10:31") && shown.contains("at customs") && shown.contains("CN → RU"), "{shown}");
    let parcel = house.json(&["show", NUMBER, "--json"]);
    assert_eq!(parcel["status"], "in_transit");
    assert_eq!(parcel["silent_days"], 14);
    assert_eq!(parcel["stale"], true);
    assert_eq!(parcel["sources"][0]["outcome"], "answered");
    assert_eq!(parcel["events"][0]["time"]["instant"], "2026-11-06T07:31:00Z");
    assert_eq!(parcel["events"][0]["time"]["offset"], "+03:00");
    assert_eq!(parcel["events"][0]["sources"], serde_json::json!(["cainiao"]));
    assert_eq!(parcel["last_event"], parcel["events"][0]);
    assert_eq!(house.out(&["list", "--stale"]).lines().count(), 1);
    assert!(house.out(&["sources", "--last-answer", "cainiao"]).contains("mailNoSource"));
}

#[test]
fn what_is_not_due_is_not_asked_again() {
    let (house, carrier) = (House::new(), Carrier::at_customs());
    carrier.serve(&house);
    house.out(&["add", NUMBER]);
    let first = house.json(&["sync", "--json"]);
    assert_eq!(first["checked"], 1);
    assert_eq!(first["changed"][0]["number"], NUMBER);
    let second = house.json(&["sync", "--json"]);
    assert_eq!(second, serde_json::json!({"checked": 0, "changed": [], "failures": [], "paused": []}));
    assert_eq!(carrier.asked(), 1);
}

#[test]
fn a_failing_source_is_named_and_the_rest_is_done() {
    let (house, carrier) = (House::new(), Carrier::failing(403));
    carrier.serve(&house);
    house.out(&["add", NUMBER]);
    let synced = house.run(&["sync", "--json"]);
    assert_eq!(synced.code, 3, "{synced:?}");
    assert!(synced.talk.contains("cainiao") && synced.talk.contains("blocks us"), "{synced:?}");
    let report: serde_json::Value = serde_json::from_str(&synced.out).unwrap();
    assert_eq!(report["failures"][0]["outcome"], "blocked");
    assert_eq!(report["failures"][0]["number"], NUMBER);
    assert_eq!(report["paused"][0]["source"], "cainiao");
    let parcel = house.json(&["show", NUMBER, "--json"]);
    assert_eq!(parcel["status"], serde_json::Value::Null);
    assert_eq!(parcel["sources"][0]["outcome"], "blocked");
    assert_eq!(house.run(&["sync"]).code, 0, "a source that is left alone is not due");
    let named = house.run(&["sync", NUMBER, "--now", "2026-11-20T13:00:00Z"]);
    assert_eq!(named.code, 3, "{named:?}");
    assert!(named.talk.contains("cainiao is left alone until"), "{named:?}");
    let sources = house.json(&["sources", "--json"]);
    assert_eq!(sources[0]["last_failure"]["outcome"], "blocked");
    assert!(sources[0]["paused_until"].is_string(), "{sources}");
    assert_eq!(sources[0]["next_allowed_at"], sources[0]["paused_until"], "{sources}");
}

#[test]
fn offline_asks_nobody() {
    let (house, carrier) = (House::new(), Carrier::at_customs());
    carrier.serve(&house);
    house.out(&["add", NUMBER]);
    for command in [house.command(&["sync", "--offline"]), {
        let mut command = house.command(&["sync", "--force"]);
        command.env("POSYLKA_OFFLINE", "1");
        command
    }] {
        let mut command = command;
        let synced = ended(&mut command);
        assert_eq!(synced.code, 0);
        assert!(synced.talk.contains("nobody was asked"), "{synced:?}");
    }
    assert_eq!(carrier.asked(), 0);
}

#[test]
fn two_programs_at_once_ask_once_and_both_end_well() {
    let (house, carrier) = (House::new(), Carrier::at_customs());
    carrier.serve(&house);
    house.out(&["add", NUMBER, "RA123456785RU"]);
    let codes: Vec<i32> = std::thread::scope(|scope| {
        let runs: Vec<_> = (0..4).map(|_| scope.spawn(|| house.run(&["sync"]).code)).collect();
        runs.into_iter().map(|run| run.join().unwrap()).collect()
    });
    assert_eq!(codes, [0; 4]);
    assert_eq!(carrier.asked(), 1);
    assert_eq!(house.json(&["show", NUMBER, "--json"])["status"], "in_transit");
}
