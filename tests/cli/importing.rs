//! Taking parcels and orders from tables and mails.

use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::Duration;

use serde_json::{Value, json};

use crate::test_home::{Output, TestHome};

fn data(name: &str) -> String {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/intake").join(name).to_string_lossy().into_owned()
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
    let file = data("orders_en.csv");
    let dry = import(&home, &[&file, "--dry-run"]);
    assert_eq!(list(&home).len(), 0, "{dry:?}");
    assert!(dry.stderr.contains("Nothing was changed"), "{dry:?}");

    let done = import(&home, &[&file]);
    assert_eq!(done.status, 3, "some of it was passed over: {done:?}");
    assert!(done.stderr.contains("Carrier Name & Tracking Number = track number"), "{done:?}");
    assert!(done.stderr.contains("line 6: passed over, it has neither"), "{done:?}");
    assert!(done.stderr.contains("line 7: \"8.15E+15\" was shortened"), "{done:?}");
    assert!(done.stderr.contains("line 8: \"soon\" is no day") && done.stderr.contains("RB12345?785CN"), "{done:?}");
    assert!(done.stderr.contains("Added 5, changed 0, already known 0, passed over 1."), "{done:?}");
    let words = |out: &str| out.lines().map(|line| line.split('\t').next().unwrap().to_owned()).collect::<Vec<_>>();
    assert_eq!(words(&done.stdout), ["added"; 5]);

    let hub = by_order(&home, "8150000000000001");
    assert_eq!((&hub["number"], &hub["title"]), (&json!("LP00620966542870"), &json!("USB hub, 4 ports + Cable")));
    assert_eq!((&hub["shop"], &hub["order_details"][0]["ordered_on"]), (&json!("AliExpress"), &json!("2026-11-03")));
    let teapot = by_order(&home, "8150000000000002");
    assert_eq!((&teapot["number"], &teapot["order_details"][0]["ordered_on"]), (&json!(null), &json!("2026-11-14")));
    assert_eq!(by_order(&home, "112-0000001-0000001")["number"], json!("9400100000000000000000"));

    let before = list(&home);
    let again = import(&home, &[&file]);
    assert!(again.stderr.contains("Added 0, changed 0, already known 5"), "{again:?}");
    assert_eq!(words(&again.stdout), ["known"; 5]);
    assert_eq!(list(&home), before);
    home.prepare(&["undo"]);
    assert!(list(&home).is_empty(), "one step took all of it back");
}

#[test]
fn tables_from_russian_and_chinese_spreadsheets_are_read() {
    let home = TestHome::new();
    for file in ["orders_ru.csv", "orders_zh.tsv"] {
        let done = import(&home, &[&data(file)]);
        assert_eq!(done.status, 0, "{done:?}");
        assert!(done.stderr.contains("Added 2"), "{done:?}");
    }
    let case = by_order(&home, "8150000000000011");
    assert_eq!((&case["number"], &case["title"]), (&json!("RB123456785CN"), &json!("Чехол «синий»")));
    assert_eq!((&case["note"], &case["protected_until"]), (&json!("в подарок"), &json!("2027-01-19")));
    assert_eq!(case["order_details"][0]["shipped_on"], json!("2026-11-05"));
    assert_eq!(by_order(&home, "8150000000000012")["order_details"][0]["ordered_on"], json!("2026-11-14"));
    let teapot = by_order(&home, "8150000000000021");
    assert_eq!((&teapot["title"], &teapot["shop"]), (&json!("蓝色茶壶"), &json!("淘宝")));
    assert_eq!(teapot["order_details"][0]["ordered_on"], json!("2026-11-03"));
    let talk = import(&home, &[&data("orders_ru.csv"), "--lang", "ru"]).stderr;
    assert!(talk.contains("Добавлено 0, изменено 0, уже известно 2, пропущено 0."), "{talk}");
}

#[test]
fn a_day_that_can_be_read_in_two_ways_is_asked_for() {
    let home = TestHome::new();
    let file = data("ambiguous.csv");
    let asked = import(&home, &[&file]);
    assert!(
        asked.status == 2 && asked.stderr.contains("line 2: \"03/11/2026\"") && asked.stderr.contains("--dates dmy"),
        "{asked:?}"
    );
    assert!(list(&home).is_empty());
    assert_eq!(import(&home, &[&file, "--dates", "dmy"]).status, 0);
    assert_eq!(by_order(&home, "815001")["order_details"][0]["ordered_on"], json!("2026-11-03"));
}

