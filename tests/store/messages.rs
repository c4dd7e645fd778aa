//! Letters in a parcel's log, and letters that were begun.

use posylka::domain::message::{Addressee, How, Language, MessageChoice, SentMessage, Situation};
use posylka::domain::{CleanText, ParcelId};
use posylka::store::Database;

use crate::support::*;

const STUCK: MessageChoice =
    MessageChoice { situation: Situation::Stuck, to: Addressee::Seller, language: Language::Chinese };

fn letter(minutes: i64, choice: MessageChoice, text: &str) -> SentMessage {
    SentMessage { at: at(minutes), choice, how: How::Copied, text: CleanText::note(text) }
}

#[test]
fn what_was_written_is_there_newest_first_and_with_its_lines() {
    let mut db = db();
    let id = add(&mut db, LP);
    let first = letter(0, STUCK, "您好！\n\n谢谢！");
    let second = letter(5, MessageChoice { to: Addressee::Carrier, ..STUCK }, "Hello");
    assert!(db.keep_message(id, &first).unwrap());
    assert!(db.keep_message(id, &second).unwrap());
    assert_eq!(db.messages(id).unwrap(), [second.clone(), first.clone()]);
    let dossier = db.dossier(id).unwrap().unwrap();
    assert_eq!(dossier.messages, [second.clone(), first.clone()]);
    assert_eq!(db.history(id).unwrap().unwrap().dossier.messages, [second, first]);
    let other = add(&mut db, RA);
    assert!(db.messages(other).unwrap().is_empty());
}

#[test]
fn a_letter_that_is_taken_once_more_is_one_letter_and_a_reminder_is_another() {
    let mut db = db();
    let id = add(&mut db, LP);
    assert!(db.keep_message(id, &letter(0, STUCK, "Hello")).unwrap());
    assert!(!db.keep_message(id, &letter(10, STUCK, "Hello")).unwrap());
    assert!(db.keep_message(id, &letter(11, STUCK, "Hello!")).unwrap());
    assert!(db.keep_message(id, &letter(500, STUCK, "Hello!")).unwrap());
    assert_eq!(db.messages(id).unwrap().len(), 3);
}

#[test]
fn nobody_changes_or_deletes_what_was_written() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("posylka.db");
    let mut db = Database::open(&path, now()).unwrap();
    let id = add(&mut db, LP);
    db.keep_message(id, &letter(0, STUCK, "Hello")).unwrap();
    let other = rusqlite::Connection::open(&path).unwrap();
    for sql in ["UPDATE message SET text = 'x'", "DELETE FROM message", "UPDATE message SET at = 0"] {
        let refused = other.execute(sql, []).unwrap_err().to_string();
        assert!(refused.contains("append-only"), "{sql}: {refused}");
    }
    assert!(db.remove(id, now()).unwrap());
    assert_eq!(db.messages(id).unwrap().len(), 1, "a removed parcel loses nothing");
}

#[test]
fn a_letter_to_a_parcel_that_never_was_is_refused() {
    let mut db = db();
    assert!(db.keep_message(ParcelId(7), &letter(0, STUCK, "Hello")).is_err());
    assert!(db.save_unsent(ParcelId(7), STUCK, Some(&line("Hello")), now()).is_err());
}

#[test]
fn what_was_begun_stays_each_for_itself_until_it_is_sent() {
    let mut db = db();
    let id = add(&mut db, LP);
    let other = MessageChoice { situation: Situation::Extend, ..STUCK };
    db.save_unsent(id, STUCK, Some(&line("one")), at(0)).unwrap();
    db.save_unsent(id, other, Some(&line("two")), at(1)).unwrap();
    db.save_unsent(id, STUCK, Some(&CleanText::note("one\nand a half")), at(2)).unwrap();
    let texts =
        |db: &Database| db.unsent(id).unwrap().iter().map(|u| (u.choice, u.text.to_string())).collect::<Vec<_>>();
    assert_eq!(texts(&db), [(STUCK, "one\nand a half".to_owned()), (other, "two".to_owned())]);
    assert_eq!(db.dossier(id).unwrap().unwrap().unsent.len(), 2);
    db.keep_message(id, &letter(3, STUCK, "one and a half, and sent")).unwrap();
    assert_eq!(texts(&db), [(other, "two".to_owned())]);
    db.save_unsent(id, other, None, at(4)).unwrap();
    assert!(texts(&db).is_empty());
}

#[test]
fn a_letter_of_a_newer_program_hides_nothing_else() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("posylka.db");
    let mut db = Database::open(&path, now()).unwrap();
    let id = add(&mut db, LP);
    let newer = "INSERT INTO message (parcel_id, at, addressee, situation, language, how, text)
                 VALUES (1, 0, 'shop', 'stuck', 'en', 'copied', 'x'), (1, 0, 'seller', 'stuck', 'tlh', 'copied', 'x')";
    rusqlite::Connection::open(&path).unwrap().execute(newer, []).unwrap();
    db.keep_message(id, &letter(0, STUCK, "Hello")).unwrap();
    assert_eq!(db.messages(id).unwrap().len(), 1);
    assert!(db.dossier(id).unwrap().is_some());
}
