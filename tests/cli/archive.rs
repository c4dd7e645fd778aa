//! `posylka archive`, `restore`, `remove` and `undo`

use insta::assert_snapshot;

use crate::test_home::TestHome;

fn two_parcels() -> TestHome {
    let home = TestHome::new();
    home.prepare(&["add", "RA123456785RU", "LP00620966542870"]);
    home
}

#[test]
fn what_is_archived_is_listed_apart_and_comes_back() {
    assert_snapshot!(two_parcels().transcript(&[
        &["archive", "RA123456785RU"],
        &["archive", "RA123456785RU"],
        &["list"],
        &["list", "--archived"],
        &["restore", "1"],
        &["restore", "1"],
        &["list"],
    ]), @"
    $ posylka archive RA123456785RU
    status: 0

    $ posylka archive RA123456785RU
    stderr:
    Nothing to change: RA123456785RU.
    status: 0

    $ posylka list
    stdout:
    2  LP00620966542870  not checked yet  0 d
    status: 0

    $ posylka list --archived
    stdout:
    1  RA123456785RU  not checked yet  0 d
    status: 0

    $ posylka restore 1
    status: 0

    $ posylka restore 1
    stderr:
    Nothing to change: RA123456785RU.
    status: 0

    $ posylka list
    stdout:
    1  RA123456785RU     not checked yet  0 d
    2  LP00620966542870  not checked yet  0 d
    status: 0
    ");
}

#[test]
fn what_is_removed_comes_back_by_undo() {
    assert_snapshot!(two_parcels().transcript(&[
        &["remove", "--yes", "LP00620966542870"],
        &["list"],
        &["undo"],
        &["list"],
        &["redo"],
        &["list"],
        &["redo"],
    ]), @"
    $ posylka remove --yes LP00620966542870
    stderr:
    Removed 1 parcel. `posylka undo` brings it back.
    status: 0

    $ posylka list
    stdout:
    1  RA123456785RU  not checked yet  0 d
    status: 0

    $ posylka undo
    stderr:
    Undone: removed, LP00620966542870. `posylka redo` brings it back.
    status: 0

    $ posylka list
    stdout:
    1  RA123456785RU     not checked yet  0 d
    2  LP00620966542870  not checked yet  0 d
    status: 0

    $ posylka redo
    stderr:
    Made again: removed, LP00620966542870.
    status: 0

    $ posylka list
    stdout:
    1  RA123456785RU  not checked yet  0 d
    status: 0

    $ posylka redo
    stderr:
    posylka: there is nothing to make again.
    hint: Only what `posylka undo` has just taken back, before anything else is done.
    status: 1
    ");
}