/// What every way of reading the mails has to end in.
fn holds_the_mails(home: &TestHome, done: &Output) {
    assert_eq!(done.status, 0, "{done:?}");
    assert_eq!(list(home).len(), 2, "{done:?}");
    let hub = by_order(home, "8150000000000031");
    assert_eq!((&hub["number"], &hub["shop"]), (&json!("LP00620966542870"), &json!("AliExpress")));
    let wanted = json!({"code": "8150000000000031", "shop": "AliExpress", "title": "USB hub, 4 ports",
        "ordered_on": "2026-11-03", "shipped_on": "2026-11-05", "received_on": null,
        "protected_until": "2027-01-19", "preset": null});
    assert_eq!(hub["order_details"], json!([wanted]));
    let teapot = by_order(home, "8150000000000041");
    assert_eq!((&teapot["number"], &teapot["title"]), (&json!(null), &json!("蓝色茶壶")));
    assert_eq!(teapot["order_details"][0]["ordered_on"], json!("2026-11-14"));
    for why in ["says nothing of an order", "cancelled or refunded", "older than half a year", "not in the list"] {
        assert!(done.stderr.contains(why), "{why}: {done:?}");
    }
}

fn mails() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/intake");
    let files = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    files.filter(|path| path.extension().is_some_and(|ending| ending == "eml")).collect()
}

#[test]
fn order_mails_are_read_from_a_mailbox_a_folder_and_a_maildir() {
    let home = TestHome::new();
    holds_the_mails(&home, &import(&home, &[&data("orders.mbox")]));
    let again = import(&home, &[&data("orders.mbox")]);
    assert!(again.stderr.contains("Added 0, changed 0"), "{again:?}");

    let (folder, maildir) = (home.path().join("mails"), home.path().join("Maildir"));
    std::fs::create_dir(&folder).unwrap();
    for name in ["cur", "new", "tmp"] {
        std::fs::create_dir_all(maildir.join(name)).unwrap();
    }
    for (at, mail) in mails().iter().enumerate() {
        std::fs::copy(mail, folder.join(mail.file_name().unwrap())).unwrap();
        std::fs::copy(mail, maildir.join(if at % 2 == 0 { "cur" } else { "new" }).join(format!("{at}:2,S"))).unwrap();
    }
    for place in ["mails", "Maildir"] {
        home.prepare(&["undo"]);
        holds_the_mails(&home, &import(&home, &[place]));
    }
}

#[test]
fn a_number_that_comes_by_mail_goes_to_the_parcel_that_waits_for_it() {
    let home = TestHome::new();
    home.prepare(&["add", "--order", "8150000000000031", "--title", "Mine", "--tag", "gift"]);
    let done = import(&home, &[&data("shipped_ru.eml")]);
    assert!(done.stdout.starts_with("changed\t1\tLP00620966542870\t8150000000000031"), "{done:?}");
    let parcel = &list(&home)[0];
    assert_eq!((&parcel["title"], &parcel["tags"], list(&home).len()), (&json!("Mine"), &json!(["gift"]), 1));
}

#[test]
fn standard_input_text_and_what_cannot_be_read() {
    let home = TestHome::new();
    let piped = home.command(&["import", "-"]).write_stdin("my parcels: RB123456785CN and LP00620966542870\n").output();
    assert!(piped.unwrap().status.success());
    assert_eq!(list(&home).len(), 2);
    std::fs::write(home.path().join("empty.csv"), "a,b\n1,2\n").unwrap();
    std::fs::write(home.path().join("picture.csv"), b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x01\0").unwrap();
    for (path, says) in
        [("empty.csv", "nothing in it was recognised"), ("picture.csv", "neither a table"), ("gone", "cannot be read")]
    {
        let refused = import(&home, &[path]);
        assert!(
            refused.status == 1 && refused.stderr.contains(says) && refused.stderr.contains("hint:"),
            "{refused:?}"
        );
    }
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
    let done = import(&home, &["t.csv"]);
    assert!(done.status == 3 && done.stderr.contains("line 2: passed over, its quotes do not match"), "{done:?}");
    assert!(done.stderr.contains("line 4: passed over, its quotes do not match"), "{done:?}");
    assert!(done.stderr.contains("line 5: \"2099-01-01\" is still to come; the rest was read"), "{done:?}");
    assert_eq!(by_order(&home, "81902")["number"], json!("LP00620966542870"));
    assert_eq!(by_order(&home, "81904")["order_details"][0]["ordered_on"], json!(null));
    let spoken = import(&home, &["t.csv", "--lang", "ru"]).stderr;
    assert!(spoken.contains("день, который ещё не наступил"), "{spoken}");
}

#[test]
fn a_mail_of_a_mailbox_with_a_line_that_begins_with_from_is_one_mail() {
    let home = TestHome::new();
    let mail = "From: AliExpress <order@aliexpress.example>\nTo: me@example.org\nSubject: Order 8150000000000002 shipped\n\
        Date: Tue, 03 Nov 2026 10:31:00 +0000\n\nYour order 8150000000000002 has been shipped.\n\n\
        From here on the post has it.\n\nTracking number: LP00620966542870\n\n";
    std::fs::write(home.path().join("box"), format!("From a@b Tue Nov  3 10:31:00 2026\n{mail}")).unwrap();
    let done = import(&home, &["box"]);
    assert!(
        done.status == 0 && done.stderr.contains("Added 1, changed 0, already known 0, passed over 0."),
        "{done:?}"
    );
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
    let done = import(&other, &["out.csv"]);
    assert!(done.status == 0 && done.stderr.contains("numbers = track number"), "{done:?}");
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
