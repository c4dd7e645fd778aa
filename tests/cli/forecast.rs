//! `posylka forecast`: own parcels tell when one arrives, and how that came out.

use insta::assert_snapshot;
use serde_json::Value;

use crate::test_home::TestHome;

/// So many delivered parcels, the first shipped on 1 September and on its way for ten days, the next eight a day more each;
/// and one that was shipped on 17 November. It is the 20th.
fn home(delivered: i64) -> TestHome {
    let home = TestHome::new();
    let shipped = "2026-09-01".parse::<chrono::NaiveDate>().unwrap();
    for n in 0..delivered {
        let id = (n + 1).to_string();
        home.prepare(&["add", &format!("RA{:08}5RU", 10_000_000 + n)]);
        let day = |days: i64| format!("{} 10:00", shipped + chrono::TimeDelta::days(days));
        home.prepare(&["event", &id, "Accepted", "--at", &day(3 * n), "--status", "in_transit"]);
        home.prepare(&["event", &id, "Delivered", "--at", &day(3 * n + 10 + n % 9), "--status", "delivered"]);
    }
    home.prepare(&["add", "RA123456785RU", "--title", "Lamp"]);
    let id = (delivered + 1).to_string();
    home.prepare(&["event", &id, "Accepted", "--at", "2026-11-17 10:00", "--status", "in_transit"]);
    home
}

#[test]
fn nine_delivered_parcels_tell_and_eight_say_how_many_are_missing() {
    assert_snapshot!(home(8).transcript(&[&["forecast"]]), @r"
    $ posylka forecast
    stdout:
    Lamp  RA123456785RU  not yet: 1 more delivered parcel needed
    status: 0
    ");
    assert_snapshot!(home(9).transcript(&[&["forecast"], &["--lang", "ru", "forecast", "10"]]), @r"
    $ posylka forecast
    stdout:
    Lamp  RA123456785RU  2026-11-27 – 2026-12-05, 8 of 10 such parcels (9 of yours)  by 2026-12-05, 9 of 10
    status: 0

    $ posylka --lang ru forecast 10
    stdout:
    Lamp  RA123456785RU  2026-11-27 – 2026-12-05, 8 из 10 таких посылок (ваших 9)  до 2026-12-05, 9 из 10
    status: 0
    ");
}

#[test]
fn a_forecast_is_in_the_json_of_the_parcel() {
    let home = home(9);
    let forecast = &home.json(&["show", "10", "--json"])["forecast"];
    assert_eq!(forecast["parcels"], 9);
    assert_eq!((&forecast["from"], &forecast["to"]), (&"2026-11-27".into(), &"2026-12-05".into()));
    assert_eq!(home.json(&["list", "--json"])[0]["forecast"], *forecast);
    assert_eq!(home.json(&["show", "1", "--json"])["forecast"], Value::Null, "delivered");
}

#[test]
fn the_replay_says_how_the_forecasts_came_out() {
    assert_snapshot!(home(3).transcript(&[&["forecast", "--replay"]]), @r"
    $ posylka forecast --replay
    stderr:
    Forecasts need at least 9 delivered parcels and one after them; there are not so many yet.
    status: 0
    ");
    let home = home(16);
    assert_snapshot!(home.transcript(&[&["forecast", "--replay"], &["--lang", "ru", "forecast", "--replay"]]), @r"
    $ posylka forecast --replay
    stdout:
    All                  3  100 %  8.3  2.3  2.3
    From the first scan  3  100 %  8.3  2.3  2.3
    ? → ?                3  100 %  8.3  2.3  2.3
    status: 0

    $ posylka --lang ru forecast --replay
    stdout:
    Все                     3  100 %  8.3  2.3  2.3
    С первого сканирования  3  100 %  8.3  2.3  2.3
    ? → ?                   3  100 %  8.3  2.3  2.3
    status: 0
    ");
    let replay = home.json(&["forecast", "--replay", "--json"]);
    assert_eq!(replay["all"]["forecasts"], replay["landmarks"]["shipped"]["forecasts"]);
}
