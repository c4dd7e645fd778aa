//! Taking parcels and orders from tables and mails.

use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::Duration;

use insta::assert_snapshot;
use serde_json::{Value, json};

use crate::test_home::{Output, TestHome};

fn data(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/intake").join(name)
}

/// Imports a file of the test data from a copy in the home directory, so that its path is short.
fn import_data(home: &TestHome, name: &str, args: &[&str]) -> Output {
    std::fs::copy(data(name), home.path().join(name)).unwrap();
    import(home, &[&[name], args].concat())
}

fn import(home: &TestHome, args: &[&str]) -> Output {
    home.run(&[&["import"], args].concat())
}

fn list(home: &TestHome) -> Vec<Value> {
    home.json(&["list", "--json", "--sort", "added"]).as_array().unwrap().clone()
}

fn by_order(home: &TestHome, code: &str) -> Value {
    home.json(&["show", code, "--json"])
}

#[test]
fn a_table_of_a_shop_is_read_and_twice_changes_nothing() {
    let home = TestHome::new();
    assert_snapshot!(import_data(&home, "orders_en.csv", &["--dry-run"]), @"
    stdout:
    added\t\tLP00620966542870\t8150000000000001\tUSB hub, 4 ports + Cable
    added\t\t\t8150000000000002\tTeapot
    added\t\t9400100000000000000000\t112-0000001-0000001\tLamp
    added\t\tRB123456785CN\t\tCase
    added\t\t\t8150000000000003\tBook
    stderr:
    orders_en.csv: Order ID = order, Order Date = ordered on, Carrier Name & Tracking Number = track number, Title = title, Website = shop
    orders_en.csv, line 6: passed over, it has neither a track number nor an order.
    orders_en.csv, line 7: \"8.15E+15\" was shortened by a spreadsheet, its last digits are lost; the rest was read.
    orders_en.csv, line 8: \"RB12345?785CN\" is no track number (it holds something other than Latin letters and digits); the rest was read.
    orders_en.csv, line 8: \"soon\" is no day; the rest was read.
    Added 5, changed 0, already known 0, passed over 1.
    Nothing was changed: this was a dry run.
    status: 3
    ");
    assert!(list(&home).is_empty());
    assert_snapshot!(import_data(&home, "orders_en.csv", &[]), @"
    stdout:
    added\t1\tLP00620966542870\t8150000000000001\tUSB hub, 4 ports + Cable
    added\t2\t\t8150000000000002\tTeapot
    added\t3\t9400100000000000000000\t112-0000001-0000001\tLamp
    added\t4\tRB123456785CN\t\tCase
    added\t5\t\t8150000000000003\tBook
    stderr:
    orders_en.csv: Order ID = order, Order Date = ordered on, Carrier Name & Tracking Number = track number, Title = title, Website = shop
    orders_en.csv, line 6: passed over, it has neither a track number nor an order.
    orders_en.csv, line 7: \"8.15E+15\" was shortened by a spreadsheet, its last digits are lost; the rest was read.
    orders_en.csv, line 8: \"RB12345?785CN\" is no track number (it holds something other than Latin letters and digits); the rest was read.
    orders_en.csv, line 8: \"soon\" is no day; the rest was read.
    Added 5, changed 0, already known 0, passed over 1.
    `posylka undo` takes all of it back.
    status: 3
    ");

    let hub = by_order(&home, "8150000000000001");
    assert_eq!((&hub["number"], &hub["title"]), (&json!("LP00620966542870"), &json!("USB hub, 4 ports + Cable")));
    assert_eq!((&hub["shop"], &hub["order_details"][0]["ordered_on"]), (&json!("AliExpress"), &json!("2026-11-03")));
    let teapot = by_order(&home, "8150000000000002");
    assert_eq!((&teapot["number"], &teapot["order_details"][0]["ordered_on"]), (&json!(null), &json!("2026-11-14")));
    assert_eq!(by_order(&home, "112-0000001-0000001")["number"], json!("9400100000000000000000"));

    let before = list(&home);
    assert_snapshot!(import_data(&home, "orders_en.csv", &[]), @"
    stdout:
    known\t1\tLP00620966542870\t8150000000000001\tUSB hub, 4 ports + Cable
    known\t2\t\t8150000000000002\tTeapot
    known\t3\t9400100000000000000000\t112-0000001-0000001\tLamp
    known\t4\tRB123456785CN\t\tCase
    known\t5\t\t8150000000000003\tBook
    stderr:
    orders_en.csv: Order ID = order, Order Date = ordered on, Carrier Name & Tracking Number = track number, Title = title, Website = shop
    orders_en.csv, line 6: passed over, it has neither a track number nor an order.
    orders_en.csv, line 7: \"8.15E+15\" was shortened by a spreadsheet, its last digits are lost; the rest was read.
    orders_en.csv, line 8: \"RB12345?785CN\" is no track number (it holds something other than Latin letters and digits); the rest was read.
    orders_en.csv, line 8: \"soon\" is no day; the rest was read.
    Added 0, changed 0, already known 5, passed over 1.
    status: 3
    ");
    assert_eq!(list(&home), before);
    home.prepare(&["undo"]);
    assert!(list(&home).is_empty(), "one step took all of it back");
}

#[test]
fn tables_from_russian_and_chinese_spreadsheets_are_read() {
    let home = TestHome::new();
    assert_snapshot!(import_data(&home, "orders_ru.csv", &[]), @"
    stdout:
    added\t1\tRB123456785CN\t8150000000000011\tЧехол «синий»
    added\t2\t\t8150000000000012\tЛампа
    stderr:
    orders_ru.csv: № заказа = order, Дата заказа = ordered on, Дата отправки = shipped on, Трек-номер = track number, Товар = title, Защита до = protected until, Примечание = note
    Added 2, changed 0, already known 0, passed over 0.
    `posylka undo` takes all of it back.
    status: 0
    ");
    assert_snapshot!(import_data(&home, "orders_zh.tsv", &[]), @"
    stdout:
    added\t3\tLP00620966542870\t8150000000000021\t蓝色茶壶
    added\t4\t\t8150000000000022\t手机壳
    stderr:
    orders_zh.tsv: 订单编号 = order, 下单时间 = ordered on, 发货时间 = shipped on, 运单号 = track number, 宝贝标题 = title, 平台 = shop
    Added 2, changed 0, already known 0, passed over 0.
    `posylka undo` takes all of it back.
    status: 0
    ");
    let case = by_order(&home, "8150000000000011");
    assert_eq!((&case["number"], &case["title"]), (&json!("RB123456785CN"), &json!("Чехол «синий»")));
    assert_eq!((&case["note"], &case["protected_until"]), (&json!("в подарок"), &json!("2027-01-19")));
    assert_eq!(case["order_details"][0]["shipped_on"], json!("2026-11-05"));
    assert_eq!(by_order(&home, "8150000000000012")["order_details"][0]["ordered_on"], json!("2026-11-14"));
    let teapot = by_order(&home, "8150000000000021");
    assert_eq!((&teapot["title"], &teapot["shop"]), (&json!("蓝色茶壶"), &json!("淘宝")));
    assert_eq!(teapot["order_details"][0]["ordered_on"], json!("2026-11-03"));
    assert_snapshot!(import_data(&home, "orders_ru.csv", &["--lang", "ru"]), @"
    stdout:
    known\t1\tRB123456785CN\t8150000000000011\tЧехол «синий»
    known\t2\t\t8150000000000012\tЛампа
    stderr:
    orders_ru.csv: № заказа = заказ, Дата заказа = заказано, Дата отправки = отправлено, Трек-номер = трек-номер, Товар = название, Защита до = защита до, Примечание = заметка
    Добавлено 0, изменено 0, уже известно 2, пропущено 0.
    status: 0
    ");
}

#[test]
fn a_day_that_can_be_read_in_two_ways_is_asked_for() {
    let home = TestHome::new();
    assert_snapshot!(import_data(&home, "ambiguous.csv", &[]), @r#"
    stderr:
    posylka: ambiguous.csv, line 2: "03/11/2026" can be read in two ways, and no other day tells which.
    hint: Say --dates dmy (day first) or --dates mdy (month first).
    status: 2
    "#);
    assert!(list(&home).is_empty());
    assert_eq!(import_data(&home, "ambiguous.csv", &["--dates", "dmy"]).status, 0);
    assert_eq!(by_order(&home, "815001")["order_details"][0]["ordered_on"], json!("2026-11-03"));
}

/// What every way of reading the mails has to end in.
fn holds_the_mails(home: &TestHome) {
    assert_eq!(list(home).len(), 2);
    let hub = by_order(home, "8150000000000031");
    assert_eq!((&hub["number"], &hub["shop"]), (&json!("LP00620966542870"), &json!("AliExpress")));
    let wanted = json!({"code": "8150000000000031", "shop": "AliExpress", "title": "USB hub, 4 ports",
        "ordered_on": "2026-11-03", "shipped_on": "2026-11-05", "received_on": null,
        "protected_until": "2027-01-19", "preset": null});
    assert_eq!(hub["order_details"], json!([wanted]));
    let teapot = by_order(home, "8150000000000041");
    assert_eq!((&teapot["number"], &teapot["title"]), (&json!(null), &json!("蓝色茶壶")));
    assert_eq!(teapot["order_details"][0]["ordered_on"], json!("2026-11-14"));
}

fn mails() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/intake");
    let files = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    files.filter(|path| path.extension().is_some_and(|ending| ending == "eml")).collect()
}

#[test]
fn order_mails_are_read_from_a_mailbox_a_folder_and_a_maildir() {
    let home = TestHome::new();
    assert_snapshot!(import_data(&home, "orders.mbox", &[]), @"
    stdout:
    added\t1\tLP00620966542870\t8150000000000031\tUSB hub, 4 ports
    added\t2\t\t8150000000000041\t蓝色茶壶
    stderr:
    1 mail passed over: it says nothing of an order.
    1 mail passed over: older than half a year, or than --since.
    1 mail passed over: the order is not in the list, and it says nothing that would put it there.
    1 mail passed over: the order was cancelled or refunded.
    Added 2, changed 0, already known 0, passed over 4.
    `posylka undo` takes all of it back.
    status: 0
    ");
    holds_the_mails(&home);
    assert_snapshot!(import_data(&home, "orders.mbox", &[]), @"
    stdout:
    known\t1\tLP00620966542870\t8150000000000031\tUSB hub, 4 ports
    known\t2\t\t8150000000000041\t蓝色茶壶
    stderr:
    1 mail passed over: it says nothing of an order.
    1 mail passed over: older than half a year, or than --since.
    1 mail passed over: the order is not in the list, and it says nothing that would put it there.
    1 mail passed over: the order was cancelled or refunded.
    Added 0, changed 0, already known 2, passed over 4.
    status: 0
    ");

    let (folder, maildir) = (home.path().join("mails"), home.path().join("Maildir"));
    std::fs::create_dir(&folder).unwrap();
    for name in ["cur", "new", "tmp"] {
        std::fs::create_dir_all(maildir.join(name)).unwrap();
    }
    for (at, mail) in mails().iter().enumerate() {
        std::fs::copy(mail, folder.join(mail.file_name().unwrap())).unwrap();
        std::fs::copy(mail, maildir.join(if at % 2 == 0 { "cur" } else { "new" }).join(format!("{at}:2,S"))).unwrap();
    }
    home.prepare(&["undo"]);
    let from_folder = import(&home, &["mails"]);
    holds_the_mails(&home);
    home.prepare(&["undo"]);
    assert_eq!(import(&home, &["Maildir"]).stderr, from_folder.stderr);
    holds_the_mails(&home);
    assert_snapshot!(from_folder, @"
    stdout:
    added\t3\tLP00620966542870\t8150000000000031\tUSB hub, 4 ports
    added\t4\t\t8150000000000041\t蓝色茶壶
    stderr:
    1 mail passed over: it says nothing of an order.
    1 mail passed over: older than half a year, or than --since.
    1 mail passed over: the order is not in the list, and it says nothing that would put it there.
    1 mail passed over: the order was cancelled or refunded.
    Added 2, changed 0, already known 0, passed over 4.
    `posylka undo` takes all of it back.
    status: 0
    ");
}

#[test]
fn a_number_that_comes_by_mail_goes_to_the_parcel_that_waits_for_it() {
    let home = TestHome::new();
    home.prepare(&["add", "--order", "8150000000000031", "--title", "Mine", "--tag", "gift"]);
    assert_snapshot!(import_data(&home, "shipped_ru.eml", &[]), @"
    stdout:
    changed\t1\tLP00620966542870\t8150000000000031
    stderr:
    Added 0, changed 1, already known 0, passed over 0.
    `posylka undo` takes all of it back.
    status: 0
    ");
    let parcel = &list(&home)[0];
    assert_eq!((&parcel["title"], &parcel["tags"], list(&home).len()), (&json!("Mine"), &json!(["gift"]), 1));
}

#[test]
fn standard_input_text_and_what_cannot_be_read() {
    let home = TestHome::new();
    let text = "my parcels: RB123456785CN and LP00620966542870\n";
    assert_snapshot!(home.run_with_input(&["import", "-"], text), @"
    stdout:
    added\t1\tRB123456785CN
    added\t2\tLP00620966542870
    stderr:
    Added 2, changed 0, already known 0, passed over 0.
    `posylka undo` takes all of it back.
    status: 0
    ");
    assert_eq!(list(&home).len(), 2);
    std::fs::write(home.path().join("empty.csv"), "a,b\n1,2\n").unwrap();
    std::fs::write(home.path().join("picture.csv"), b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x01\0").unwrap();
    assert_snapshot!(home.transcript(&[&["import", "empty.csv"], &["import", "picture.csv"], &["import", "gone"]]), @"
    $ posylka import empty.csv
    stderr:
    posylka: nothing in it was recognised.
    hint: A table needs a head that names a track number or an order; a mail has to name an order or a number.
    status: 1

    $ posylka import picture.csv
    stderr:
    posylka: picture.csv is neither a table nor a mail.
    hint: Save it as CSV; of mails, .eml and mbox files and maildirs are read.
    status: 1

    $ posylka import gone
    stderr:
    posylka: gone cannot be read: No such file or directory (os error 2)
    hint: Name a file, a folder, or - for standard input.
    status: 1
    ");
    assert_eq!(list(&home).len(), 2);
}

#[test]
#[cfg(unix)]
fn a_pipe_that_is_named_like_a_file_is_read_from_its_beginning() {
    let home = TestHome::new();
    let rows = (0..2_000).map(|n| format!(",81500000{n:04}\n")).collect::<Vec<_>>().concat();
    let piped = home.command(&["import", "/dev/stdin"]).write_stdin(format!("Track,Order\n{rows}")).output();
    assert!(piped.unwrap().status.success());
    assert_eq!(list(&home).len(), 2_000);
}

#[test]
fn a_stray_quote_swallows_no_rows_and_days_to_come_are_left_out() {
    let home = TestHome::new();
    let table = "Track,Order,Title,Order date\nRB123456785CN,81901,\"17 inch,\nLP00620966542870,81902,hub,2026-11-03\n\
        RA123456785RU,81903,\"lamp,\n,81904,cup,2099-01-01\n";
    std::fs::write(home.path().join("t.csv"), table).unwrap();
    assert_snapshot!(import(&home, &["t.csv"]), @"
    stdout:
    added\t1\tLP00620966542870\t81902\thub
    added\t2\t\t81904\tcup
    stderr:
    t.csv: Track = track number, Order = order, Title = title, Order date = ordered on
    t.csv, line 2: passed over, its quotes do not match.
    t.csv, line 4: passed over, its quotes do not match.
    t.csv, line 5: \"2099-01-01\" is still to come; the rest was read.
    Added 2, changed 0, already known 0, passed over 2.
    `posylka undo` takes all of it back.
    status: 3
    ");
    assert_eq!(by_order(&home, "81902")["number"], json!("LP00620966542870"));
    assert_eq!(by_order(&home, "81904")["order_details"][0]["ordered_on"], json!(null));
    assert_snapshot!(import(&home, &["t.csv", "--lang", "ru"]), @"
    stdout:
    known\t1\tLP00620966542870\t81902\thub
    known\t2\t\t81904\tcup
    stderr:
    t.csv: Track = трек-номер, Order = заказ, Title = название, Order date = заказано
    t.csv, строка 2: пропущено, кавычки не сходятся.
    t.csv, строка 4: пропущено, кавычки не сходятся.
    t.csv, строка 5: \"2099-01-01\" — день, который ещё не наступил; остальное прочитано.
    Добавлено 0, изменено 0, уже известно 2, пропущено 2.
    status: 3
    ");
}

#[test]
fn a_mail_of_a_mailbox_with_a_line_that_begins_with_from_is_one_mail() {
    let home = TestHome::new();
    let mail = "From: AliExpress <order@aliexpress.example>\nTo: me@example.org\nSubject: Order 8150000000000002 shipped\n\
        Date: Tue, 03 Nov 2026 10:31:00 +0000\n\nYour order 8150000000000002 has been shipped.\n\n\
        From here on the post has it.\n\nTracking number: LP00620966542870\n\n";
    std::fs::write(home.path().join("box"), format!("From a@b Tue Nov  3 10:31:00 2026\n{mail}")).unwrap();
    assert_snapshot!(import(&home, &["box"]), @"
    stdout:
    added\t1\tLP00620966542870\t8150000000000002
    stderr:
    Added 1, changed 0, already known 0, passed over 0.
    `posylka undo` takes all of it back.
    status: 0
    ");
    assert_eq!(by_order(&home, "8150000000000002")["number"], json!("LP00620966542870"));
}

#[test]
fn the_table_that_export_writes_keeps_numbers_orders_and_presets() {
    let home = TestHome::new();
    let words = ["--order", "81901", "--order", "81902", "--tag", "at home", "--tag", "b"];
    home.prepare(&[&["add", "RB123456785CN"], &words[..]].concat());
    home.prepare(&["edit", "1", "--number", "LP00620966542870"]);
    let preset = ["--order", "81903", "--shipped", "2026-11-03", "--protected-until", "aliexpress"];
    home.prepare(&[&["add", "RA123456785RU"], &preset[..]].concat());
    home.prepare(&["export", "--format", "csv", "-o", "out.csv"]);
    let other = TestHome::new();
    std::fs::copy(home.path().join("out.csv"), other.path().join("out.csv")).unwrap();
    assert_snapshot!(import(&other, &["out.csv"]), @"
    stdout:
    added\t1\tRB123456785CN\t81901
    added\t2\tRA123456785RU\t81903
    stderr:
    out.csv: title = title, numbers = track number, protected_until = protected until, protection_preset = preset, shop = shop, orders = order, tags = tags, note = note
    Added 2, changed 0, already known 0, passed over 0.
    `posylka undo` takes all of it back.
    status: 0
    ");
    let (before, after) = (by_order(&home, "81902"), by_order(&other, "81902"));
    for field in ["numbers", "orders", "tags"] {
        assert_eq!(before[field], after[field], "{field}");
    }
    let (before, after) = (by_order(&home, "81903"), by_order(&other, "81903"));
    assert_eq!(before["protected_until"], after["protected_until"]);
    assert_eq!(after["protection"]["preset"], json!("aliexpress"), "a preset is no fact");
}

#[test]
fn an_import_that_is_killed_leaves_all_or_nothing_and_the_next_one_finishes() {
    let home = TestHome::new();
    let row = |row: usize| format!("8150{row:09},2026-11-03,RX{row:09}CN\n");
    let rows: String = (0..2_000).map(row).collect();
    std::fs::write(home.path().join("big.csv"), format!("order,order date,tracking\n{rows}")).unwrap();
    for wait in [60, 250, 600] {
        let mut program =
            home.process(&["import", "big.csv"]).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
        std::thread::sleep(Duration::from_millis(wait));
        program.kill().unwrap();
        program.wait().unwrap();
        assert!(matches!(list(&home).len(), 0 | 2_000), "half of it after {wait} ms");
    }
    assert_eq!(import(&home, &["big.csv"]).status, 0);
    assert_eq!(list(&home).len(), 2_000);
}
