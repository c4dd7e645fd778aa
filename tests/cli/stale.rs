//! How long one parcel may be silent.

use insta::assert_snapshot;
use serde_json::Value;

use crate::test_home::TestHome;

const NUMBER: &str = "RA123456785RU";

/// A parcel that has been silent for twelve days.
pub fn silent() -> TestHome {
    let home = TestHome::new();
    home.prepare(&["add", NUMBER, "--title", "Lamp"]);
    home.prepare(&["event", "1", "Left the country", "--at", "2026-11-08 10:00", "--status", "in_transit"]);
    home
}

pub fn shown(home: &TestHome) -> Value {
    home.json(&["show", "1", "--json"])
}

#[test]
fn a_parcel_has_its_own_days_of_silence_and_gives_them_up_again() {
    let home = silent();
    let parcel = shown(&home);
    assert_eq!(
        (&parcel["silent_days"], &parcel["stale"], &parcel["stale_after_days"]),
        (&12.into(), &true.into(), &7.into())
    );
    home.prepare(&["edit", "1", "--stale-after", "20"]);
    let parcel = shown(&home);
    assert_eq!(
        (&parcel["stale"], &parcel["stale_after_days"], &parcel["advice"]),
        (&false.into(), &20.into(), &Value::Null)
    );
    assert_snapshot!(home.transcript(&[&["show", "1"], &["list", "--stale"]]), @"
    $ posylka show 1
    stdout:
    Lamp
    Id            1
    Numbers       RA123456785RU
    Status        on the way — Left the country (user)
    No news for   12 d, stuck after 20 d (this one)
    Normal up to  20 days, set for this parcel

    user  RA123456785RU

    2026-11-08 10:00  Left the country  user
    status: 0

    $ posylka list --stale
    stderr:
    No parcel matches.
    status: 0
    ");
    home.prepare(&["edit", "1", "--stale-after", "11"]);
    let advice = &shown(&home)["advice"];
    assert_eq!((&advice["situation"], &advice["severity"]), (&"stuck_in_transit".into(), &"act".into()));
    home.prepare(&["undo"]);
    assert_eq!(shown(&home)["stale_after_days"], 20);
    for word in ["default", ""] {
        home.prepare(&["edit", "1", "--stale-after", "30"]);
        home.prepare(&["edit", "1", "--stale-after", word]);
        assert_eq!(shown(&home)["stale_after_days"], 7, "{word}");
    }
}

/// So many delivered parcels, each silent on the way for one day more than the one before, from two days on.
fn experienced(parcels: u32) -> TestHome {
    let home = silent();
    for n in 0..parcels {
        let number = format!("LP0062096654000{n}");
        home.prepare(&["add", &number]);
        home.prepare(&["event", &number, "Left", "--at", "2026-10-01 10:00", "--status", "in_transit"]);
        let day = format!("2026-10-0{} 12:00", 3 + n);
        home.prepare(&["event", &number, "Here", "--at", &day, "--status", "delivered"]);
    }
    home
}

#[test]
fn an_order_without_a_number_is_stale_by_days_of_its_own_and_rises() {
    let home = TestHome::new();
    home.prepare(&["add", "--order", "8150000000000002", "--title", "Teapot", "--ordered", "2026-11-14"]);
    home.prepare(&["add", NUMBER, "--title", "Lamp"]);
    home.prepare(&["event", "2", "Left the country", "--at", "2026-11-14 10:00", "--status", "in_transit"]);
    let stale = |home: &TestHome| {
        let all = home.json(&["list", "--stale", "--json"]);
        all.as_array().unwrap().iter().map(|p| p["title"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    let teapot = shown(&home);
    assert_eq!((&teapot["silent_days"], &teapot["stale_after_days"]), (&6.into(), &5.into()));
    assert_eq!((&teapot["stale"], &teapot["advice"]["severity"]), (&true.into(), &"act".into()));
    assert_eq!(stale(&home), ["Teapot"], "the other one has seven days");
    assert_eq!(home.json(&["list", "--json"])[0]["title"], "Teapot", "it rises");
    assert_snapshot!(home.run(&["export", "--format", "csv"]), @"
    stdout:
    id,title,number,numbers,status,sub_status,status_text,carrier,origin,destination,last_event_at,last_event,last_place,silent_days,stale,finished,archived,eta_from,eta_to,protected_until,protection_preset,shop,orders,tags,note,added_at,checked_at
    1,Teapot,,,,,,,,,,,,6,true,false,false,,,,,,8150000000000002,,,2026-11-20T12:00:00Z,
    2,Lamp,RA123456785RU,RA123456785RU,in_transit,other,Left the country,,,,2026-11-14T10:00:00,Left the country,,6,false,false,false,,,,,,,,,2026-11-20T12:00:00Z,
    status: 0
    ");
    home.prepare(&["edit", "1", "--stale-after", "20"]);
    assert_eq!((stale(&home).len(), &shown(&home)["stale_after_days"]), (0, &20.into()), "its own days win");
    home.prepare(&["edit", "1", "--stale-after", "default"]);
    home.configure("[stale]\nno_number = 6\n");
    assert_eq!((stale(&home).len(), &shown(&home)["advice"]), (0, &Value::Null));
    home.prepare(&["edit", "1", "--number", "LP00620966542870"]);
    assert_eq!(shown(&home)["stale_after_days"], 7, "its number came");
}

#[test]
fn delivered_parcels_tell_how_much_silence_is_normal() {
    let home = experienced(4);
    let few = shown(&home);
    let usual = serde_json::json!({"from": 2, "to": 5, "parcels": 4, "lane": "all"});
    let wanted = serde_json::json!({"stage": "in_transit", "normal_days": 7, "basis": "default", "usual": usual});
    assert_eq!(few["silence"], wanted);
    assert_snapshot!(home.run(&["show", "1"]), @"
    stdout:
    Lamp
    Id            1
    Numbers       RA123456785RU
    Status        on the way — Left the country (user)
    No news for   12 d, stuck
    Normal up to  7 days

    12 days without news on the way (normal: up to 7 days).
    → Ask more sources (Cainiao): on, but not asked about it yet [posylka sync RA123456785RU]
    → Look it up on 17TRACK, Track24: others may know more
        17TRACK  https://t.17track.net/en#nums=RA123456785RU
        Track24  https://track24.ru/?code=RA123456785RU
    → Write to the seller: no news for too long [posylka message RA123456785RU]

    user  RA123456785RU

    2026-11-08 10:00  Left the country  user
    status: 0
    ");
    let home = experienced(6);
    let usual = serde_json::json!({"from": 2, "to": 7, "parcels": 6, "lane": "all"});
    let wanted = serde_json::json!({"stage": "in_transit", "normal_days": 7, "basis": "experience", "usual": usual});
    assert_eq!(shown(&home)["silence"], wanted);
    assert_eq!(shown(&home)["stale_after_days"], 7, "the setting is another thing");
    assert_snapshot!(home.run(&["show", "1"]), @"
    stdout:
    Lamp
    Id            1
    Numbers       RA123456785RU
    Status        on the way — Left the country (user)
    No news for   12 d, stuck
    Normal up to  7 days; usually 2-7 days, 6 delivered parcels

    12 days without news on the way (normal: up to 7 days; usually 2-7 days, 6 delivered parcels).
    → Ask more sources (Cainiao): on, but not asked about it yet [posylka sync RA123456785RU]
    → Look it up on 17TRACK, Track24: others may know more
        17TRACK  https://t.17track.net/en#nums=RA123456785RU
        Track24  https://track24.ru/?code=RA123456785RU
    → Write to the seller: no news for too long [posylka message RA123456785RU]

    user  RA123456785RU

    2026-11-08 10:00  Left the country  user
    status: 0
    ");
    home.prepare(&["edit", "1", "--stale-after", "9"]);
    assert_eq!(shown(&home)["silence"]["basis"], "parcel");
    assert_snapshot!(home.run(&["show", "1"]), @"
    stdout:
    Lamp
    Id            1
    Numbers       RA123456785RU
    Status        on the way — Left the country (user)
    No news for   12 d, stuck, stuck after 9 d (this one)
    Normal up to  9 days, set for this parcel

    12 days without news on the way (normal: up to 9 days, set for this parcel).
    → Ask more sources (Cainiao): on, but not asked about it yet [posylka sync RA123456785RU]
    → Look it up on 17TRACK, Track24: others may know more
        17TRACK  https://t.17track.net/en#nums=RA123456785RU
        Track24  https://track24.ru/?code=RA123456785RU
    → Write to the seller: no news for too long [posylka message RA123456785RU]

    user  RA123456785RU

    2026-11-08 10:00  Left the country  user
    status: 0
    ");
    assert_eq!(home.json(&["show", "LP00620966540001", "--json"])["silence"], Value::Null);
}

#[test]
fn what_cannot_be_is_refused_and_changes_nothing() {
    let home = silent();
    let before = shown(&home);
    assert_snapshot!(home.transcript(&[
        &["edit", "1", "--stale-after", "0"],
        &["edit", "1", "--stale-after", "366"],
        &["edit", "1", "--stale-after", "soon"],
        &["edit", "1", "--snooze", "2026-11-20"],
        &["edit", "1", "--snooze", "2026-01-01"],
        &["edit", "1", "--snooze", "0d"],
        &["edit", "1", "--snooze", "whenever"],
    ]), @r#"
    $ posylka edit 1 --stale-after 0
    stderr:
    posylka: "0" is not a number of days.
    hint: Write a number from 1 to 365, or "default".
    status: 2

    $ posylka edit 1 --stale-after 366
    stderr:
    posylka: "366" is not a number of days.
    hint: Write a number from 1 to 365, or "default".
    status: 2

    $ posylka edit 1 --stale-after soon
    stderr:
    posylka: "soon" is not a number of days.
    hint: Write a number from 1 to 365, or "default".
    status: 2

    $ posylka edit 1 --snooze 2026-11-20
    stderr:
    posylka: "2026-11-20" is not a date in the future.
    hint: Write it as 2026-12-31, 31.12 or 7d; "none" wakes the parcel.
    status: 2

    $ posylka edit 1 --snooze 2026-01-01
    stderr:
    posylka: "2026-01-01" is not a date in the future.
    hint: Write it as 2026-12-31, 31.12 or 7d; "none" wakes the parcel.
    status: 2

    $ posylka edit 1 --snooze 0d
    stderr:
    posylka: "0d" is not a date in the future.
    hint: Write it as 2026-12-31, 31.12 or 7d; "none" wakes the parcel.
    status: 2

    $ posylka edit 1 --snooze whenever
    stderr:
    posylka: "whenever" is not a day.
    hint: Write it as 2026-12-31, 31.12 or 7d; "none" wakes the parcel.
    status: 2
    "#);
    assert_eq!(shown(&home), before);
}
