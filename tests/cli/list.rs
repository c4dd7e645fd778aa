//! `posylka list`

use insta::assert_snapshot;

use crate::test_home::TestHome;

#[test]
fn an_empty_list_says_what_to_do_first() {
    assert_snapshot!(TestHome::new().run(&["list"]), @"
    stderr:
    No parcels yet. Add one with `posylka add NUMBER`, or look around in `posylka demo`.
    status: 0
    ");
}

/// A lamp that is protected by nobody, and a cable whose protection ends in two days.
fn lamp_and_cable() -> TestHome {
    let home = TestHome::new();
    home.prepare(&["add", "RA123456785RU", "--title", "Зелёная лампа", "--tag", "gift"]);
    home.prepare(&["add", "LP00620966542870", "--title", "Cable", "--protected-until", "2026-11-22"]);
    home
}

#[test]
fn every_word_of_the_filter_has_to_occur() {
    assert_snapshot!(lamp_and_cable().transcript(&[
        &["list", "зеленая", "GIFT"],
        &["list", "not checked", "cable"],
        &["list", "nothing-like-it"],
        &["list", "--stale"],
    ]), @"
    $ posylka list зеленая GIFT
    stdout:
    1  Зелёная лампа  RA123456785RU  not checked yet  0 d
    status: 0

    $ posylka list 'not checked' cable
    stdout:
    2  Cable  LP00620966542870  not checked yet  0 d  until 2026-11-22
    status: 0

    $ posylka list nothing-like-it
    stderr:
    No parcel matches.
    status: 0

    $ posylka list --stale
    stderr:
    No parcel matches.
    status: 0
    ");
}

#[test]
fn the_list_is_sorted_by_what_is_asked_for() {
    assert_snapshot!(lamp_and_cable().transcript(&[
        &["list", "--sort", "title"],
        &["list", "--sort", "protection"],
        &["list", "--sort", "number"],
        &["list", "--sort", "urgency"],
        &["list", "--sort", "added"],
    ]), @"
    $ posylka list --sort title
    stdout:
    2  Cable          LP00620966542870  not checked yet  0 d  until 2026-11-22
    1  Зелёная лампа  RA123456785RU     not checked yet  0 d
    status: 0

    $ posylka list --sort protection
    stdout:
    2  Cable          LP00620966542870  not checked yet  0 d  until 2026-11-22
    1  Зелёная лампа  RA123456785RU     not checked yet  0 d
    status: 0

    $ posylka list --sort number
    stdout:
    2  Cable          LP00620966542870  not checked yet  0 d  until 2026-11-22
    1  Зелёная лампа  RA123456785RU     not checked yet  0 d
    status: 0

    $ posylka list --sort urgency
    stdout:
    2  Cable          LP00620966542870  not checked yet  0 d  until 2026-11-22
    1  Зелёная лампа  RA123456785RU     not checked yet  0 d
    status: 0

    $ posylka list --sort added
    stdout:
    1  Зелёная лампа  RA123456785RU     not checked yet  0 d
    2  Cable          LP00620966542870  not checked yet  0 d  until 2026-11-22
    status: 0
    ");
}
