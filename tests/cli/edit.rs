//! `posylka edit`, `tag` and `note`

use insta::assert_snapshot;
use serde_json::json;

use crate::test_home::TestHome;

const FIRST: &str = "RA123456785RU";
const SECOND: &str = "LP00620966542870";

fn one_parcel() -> TestHome {
    let home = TestHome::new();
    home.prepare(&["add", FIRST]);
    home
}

#[test]
fn title_shop_order_and_protection_are_set_and_emptied() {
    let home = one_parcel();
    assert_snapshot!(home.transcript(&[
        &["edit", "1", "--title", "Lamp", "--shop", "S", "--order", "A1", "--protected-until", "31.12.2026"],
        &["show", "1"],
        &["edit", "1", "--protected-until", "none", "--title", ""],
        &["show", "1"],
    ]), @"
    $ posylka edit 1 --title Lamp --shop S --order A1 --protected-until 31.12.2026
    stderr:
    Protected until 2026-12-31.
    status: 0

    $ posylka show 1
    stdout:
    Lamp
    Id               1
    Numbers          RA123456785RU
    Status           not checked yet
    No news for      0 d
    Normal up to     10 days
    Protection ends  2026-12-31, a dispute by 2026-12-29
    Shop             S
    Orders           A1

    No events yet.
    status: 0

    $ posylka edit 1 --protected-until none --title ''
    status: 0

    $ posylka show 1
    stdout:
    RA123456785RU
    Id            1
    Numbers       RA123456785RU
    Status        not checked yet
    No news for   0 d
    Normal up to  10 days
    Shop          S
    Orders        A1

    No events yet.
    status: 0
    ");
    let parcel = home.json(&["show", "1", "--json"]);
    assert_eq!((&parcel["title"], &parcel["protected_until"]), (&json!(null), &json!(null)));
}

#[test]
fn a_parcel_gets_another_number_and_is_found_by_it() {
    let home = one_parcel();
    assert_snapshot!(home.transcript(&[&["edit", FIRST, "--number", SECOND], &["show", SECOND]]), @"
    $ posylka edit RA123456785RU --number LP00620966542870
    status: 0

    $ posylka show LP00620966542870
    stdout:
    RA123456785RU
    Id            1
    Numbers       RA123456785RU → LP00620966542870
    Status        not checked yet
    No news for   0 d
    Normal up to  10 days

    No events yet.
    status: 0
    ");
}

#[test]
fn a_parcel_is_closed_and_reopened() {
    let home = one_parcel();
    assert_snapshot!(home.transcript(&[&["edit", "1", "--close"], &["list"], &["edit", "1", "--reopen"], &["list"]]), @"
    $ posylka edit 1 --close
    status: 0

    $ posylka list
    stdout:
    1  RA123456785RU  closed by you (not checked yet)
    status: 0

    $ posylka edit 1 --reopen
    status: 0

    $ posylka list
    stdout:
    1  RA123456785RU  not checked yet  0 d
    status: 0
    ");
    assert_eq!(home.json(&["show", "1", "--json"])["finished"], false);
}

#[test]
fn an_edit_that_changes_nothing_says_so() {
    let home = one_parcel();
    home.prepare(&["edit", "1", "--title", "Lamp"]);
    assert_snapshot!(home.run(&["edit", "1", "--title", "Lamp"]), @"
    stderr:
    Nothing to change: Lamp.
    status: 0
    ");
}

#[test]
fn a_source_is_excluded_and_let_in_again() {
    assert_snapshot!(one_parcel().transcript(&[
        &["edit", "1", "--exclude-source", "17track"],
        &["show", "1"],
        &["edit", "1", "--exclude-source", "18track"],
        &["edit", "1", "--exclude-source", "none"],
        &["show", "1"],
    ]), @r#"
    $ posylka edit 1 --exclude-source 17track
    status: 0

    $ posylka show 1
    stdout:
    RA123456785RU
    Id            1
    Numbers       RA123456785RU
    Status        not checked yet
    No news for   0 d
    Normal up to  10 days
    Never ask     17track

    No events yet.
    status: 0

    $ posylka edit 1 --exclude-source 18track
    stderr:
    posylka: there is no source "18track".
    hint: Did you mean 17track?
    status: 2

    $ posylka edit 1 --exclude-source none
    status: 0

    $ posylka show 1
    stdout:
    RA123456785RU
    Id            1
    Numbers       RA123456785RU
    Status        not checked yet
    No news for   0 d
    Normal up to  10 days

    No events yet.
    status: 0
    "#);
}

#[test]
fn tags_are_added_taken_away_and_printed() {
    assert_snapshot!(one_parcel().transcript(&[
        &["tag", "1", "gift", "home"],
        &["tag", "1", "home", "--remove"],
        &["tag", "1"],
    ]), @"
    $ posylka tag 1 gift home
    status: 0

    $ posylka tag 1 home --remove
    status: 0

    $ posylka tag 1
    stdout:
    gift
    status: 0
    ");
}

#[test]
fn a_note_is_taken_from_standard_input_printed_and_cleared() {
    let home = one_parcel();
    assert_snapshot!(home.run_with_input(&["note", "1", "-"], "two\nlines"), @"status: 0");
    assert_eq!(home.json(&["show", "1", "--json"])["note"], "two\nlines");
    assert_snapshot!(home.transcript(&[&["note", "1"], &["note", "1", "--clear"], &["note", "1"]]), @"
    $ posylka note 1
    stdout:
    two
    lines
    status: 0

    $ posylka note 1 --clear
    status: 0

    $ posylka note 1
    status: 0
    ");
}
