//! Taking parcels and orders from tables and mails.

use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::Duration;

use serde_json::{Value, json};

use crate::house::{Ended, House};

fn data(name: &str) -> String {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/intake").join(name).to_string_lossy().into_owned()
}

fn import(house: &House, args: &[&str]) -> Ended {
    house.run(&[&["import"], args].concat())
}

fn list(house: &House) -> Vec<Value> {
    house.json(&["list", "--json", "--sort", "added"]).as_array().unwrap().clone()
}

fn by_order(house: &House, code: &str) -> Value {
    house.json(&["show", code, "--json"])
}

#[test]
fn a_table_of_a_shop_is_read_and_twice_changes_nothing() {
    let house = House::new();
    let file = data("orders_en.csv");
    let dry = import(&house, &[&file, "--dry-run"]);
    assert_eq!(list(&house).len(), 0, "{dry:?}");
    assert!(dry.talk.contains("Nothing was changed"), "{dry:?}");

    let done = import(&house, &[&file]);
    assert_eq!(done.code, 3, "some of it was passed over: {done:?}");
    assert!(done.talk.contains("Carrier Name & Tracking Number = track number"), "{done:?}");
    assert!(done.talk.contains("line 6: passed over, it has neither"), "{done:?}");
    assert!(done.talk.contains("line 7: \"8.15E+15\" was shortened"), "{done:?}");
    assert!(done.talk.contains("line 8: \"soon\" is no day") && done.talk.contains("RB12345?785CN"), "{done:?}");
    assert!(done.talk.contains("Added 5, changed 0, already known 0, passed over 1."), "{done:?}");
    let words = |out: &str| out.lines().map(|line| line.split('\t').next().unwrap().to_owned()).collect::<Vec<_>>();
    assert_eq!(words(&done.out), ["added"; 5]);

    let hub = by_order(&house, "8150000000000001");
    assert_eq!((&hub["number"], &hub["title"]), (&json!("LP00620966542870"), &json!("USB hub, 4 ports + Cable")));
    assert_eq!((&hub["shop"], &hub["order_details"][0]["ordered_on"]), (&json!("AliExpress"), &json!("2026-11-03")));
    let teapot = by_order(&house, "8150000000000002");
    assert_eq!((&teapot["number"], &teapot["order_details"][0]["ordered_on"]), (&json!(null), &json!("2026-11-14")));
    assert_eq!(by_order(&house, "112-0000001-0000001")["number"], json!("9400100000000000000000"));

    let before = list(&house);
    let again = import(&house, &[&file]);
    assert!(again.talk.contains("Added 0, changed 0, already known 5"), "{again:?}");
    assert_eq!(words(&again.out), ["known"; 5]);
    assert_eq!(list(&house), before);
    house.out(&["undo"]);
    assert!(list(&house).is_empty(), "one step took all of it back");
}

#[test]
fn tables_from_russian_and_chinese_spreadsheets_are_read() {
    let house = House::new();
    for file in ["orders_ru.csv", "orders_zh.tsv"] {
        let done = import(&house, &[&data(file)]);
        assert_eq!(done.code, 0, "{done:?}");
        assert!(done.talk.contains("Added 2"), "{done:?}");
    }
    let case = by_order(&house, "8150000000000011");
    assert_eq!((&case["number"], &case["title"]), (&json!("RB123456785CN"), &json!("Чехол «синий»")));
    assert_eq!((&case["note"], &case["protected_until"]), (&json!("в подарок"), &json!("2027-01-19")));
    assert_eq!(case["order_details"][0]["shipped_on"], json!("2026-11-05"));
    assert_eq!(by_order(&house, "8150000000000012")["order_details"][0]["ordered_on"], json!("2026-11-14"));
    let teapot = by_order(&house, "8150000000000021");
    assert_eq!((&teapot["title"], &teapot["shop"]), (&json!("蓝色茶壶"), &json!("淘宝")));
    assert_eq!(teapot["order_details"][0]["ordered_on"], json!("2026-11-03"));
    let talk = import(&house, &[&data("orders_ru.csv"), "--lang", "ru"]).talk;
    assert!(talk.contains("Добавлено 0, изменено 0, уже известно 2, пропущено 0."), "{talk}");
}

