//! Leaving a parcel alone for a while.

use insta::assert_snapshot;
use serde_json::Value;

use crate::stale::{shown, silent};
use crate::test_home::TestHome;

#[test]
fn a_snoozed_parcel_is_quiet_until_its_day() {
    let home = silent();
    home.prepare(&["add", "LP00620966542870", "--title", "Hub"]);
    let first = |home: &TestHome| home.json(&["list", "--json"])[0]["title"].clone();
    assert_eq!(first(&home), "Lamp");
    home.prepare(&["edit", "1", "--snooze", "7d"]);
    let parcel = shown(&home);
    assert_eq!((&parcel["snoozed_until"], &parcel["stale"]), (&"2026-11-27".into(), &true.into()));
    assert_eq!(parcel["advice"]["severity"], "info");
    assert_eq!(parcel["advice"]["steps"][0]["action"], "wait");
    assert_eq!(parcel["advice"]["steps"][0]["reason"], "snoozed");
    assert_eq!(parcel["advice"]["steps"][0]["until"], "2026-11-27");
    assert_eq!(first(&home), "Hub", "it does not rise");
    assert_snapshot!(home.transcript(&[&["list"], &["show", "1"]]), @"
    $ posylka list
    stdout:
    2  Hub   LP00620966542870  not checked yet  0 d
    1  Lamp  RA123456785RU     on the way       12 d  snoozed until 2026-11-27
    status: 0

    $ posylka show 1
    stdout:
    Lamp
    Id             1
    Numbers        RA123456785RU
    Status         on the way — Left the country (user)
    No news for    12 d, stuck
    Normal up to   7 days
    Snoozed until  2026-11-27

    12 days without news on the way (normal: up to 7 days).
    → Wait until 2026-11-27 (snooze): you snoozed it [posylka edit RA123456785RU --snooze 2026-11-27]
    → Ask more sources (Cainiao): on, but not asked about it yet [posylka sync RA123456785RU]
    → Look it up on 17TRACK, Track24: others may know more
        17TRACK  https://t.17track.net/en#nums=RA123456785RU
        Track24  https://track24.ru/?code=RA123456785RU
    → Write to the seller: no news for too long [posylka message RA123456785RU]

    user  RA123456785RU

    2026-11-08 10:00  Left the country  user
    status: 0
    ");
    let later = home.json(&["--now", "2026-11-27T00:00:00Z", "show", "1", "--json"]);
    assert_eq!((&later["snoozed_until"], &later["advice"]["severity"]), (&Value::Null, &"act".into()));
    home.prepare(&["edit", "1", "--snooze", "none"]);
    assert_eq!(shown(&home)["snoozed_until"], Value::Null);
    home.prepare(&["undo"]);
    assert_eq!(shown(&home)["snoozed_until"], "2026-11-27");
}

#[test]
fn news_and_a_protection_that_ends_outweigh_a_snooze() {
    let home = silent();
    home.prepare(&["edit", "1", "--snooze", "2026-12-20", "--protected-until", "2026-12-01"]);
    assert_eq!(shown(&home)["advice"]["severity"], "info");
    let late = ["--now", "2026-11-27T12:00:00Z"];
    let parcel = home.json(&[late[0], late[1], "show", "1", "--json"]);
    assert_eq!((&parcel["snoozed_until"], &parcel["advice"]["severity"]), (&"2026-12-20".into(), &"urgent".into()));
    assert_snapshot!(home.run(&[late[0], late[1], "show", "1"]), @"
    stdout:
    Lamp
    Id               1
    Numbers          RA123456785RU
    Status           on the way — Left the country (user)
    No news for      19 d, stuck
    Normal up to     7 days
    Snoozed until    2026-12-20, but it cannot wait
    Protection ends  2026-12-01, a dispute by 2026-11-29

    19 days without news on the way (normal: up to 7 days).
    → Open a dispute by 2026-11-29 (evidence): protection ends [posylka evidence RA123456785RU -o FILE.zip]
    → Ask more sources (Cainiao): on, but not asked about it yet [posylka sync RA123456785RU]
    → Look it up on 17TRACK, Track24: others may know more
        17TRACK  https://t.17track.net/en#nums=RA123456785RU
        Track24  https://track24.ru/?code=RA123456785RU
    → Write to the seller: no news for too long [posylka message RA123456785RU]

    user  RA123456785RU

    2026-11-08 10:00  Left the country  user
    status: 0
    ");
    let later = ["--now", "2026-11-24T12:00:00Z"];
    home.prepare(&[later[0], later[1], "event", "1", "Arrived", "--at", "2026-11-24 10:00", "--status", "in_transit"]);
    assert_eq!(home.json(&[later[0], later[1], "show", "1", "--json"])["snoozed_until"], Value::Null);
}
