//! `posylka add`

use insta::assert_snapshot;
use serde_json::json;

use crate::test_home::TestHome;

const FIRST: &str = "RA123456785RU";
const SECOND: &str = "LP00620966542870";

#[test]
fn a_number_is_added_in_any_spelling_and_only_once() {
    let home = TestHome::new();
    assert_snapshot!(home.transcript(&[
        &["add", " ra 123-456-785 ru", "--title", "Чехол"],
        &["add", FIRST, "--order", "8123456789", "--title", "Other"],
        &["list"],
    ]), @"
    $ posylka add ' ra 123-456-785 ru' --title Чехол
    stdout:
    1\tRA123456785RU\ts10/s10
    status: 0

    $ posylka add RA123456785RU --order 8123456789 --title Other
    stdout:
    1\tRA123456785RU\ts10/s10
    stderr:
    RA123456785RU is already in parcel 1.
    status: 0

    $ posylka list
    stdout:
    1  Чехол  RA123456785RU  not checked yet  0 d
    status: 0
    ");
    let parcel = home.json(&["show", FIRST, "--json"]);
    assert_eq!((&parcel["title"], &parcel["orders"]), (&json!("Чехол"), &json!(["8123456789"])));
}

#[test]
fn an_order_number_becomes_an_order_unless_the_user_says_whom_to_ask() {
    let home = TestHome::new();
    assert_snapshot!(home.transcript(&[
        &["add", "8190001234567890"],
        &["add", "8190001234567891", "--source", "17track"],
    ]), @"
    $ posylka add 8190001234567890
    stdout:
    1
    stderr:
    8190001234567890 is an order number of AliExpress, not a tracking number: added as an order that waits for its number. If it is a tracking number all the same, add it with --source.
    No number yet: nobody is asked. When it comes: posylka edit 1 --number NUMBER
    status: 0

    $ posylka add 8190001234567891 --source 17track
    stdout:
    2\t8190001234567891\tevri/evri16
    stderr:
    17track is not asked until [sources.17track] has key: create a free account at api.17track.net and copy the security key from its settings.
    status: 0
    ");
    let parcels = home.json(&["list", "--json", "--sort", "added"]);
    let first = &parcels[0];
    assert_eq!(
        (&first["number"], &first["orders"], &first["shop"]),
        (&json!(null), &json!(["8190001234567890"]), &json!("AliExpress"))
    );
    assert_eq!(parcels[1]["number"], "8190001234567891");
}

#[test]
fn numbers_are_taken_out_of_any_text() {
    let home = TestHome::new();
    let text = format!("Ваш заказ отправлен. Трек-номер: {FIRST}, второй: {SECOND}. До встречи 20.11.2026!");
    assert_snapshot!(home.run_with_input(&["add", "-", "--shop", "AliExpress"], text), @"
    stdout:
    1\tRA123456785RU\ts10/s10
    2\tLP00620966542870\tcainiao/lp
    status: 0
    ");
    let parcels = home.json(&["list", "--json", "--sort", "added"]);
    let parcels: Vec<_> = parcels.as_array().unwrap().iter().map(|p| (&p["number"], &p["shop"])).collect();
    let shop = json!("AliExpress");
    assert_eq!(parcels, [(&json!(FIRST), &shop), (&json!(SECOND), &shop)]);
}

#[test]
fn what_of_a_text_is_not_taken_is_named_and_all_of_it_is_one_step_back() {
    let home = TestHome::new();
    let text = format!("{FIRST} Чехол\nUZ0556733196Y\nсчёт 40817810099910004312\nЗаказ 8190005554443332 оплачен");
    assert_snapshot!(home.run_with_input(&["add", "-"], text), @"
    stdout:
    1\tRA123456785RU\ts10/s10
    2\tUZ0556733196Y
    3
    stderr:
    No number yet: nobody is asked. When it comes: posylka edit 3 --number NUMBER
    Not taken, though it looks like a number: 40817810099910004312. `posylka add NUMBER` takes it.
    status: 3
    ");
    assert_snapshot!(home.transcript(&[&["list"], &["undo"], &["list"]]), @"
    $ posylka list
    stdout:
    1  Чехол             RA123456785RU  not checked yet  0 d
    2                    UZ0556733196Y  not checked yet  0 d
    3  8190005554443332                 no number yet    0 d
    status: 0

    $ posylka undo
    stderr:
    Undone: added 3 parcels, 8190005554443332. `posylka redo` brings it back.
    status: 0

    $ posylka list
    stderr:
    No parcels yet. Add one with `posylka add NUMBER`, or look around in `posylka demo`.
    status: 0
    ");
    assert_snapshot!(home.run_with_input(&["add", "-"], "Платёж 40817810099910004312 принят"), @"
    stderr:
    posylka: there is no tracking number in that text.
    hint: Not taken, though it looks like a number: 40817810099910004312. `posylka add NUMBER` takes it.
    status: 1
    ");
}

#[test]
fn a_text_without_numbers_is_refused() {
    assert_snapshot!(TestHome::new().run_with_input(&["add", "-"], "hello, nothing here"), @"
    stderr:
    posylka: there is no tracking number in that text.
    hint: Name a number itself: posylka add NUMBER.
    status: 1
    ");
}

#[test]
fn what_cannot_be_is_refused_and_changes_nothing() {
    let home = TestHome::new();
    assert_snapshot!(home.transcript(&[
        &["add", FIRST, "x"],
        &["add", FIRST, "--protected-until", "someday"],
        &["add", FIRST, "--source", "cainaio"],
        &["list"],
    ]), @r#"
    $ posylka add RA123456785RU x
    stderr:
    posylka: "x" cannot be a tracking number: it has fewer than 5 characters.
    hint: A tracking number has 5 to 50 Latin letters and digits; spaces and dashes do not matter.
    status: 2

    $ posylka add RA123456785RU --protected-until someday
    stderr:
    posylka: "someday" is not a day.
    hint: Write it as 2026-12-31, +75 (days from shipping, or from the order), 30d (from today), or as a preset: aliexpress, temu, paypal.
    status: 2

    $ posylka add RA123456785RU --source cainaio
    stderr:
    posylka: there is no source "cainaio".
    hint: Did you mean cainiao?
    status: 2

    $ posylka list
    stderr:
    No parcels yet. Add one with `posylka add NUMBER`, or look around in `posylka demo`.
    status: 0
    "#);
}

#[test]
fn a_mistyped_number_is_taken_with_a_warning_that_names_the_digit() {
    assert_snapshot!(TestHome::new().run(&["add", "RA123456784RU"]), @"
    stdout:
    1\tRA123456784RU
    stderr:
    RA123456784RU looks mistyped: as UPU S10 its check digit has to be 5. Added as it is. Perhaps RA123456785RU?
    status: 0
    ");
}
