//! One line for bars and prompts.

use serde_json::Value;

use crate::test_home::TestHome;

const EVENT: [&str; 6] = ["event", "1", "At the counter", "--at", "2026-11-20", "--status"];

/// A home with one parcel that waits to be collected, as the user told.
fn ready() -> TestHome {
    let home = TestHome::new();
    home.prepare(&["add", "RB123456785CN"]);
    home.prepare(&[&EVENT[..], &["available_for_pickup"]].concat());
    home
}

#[test]
fn it_is_empty_where_nothing_matters_and_makes_nothing() {
    let home = TestHome::new();
    let output = home.run(&["status"]);
    assert_eq!((output.status, output.stdout.as_str(), home.data_dir().exists()), (0, "", false));
    home.prepare(&["add", "RB123456785CN"]);
    assert_eq!(home.stdout(&["status", "--format", "plain"]), "");
    let bar: Value = serde_json::from_str(&home.stdout(&["status", "--format", "waybar"])).unwrap();
    assert_eq!((&bar["text"], &bar["class"]), (&"".into(), &"waiting".into()));
}

#[test]
fn every_format_says_the_worst_and_the_exit_code_that_somebody_is_needed() {
    let home = ready();
    let output = home.run(&["status"]);
    assert_eq!((output.status, output.stdout.as_str()), (4, "1 ready to collect\n"));
    let bar: Value = serde_json::from_str(&home.stdout(&["status", "--format", "waybar"])).unwrap();
    assert_eq!((&bar["text"], &bar["class"]), (&"1 ready to collect".into(), &"ready".into()));
    assert_eq!(home.stdout(&["status", "--format", "tmux"]), "#[fg=green]1 ready to collect#[default]\n");
    assert_eq!(home.stdout(&["status", "--format", "polybar"]), "%{F#98c379}1 ready to collect%{F-}\n");
    assert_eq!(home.run(&["status", "--format", "{ready}/{stuck} {class}"]).stdout, "1/0 ready\n");
    let json: Value = serde_json::from_str(&home.run(&["status", "--format", "json"]).stdout).unwrap();
    assert_eq!((&json["needs_you"], &json["counts"]["ready"]), (&true.into(), &1.into()));
    assert_eq!(home.run(&["status", "--lang", "ru"]).stdout, "1 можно забрать\n");
    let wrong = home.run(&["status", "--format", "{redy}"]);
    assert_eq!(wrong.status, 2, "{wrong}");
}
