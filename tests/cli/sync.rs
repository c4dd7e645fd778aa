//! Asking: what comes back is kept and shown, what fails is named.

use crate::carrier::Carrier;
use crate::test_home::TestHome;

const NUMBER: &str = "LP00620966542870";

#[test]
fn add_sync_show() {
    let (home, carrier) = (TestHome::new(), Carrier::at_customs());
    carrier.serve(&home);
    home.prepare(&["add", NUMBER, "--title", "USB hub"]);
    let synced = home.run(&["sync"]);
    assert_eq!(synced.status, 0, "{synced:?}");
    assert!(synced.stdout.contains("USB hub") && synced.stdout.contains("Arrived at customs"), "{synced:?}");
    assert!(synced.stderr.contains(&format!("1/1 cainiao {NUMBER}: answered")), "{synced:?}");
    let shown = home.stdout(&["show", NUMBER]);
    assert!(shown.contains("2026-11-06 10:31") && shown.contains("at customs") && shown.contains("CN → RU"), "{shown}");
    let parcel = home.json(&["show", NUMBER, "--json"]);
    assert_eq!(parcel["status"], "in_transit");
    assert_eq!(parcel["silent_days"], 14);
    assert_eq!(parcel["stale"], true);
    assert_eq!(parcel["sources"][0]["outcome"], "answered");
    assert_eq!(parcel["events"][0]["time"]["instant"], "2026-11-06T07:31:00Z");
    assert_eq!(parcel["events"][0]["time"]["offset"], "+03:00");
    assert_eq!(parcel["events"][0]["sources"], serde_json::json!(["cainiao"]));
    assert_eq!(parcel["last_event"], parcel["events"][0]);
    assert_eq!(home.stdout(&["list", "--stale"]).lines().count(), 1);
    assert!(home.stdout(&["sources", "--last-answer", "cainiao"]).contains("mailNoSource"));
}

#[test]
fn what_is_not_due_is_not_asked_again() {
    let (home, carrier) = (TestHome::new(), Carrier::at_customs());
    carrier.serve(&home);
    home.prepare(&["add", NUMBER]);
    let first = home.json(&["sync", "--json"]);
    assert_eq!(first["checked"], 1);
    assert_eq!(first["changed"][0]["number"], NUMBER);
    let second = home.json(&["sync", "--json"]);
    assert_eq!(second, serde_json::json!({"checked": 0, "changed": [], "failures": [], "paused": []}));
    assert_eq!(carrier.asked(), 1);
}

#[test]
fn a_failing_source_is_named_and_the_rest_is_done() {
    let (home, carrier) = (TestHome::new(), Carrier::failing(403));
    carrier.serve(&home);
    home.prepare(&["add", NUMBER]);
    let synced = home.run(&["sync", "--json"]);
    assert_eq!(synced.status, 3, "{synced:?}");
    assert!(synced.stderr.contains("cainiao") && synced.stderr.contains("blocks us"), "{synced:?}");
    let report: serde_json::Value = serde_json::from_str(&synced.stdout).unwrap();
    assert_eq!(report["failures"][0]["outcome"], "blocked");
    assert_eq!(report["failures"][0]["number"], NUMBER);
    assert_eq!(report["paused"][0]["source"], "cainiao");
    let parcel = home.json(&["show", NUMBER, "--json"]);
    assert_eq!(parcel["status"], serde_json::Value::Null);
    assert_eq!(parcel["sources"][0]["outcome"], "blocked");
    assert_eq!(home.run(&["sync"]).status, 0, "a source that is left alone is not due");
    let named = home.run(&["sync", NUMBER, "--now", "2026-11-20T13:00:00Z"]);
    assert_eq!(named.status, 3, "{named:?}");
    assert!(named.stderr.contains("cainiao is left alone until"), "{named:?}");
    let sources = home.json(&["sources", "--json"]);
    assert_eq!(sources[0]["last_failure"]["outcome"], "blocked");
    assert!(sources[0]["paused_until"].is_string(), "{sources}");
    assert_eq!(sources[0]["next_allowed_at"], sources[0]["paused_until"], "{sources}");
}

#[test]
fn offline_asks_nobody() {
    let (home, carrier) = (TestHome::new(), Carrier::at_customs());
    carrier.serve(&home);
    home.prepare(&["add", NUMBER]);
    for command in [home.command(&["sync", "--offline"]), {
        let mut command = home.command(&["sync", "--force"]);
        command.env("POSYLKA_OFFLINE", "1");
        command
    }] {
        let mut command = command;
        let synced = home.output_of(&mut command);
        assert_eq!(synced.status, 0);
        assert!(synced.stderr.contains("nobody was asked"), "{synced:?}");
    }
    assert_eq!(carrier.asked(), 0);
}

#[test]
fn two_programs_at_once_ask_once_and_both_end_well() {
    let (home, carrier) = (TestHome::new(), Carrier::at_customs());
    carrier.serve(&home);
    home.prepare(&["add", NUMBER, "RA123456785RU"]);
    let codes: Vec<i32> = std::thread::scope(|scope| {
        let runs: Vec<_> = (0..4).map(|_| scope.spawn(|| home.run(&["sync"]).status)).collect();
        runs.into_iter().map(|run| run.join().unwrap()).collect()
    });
    assert_eq!(codes, [0; 4]);
    assert_eq!(carrier.asked(), 1);
    assert_eq!(home.json(&["show", NUMBER, "--json"])["status"], "in_transit");
}
