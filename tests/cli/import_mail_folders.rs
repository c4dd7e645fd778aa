//! Folders of mail programs, mails that cannot be looked into, and reminders that confirm nothing.

use std::path::Path;

use serde_json::json;

use crate::import_bench::{by_order, data, import, list};
use crate::test_home::TestHome;

/// A file of a folder: its place, and its bytes.
type Placed = (String, Vec<u8>);

/// Writes a file with the folders that it stands in.
fn put(home: &TestHome, place: &str, bytes: &[u8]) {
    let path = home.path().join(place);
    std::fs::create_dir_all(path.parent().unwrap()).unwrap();
    std::fs::write(path, bytes).unwrap();
}

fn mail(name: &str) -> Vec<u8> {
    std::fs::read(data(name)).unwrap()
}

fn placed(place: &str, bytes: &[u8]) -> Placed {
    (place.to_owned(), bytes.to_vec())
}

/// The mails of the test data, each as a file that is called so.
fn each(call: impl Fn(usize) -> String, write: impl Fn(Vec<u8>) -> Vec<u8>) -> Vec<Placed> {
    let names = ["placed_en.eml", "shipped_ru.eml", "placed_zh.eml", "received_en.eml", "old_en.eml", "newsletter.eml"];
    names.iter().enumerate().map(|(at, name)| (call(at + 1), write(mail(name)))).collect()
}

/// How mail programs keep their mails: the folder, its files, and what of them is no mail.
fn layouts() -> Vec<(&'static str, Vec<Placed>, &'static str)> {
    let mailbox = mail("orders.mbox");
    let index = b"// <!-- <mdb:mork:z v=\"1.4\"/> -->";
    let emlx = |mail: Vec<u8>| [format!("{}\n", mail.len()).into_bytes(), mail, b"<?xml version=".to_vec()].concat();
    vec![
        ("Local Folders", vec![placed("Orders.sbd/Shops", &mailbox), placed("Orders.sbd/Shops.msf", index)], "msf 1"),
        (
            "V2",
            vec![placed("INBOX.mbox/mbox", &mailbox), placed("INBOX.mbox/table_of_contents", &[0, 1])],
            "no ending 1",
        ),
        ("Mail", vec![placed("sent-2026", &mailbox), placed("cat.JPG", b"\xff\xd8\xff\xe0")], "jpg 1"),
        (
            "inbox",
            [each(|at| at.to_string(), |mail| mail), vec![placed(".mh_sequences", b"cur: 1\n")]].concat(),
            "no ending 1",
        ),
        (
            "V10",
            [
                each(|at| format!("8A1/INBOX.mbox/8A2/Data/1/2/Messages/{at}.emlx"), emlx),
                vec![placed("8A1/Info.plist", b"<?xml version=")],
            ]
            .concat(),
            "plist 1",
        ),
    ]
}

#[test]
fn the_folders_of_mail_programs_are_looked_into_and_what_was_not_opened_is_counted() {
    for (root, files, unopened) in layouts() {
        let home = TestHome::new();
        for (place, bytes) in &files {
            put(&home, &format!("{root}/{place}"), bytes);
        }
        let done = import(&home, &[root]);
        assert_eq!((done.status, list(&home).len()), (0, 2), "{root}: {done}");
        let line = format!("1 file was not opened, it is neither a mail nor a table: {unopened}.");
        assert!(done.stderr.lines().any(|said| said == line), "{root}: {done}");
        assert_eq!(by_order(&home, "8150000000000031")["number"], json!("LP00620966542870"), "{root}");
    }
}

#[test]
fn a_folder_without_mails_says_what_was_not_opened_in_both_languages() {
    let home = TestHome::new();
    put(&home, "things/cat.jpg", b"\xff\xd8\xff\xe0");
    put(&home, "things/notes", b"milk, bread");
    for (language, wanted) in [
        ("en", "2 files were not opened, they are neither mails nor tables: jpg 1, no ending 1."),
        ("ru", "2 файла не открыты, это не письма и не таблицы: jpg 1, без расширения 1."),
    ] {
        let done = import(&home, &["things", "--lang", language]);
        assert!(done.status == 1 && done.stderr.lines().any(|said| said == wanted), "{done}");
    }
}

/// A mail of the large collection, under a short path.
fn collected(home: &TestHome, name: &str) {
    let from = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/mails").join(name);
    std::fs::copy(from, home.path().join(name)).unwrap();
}

#[test]
fn a_mail_that_cannot_be_looked_into_is_named_as_such() {
    let home = TestHome::new();
    let names = ["sealed_smime.eml", "sealed_tnef.eml"];
    for name in names {
        collected(&home, name);
    }
    let done = import(&home, &names);
    for wanted in [
        "1 mail passed over: it is encrypted, or signed as a whole, and was not opened.",
        "1 mail passed over: its content is in winmail.dat, which only Outlook reads.",
    ] {
        assert!(done.stderr.lines().any(|said| said == wanted), "{done}");
    }
}

#[test]
fn a_reminder_finishes_no_parcel_and_a_receipt_does() {
    let home = TestHome::new();
    for (mail, order, received) in [
        ("en_ali_reminder.eml", "8190000000000012", json!(null)),
        ("en_ali_received.eml", "8190000000000014", json!("2026-11-20")),
    ] {
        collected(&home, mail);
        home.prepare(&["add", "--order", order, "--shop", "AliExpress"]);
        let done = import(&home, &[mail]);
        let parcel = by_order(&home, order);
        assert_eq!(parcel["order_details"][0]["received_on"], received, "{mail}: {done}");
        assert_eq!(parcel["finished"], json!(!received.is_null()), "{mail}");
    }
}