#[test]
fn a_day_that_can_be_read_in_two_ways_is_asked_for() {
    let house = House::new();
    let file = data("ambiguous.csv");
    let asked = import(&house, &[&file]);
    assert!(
        asked.code == 2 && asked.talk.contains("line 2: \"03/11/2026\"") && asked.talk.contains("--dates dmy"),
        "{asked:?}"
    );
    assert!(list(&house).is_empty());
    assert_eq!(import(&house, &[&file, "--dates", "dmy"]).code, 0);
    assert_eq!(by_order(&house, "815001")["order_details"][0]["ordered_on"], json!("2026-11-03"));
}

/// What every way of reading the mails has to end in.
fn holds_the_mails(house: &House, done: &Ended) {
    assert_eq!(done.code, 0, "{done:?}");
    assert_eq!(list(house).len(), 2, "{done:?}");
    let hub = by_order(house, "8150000000000031");
    assert_eq!((&hub["number"], &hub["shop"]), (&json!("LP00620966542870"), &json!("AliExpress")));
    let wanted = json!({"code": "8150000000000031", "shop": "AliExpress", "title": "USB hub, 4 ports",
        "ordered_on": "2026-11-03", "shipped_on": "2026-11-05", "received_on": null,
        "protected_until": "2027-01-19", "preset": null});
    assert_eq!(hub["order_details"], json!([wanted]));
    let teapot = by_order(house, "8150000000000041");
    assert_eq!((&teapot["number"], &teapot["title"]), (&json!(null), &json!("蓝色茶壶")));
    assert_eq!(teapot["order_details"][0]["ordered_on"], json!("2026-11-14"));
    for why in ["says nothing of an order", "cancelled or refunded", "older than half a year", "not in the list"] {
        assert!(done.talk.contains(why), "{why}: {done:?}");
    }
}

fn mails() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/intake");
    let files = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    files.filter(|path| path.extension().is_some_and(|ending| ending == "eml")).collect()
}

#[test]
fn order_mails_are_read_from_a_mailbox_a_folder_and_a_maildir() {
    let house = House::new();
    holds_the_mails(&house, &import(&house, &[&data("orders.mbox")]));
    let again = import(&house, &[&data("orders.mbox")]);
    assert!(again.talk.contains("Added 0, changed 0"), "{again:?}");

    let (folder, maildir) = (house.home().join("mails"), house.home().join("Maildir"));
    std::fs::create_dir(&folder).unwrap();
    for name in ["cur", "new", "tmp"] {
        std::fs::create_dir_all(maildir.join(name)).unwrap();
    }
    for (at, mail) in mails().iter().enumerate() {
        std::fs::copy(mail, folder.join(mail.file_name().unwrap())).unwrap();
        std::fs::copy(mail, maildir.join(if at % 2 == 0 { "cur" } else { "new" }).join(format!("{at}:2,S"))).unwrap();
    }
    for place in ["mails", "Maildir"] {
        house.out(&["undo"]);
        holds_the_mails(&house, &import(&house, &[place]));
    }
}

#[test]
fn a_number_that_comes_by_mail_goes_to_the_parcel_that_waits_for_it() {
    let house = House::new();
    house.out(&["add", "--order", "8150000000000031", "--title", "Mine", "--tag", "gift"]);
    let done = import(&house, &[&data("shipped_ru.eml")]);
    assert!(done.out.starts_with("changed\t1\tLP00620966542870\t8150000000000031"), "{done:?}");
    let parcel = &list(&house)[0];
    assert_eq!((&parcel["title"], &parcel["tags"], list(&house).len()), (&json!("Mine"), &json!(["gift"]), 1));
}

