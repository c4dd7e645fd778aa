//! Orders from mails: a file, a mailbox, a folder, a maildir.

use std::path::{Path, PathBuf};

use insta::assert_snapshot;
use serde_json::json;

use crate::import_bench::{by_order, import, import_data, list};
use crate::test_home::TestHome;

/// What every way of reading the mails has to end in.
fn holds_the_mails(home: &TestHome) {
    assert_eq!(list(home).len(), 2);
    let hub = by_order(home, "8150000000000031");
    assert_eq!((&hub["number"], &hub["shop"]), (&json!("LP00620966542870"), &json!("AliExpress")));
    let wanted = json!({"code": "8150000000000031", "shop": "AliExpress", "title": "USB hub, 4 ports",
        "ordered_on": "2026-11-03", "shipped_on": "2026-11-05", "received_on": null, "expected_on": null,
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
