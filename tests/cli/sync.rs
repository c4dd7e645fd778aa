//! Asking: what comes back is kept and shown, what fails is named.

use insta::assert_snapshot;

use crate::carrier::Carrier;
use crate::test_home::TestHome;

const NUMBER: &str = "LP00620966542870";

/// A home with a parcel whose source knows that it is at customs.
fn parcel_at_customs() -> (TestHome, Carrier) {
    let (home, carrier) = (TestHome::new(), Carrier::at_customs());
    carrier.serve(&home);
    home.prepare(&["add", NUMBER, "--title", "USB hub"]);
    (home, carrier)
}

#[test]
fn what_changed_is_printed_and_shown() {
    let (home, _carrier) = parcel_at_customs();
    assert_snapshot!(home.transcript(&[&["sync"], &["show", NUMBER], &["list", "--stale"]]), @"
    $ posylka sync
    stdout:
    USB hub  at customs: 2026-11-06 10:31 Arrived at customs
    stderr:
    1/1 cainiao LP00620966542870: answered
    1 check, 1 parcel changed, 0 failed.
    status: 0

    $ posylka show LP00620966542870
    stdout:
    USB hub
    Id            1
    Numbers       LP00620966542870
    Status        at customs — Arrived at customs (cainiao)
    Route         CN → RU
    No news for   14 d, stuck
    Normal up to  10 days
    Checked       2026-11-20 12:00
    Next check    2026-11-20 21:15

    14 days without news at customs (normal: up to 10 days).
    → Write to Russian Post: no news for too long [posylka message LP00620966542870]
    → Write to the seller: no news for too long [posylka message LP00620966542870]
    → Ask more sources (17TRACK, Track24, Ship24): off, or without a key [posylka sources]
    → Look it up on 17TRACK, Track24, Russian Post: others may know more
        17TRACK  https://t.17track.net/en#nums=LP00620966542870
        Track24  https://track24.ru/?code=LP00620966542870
        Russian Post  https://www.pochta.ru/tracking?barcode=LP00620966542870

    cainiao  LP00620966542870  2026-11-20 12:00  answered

    2026-11-06 10:31  Arrived at customs          Внуково  cainiao
    2026-11-04 13:23  Arrived at linehaul office  Внуково  cainiao
    status: 0

    $ posylka list --stale
    stdout:
    1  USB hub  LP00620966542870  at customs  14 d  stuck
    status: 0
    ");
}

#[test]
fn the_answer_is_kept_as_it_came() {
    let (home, _carrier) = parcel_at_customs();
    home.prepare(&["sync"]);
    assert_snapshot!(home.run(&["sources", "--last-answer", "cainiao"]), @r#"
    stdout:
    {"module":[{"destCountry":"Russian Federation","detailList":[{"actionCode":"CC_HO_IN_SUCCESS","desc":"[Внуково] Arrived at customs","descTitle":"Carrier note:","standerdDesc":"[Внуково] Arrived at customs","time":1793932260000,"timeStr":"2026-11-06 10:31:00","timeZone":"GMT+3"},{"actionCode":"LH_ARRIVE","desc":"[Внуково] Arrived at linehaul office","descTitle":"Carrier note:","standerdDesc":"[Внуково] Arrived at linehaul office","time":1793769780000,"timeStr":"2026-11-04 13:23:00","timeZone":"GMT+3"}],"mailNo":"LP00620966542870","mailNoSource":"AE","originCountry":"Mainland China","status":"CLEAR_CUSTOMS","statusDesc":"In customs"}],"success":true}[no line break]
    status: 0
    "#);
}

#[test]
fn events_have_their_instant_and_their_source_in_json() {
    let (home, _carrier) = parcel_at_customs();
    home.prepare(&["sync"]);
    let parcel = home.json(&["show", NUMBER, "--json"]);
    assert_eq!(parcel["status"], "in_transit");
    assert_eq!(parcel["silent_days"], 14);
    assert_eq!(parcel["stale"], true);
    assert_eq!(parcel["sources"][0]["outcome"], "answered");
    assert_eq!(parcel["events"][0]["time"]["instant"], "2026-11-06T07:31:00Z");
    assert_eq!(parcel["events"][0]["time"]["offset"], "+03:00");
    assert_eq!(parcel["events"][0]["sources"], serde_json::json!(["cainiao"]));
    assert_eq!(parcel["last_event"], parcel["events"][0]);
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
    assert_eq!(second, serde_json::json!({"checked": 0, "changed": [], "failures": [], "paused": [], "unasked": []}));
    assert_eq!(carrier.asked(), 1);
}

fn parcel_of_a_failing_source() -> (TestHome, Carrier) {
    let (home, carrier) = (TestHome::new(), Carrier::failing(403));
    carrier.serve(&home);
    home.prepare(&["add", NUMBER]);
    (home, carrier)
}

#[test]
fn a_failing_source_is_named_and_left_alone_for_a_while() {
    let (home, _carrier) = parcel_of_a_failing_source();
    assert_snapshot!(home.transcript(&[
        &["sync", "--json"],
        &["sync"],
        &["sync", NUMBER, "--now", "2026-11-20T13:00:00Z"],
        &["show", NUMBER],
    ]), @r#"
    $ posylka sync --json
    stdout:
    {
      "checked": 1,
      "changed": [],
      "failures": [
        {
          "source": "cainiao",
          "number": "LP00620966542870",
          "outcome": "refused",
          "detail": "HTTP 403"
        }
      ],
      "paused": [
        {
          "source": "cainiao",
          "outcome": "refused",
          "until": "2026-11-20T16:00:00Z"
        }
      ],
      "unasked": []
    }
    stderr:
    1/1 cainiao LP00620966542870: refuses to answer (HTTP 403)
    1 check, 0 parcels changed, 1 failed.
    cainiao is left alone until 2026-11-20 16:00: refuses to answer (HTTP 403).
      cainiao LP00620966542870: refuses to answer (HTTP 403)
    status: 3

    $ posylka sync
    stderr:
    0 checks, 0 parcels changed, 0 failed.
    Nobody is to be asked before 2026-11-20 16:00.
    status: 0

    $ posylka sync LP00620966542870 --now 2026-11-20T13:00:00Z
    stderr:
    0 checks, 0 parcels changed, 0 failed.
    cainiao is left alone until 2026-11-20 16:00: refuses to answer (HTTP 403).
    status: 3

    $ posylka show LP00620966542870
    stdout:
    LP00620966542870
    Id            1
    Numbers       LP00620966542870
    Status        not checked yet
    No news for   0 d
    Normal up to  10 days
    Checked       2026-11-20 12:00
    Next check    2026-11-20 16:00

    No source can be asked now: Cainiao turns us away.
    → Wait for Cainiao until 2026-11-20: this usually clears up by itself [posylka sync LP00620966542870]
    → Look it up on Cainiao, 17TRACK, Track24: others may know more
        Cainiao  https://global.cainiao.com/newDetail.htm?mailNoList=LP00620966542870
        17TRACK  https://t.17track.net/en#nums=LP00620966542870
        Track24  https://track24.ru/?code=LP00620966542870

    cainiao  LP00620966542870  2026-11-20 12:00  refuses to answer (HTTP 403)

    No events yet.
    status: 0
    "#);
}

#[test]
fn a_failure_stands_in_the_json_of_the_parcel_and_of_the_source() {
    let (home, _carrier) = parcel_of_a_failing_source();
    assert_eq!(home.run(&["sync"]).status, 3);
    let parcel = home.json(&["show", NUMBER, "--json"]);
    assert_eq!((&parcel["status"], &parcel["sources"][0]["outcome"]), (&serde_json::Value::Null, &"refused".into()));
    let sources = home.json(&["sources", "--json"]);
    assert_eq!(sources[0]["last_failure"]["outcome"], "refused");
    assert!(sources[0]["paused_until"].is_string(), "{sources}");
    assert_eq!(sources[0]["next_allowed_at"], sources[0]["paused_until"], "{sources}");
}

#[test]
fn offline_asks_nobody() {
    let (home, carrier) = parcel_at_customs();
    let by_flag = home.run(&["sync", "--offline"]);
    assert_snapshot!(by_flag, @"
    stderr:
    Offline: nobody was asked.
    0 checks, 0 parcels changed, 0 failed.
    status: 0
    ");
    let mut command = home.command(&["sync", "--force"]);
    assert_eq!(home.output_of(command.env("POSYLKA_OFFLINE", "1")), by_flag);
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

#[test]
fn a_pass_without_a_check_says_why() {
    let home = TestHome::new();
    home.configure("[sources.cainiao]\nenabled = false\n[sources.upu]\nenabled = false\n");
    assert_snapshot!(home.transcript(&[
        &["sync"],
        &["add", NUMBER],
        &["add", "RA123456785RU", "--source", "dhl"],
        &["add", "RA123456775RU", "--source", "cainiao"],
        &["sync", "--force"],
    ]), @"
    $ posylka sync
    stderr:
    0 checks, 0 parcels changed, 0 failed.
    Nothing to ask about: no parcel under way has a tracking number.
    status: 0

    $ posylka add LP00620966542870
    stdout:
    1\tLP00620966542870\tcainiao/lp
    status: 0

    $ posylka add RA123456785RU --source dhl
    stdout:
    2\tRA123456785RU\ts10/s10
    stderr:
    dhl is not asked until [sources.dhl] has key: register at developer.dhl.com, create an app with \"Shipment Tracking - Unified\" and copy its API key.
    status: 0

    $ posylka add RA123456775RU --source cainiao
    stdout:
    3\tRA123456775RU
    stderr:
    RA123456775RU looks mistyped: as UPU S10 its check digit has to be 1. Added as it is. Perhaps RA123456771RU?
    cainiao is switched off and is not asked: set enabled = true in [sources.cainiao].
    status: 0

    $ posylka sync --force
    stderr:
    0 checks, 0 parcels changed, 0 failed.
    LP00620966542870: nobody is asked, since no source that is on takes such a number. `posylka sources` lists the others.
    RA123456785RU: nobody is asked, since it is pinned to dhl and that is not on.
    RA123456775RU: nobody is asked, since it is pinned to cainiao and that is not on.
    cainiao is switched off and is not asked: set enabled = true in [sources.cainiao].
    dhl is not asked until [sources.dhl] has key: register at developer.dhl.com, create an app with \"Shipment Tracking - Unified\" and copy its API key.
    status: 3
    ");
    let json = home.run(&["sync", "--force", "--json"]).stdout;
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(json["unasked"][1]["reason"], "pinned_off");
}

#[test]
fn what_is_not_due_says_from_when_on_it_is() {
    let (home, _carrier) = parcel_at_customs();
    home.prepare(&["sync"]);
    assert_snapshot!(home.run(&["sync"]), @"
    stderr:
    0 checks, 0 parcels changed, 0 failed.
    Nothing is due before 2026-11-20 21:15. To ask all the same: posylka sync --force
    status: 0
    ");
}