#[test]
fn standard_input_text_and_what_cannot_be_read() {
    let house = House::new();
    let piped =
        house.command(&["import", "-"]).write_stdin("my parcels: RB123456785CN and LP00620966542870\n").output();
    assert!(piped.unwrap().status.success());
    assert_eq!(list(&house).len(), 2);
    std::fs::write(house.home().join("empty.csv"), "a,b\n1,2\n").unwrap();
    std::fs::write(house.home().join("picture.csv"), b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x01\0").unwrap();
    for (path, says) in
        [("empty.csv", "nothing in it was recognised"), ("picture.csv", "neither a table"), ("gone", "cannot be read")]
    {
        let refused = import(&house, &[path]);
        assert!(refused.code == 1 && refused.talk.contains(says) && refused.talk.contains("hint:"), "{refused:?}");
    }
    assert_eq!(list(&house).len(), 2);
}

#[test]
#[cfg(unix)]
fn a_pipe_that_is_named_like_a_file_is_read_from_its_beginning() {
    let house = House::new();
    let rows = (0..2_000).map(|n| format!(",81500000{n:04}\n")).collect::<Vec<_>>().concat();
    let piped = house.command(&["import", "/dev/stdin"]).write_stdin(format!("Track,Order\n{rows}")).output();
    assert!(piped.unwrap().status.success());
    assert_eq!(list(&house).len(), 2_000);
}

#[test]
fn a_stray_quote_swallows_no_rows_and_days_to_come_are_left_out() {
    let house = House::new();
    let table = "Track,Order,Title,Order date\nRB123456785CN,81901,\"17 inch,\nLP00620966542870,81902,hub,2026-11-03\n\
        RA123456785RU,81903,\"lamp,\n,81904,cup,2099-01-01\n";
    std::fs::write(house.home().join("t.csv"), table).unwrap();
    let done = import(&house, &["t.csv"]);
    assert!(done.code == 3 && done.talk.contains("line 2: passed over, its quotes do not match"), "{done:?}");
    assert!(done.talk.contains("line 4: passed over, its quotes do not match"), "{done:?}");
    assert!(done.talk.contains("line 5: \"2099-01-01\" is still to come; the rest was read"), "{done:?}");
    assert_eq!(by_order(&house, "81902")["number"], json!("LP00620966542870"));
    assert_eq!(by_order(&house, "81904")["order_details"][0]["ordered_on"], json!(null));
    let spoken = import(&house, &["t.csv", "--lang", "ru"]).talk;
    assert!(spoken.contains("день, который ещё не наступил"), "{spoken}");
}

#[test]
fn a_mail_of_a_mailbox_with_a_line_that_begins_with_from_is_one_mail() {
    let house = House::new();
    let mail = "From: AliExpress <order@aliexpress.example>\nTo: me@example.org\nSubject: Order 8150000000000002 shipped\n\
        Date: Tue, 03 Nov 2026 10:31:00 +0000\n\nYour order 8150000000000002 has been shipped.\n\n\
        From here on the post has it.\n\nTracking number: LP00620966542870\n\n";
    std::fs::write(house.home().join("box"), format!("From a@b Tue Nov  3 10:31:00 2026\n{mail}")).unwrap();
    let done = import(&house, &["box"]);
    assert!(done.code == 0 && done.talk.contains("Added 1, changed 0, already known 0, passed over 0."), "{done:?}");
    assert_eq!(by_order(&house, "8150000000000002")["number"], json!("LP00620966542870"));
}

#[test]
fn the_table_that_export_writes_keeps_numbers_orders_and_presets() {
    let house = House::new();
    let words = ["--order", "81901", "--order", "81902", "--tag", "at home", "--tag", "b"];
    house.out(&[&["add", "RB123456785CN"], &words[..]].concat());
    house.out(&["edit", "1", "--number", "LP00620966542870"]);
    let preset = ["--order", "81903", "--shipped", "2026-11-03", "--protected-until", "aliexpress"];
    house.out(&[&["add", "RA123456785RU"], &preset[..]].concat());
    house.out(&["export", "--format", "csv", "-o", "out.csv"]);
    let other = House::new();
    std::fs::copy(house.home().join("out.csv"), other.home().join("out.csv")).unwrap();
    let done = import(&other, &["out.csv"]);
    assert!(done.code == 0 && done.talk.contains("numbers = track number"), "{done:?}");
    let (before, after) = (by_order(&house, "81902"), by_order(&other, "81902"));
    for field in ["numbers", "orders", "tags"] {
        assert_eq!(before[field], after[field], "{field}");
    }
    let (before, after) = (by_order(&house, "81903"), by_order(&other, "81903"));
    assert_eq!(before["protected_until"], after["protected_until"]);
    assert_eq!(after["protection"]["preset"], json!("aliexpress"), "a preset is no fact");
}

#[test]
fn an_import_that_is_killed_leaves_all_or_nothing_and_the_next_one_finishes() {
    let house = House::new();
    let row = |row: usize| format!("8150{row:09},2026-11-03,RX{row:09}CN\n");
    let rows: String = (0..2_000).map(row).collect();
    std::fs::write(house.home().join("big.csv"), format!("order,order date,tracking\n{rows}")).unwrap();
    for wait in [60, 250, 600] {
        let mut program =
            house.process(&["import", "big.csv"]).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
        std::thread::sleep(Duration::from_millis(wait));
        program.kill().unwrap();
        program.wait().unwrap();
        assert!(matches!(list(&house).len(), 0 | 2_000), "half of it after {wait} ms");
    }
    assert_eq!(import(&house, &["big.csv"]).code, 0);
    assert_eq!(list(&house).len(), 2_000);
}
