//! Answers are kept as they came, once, and nobody can change them unseen.

use posylka::domain::State;
use posylka::store::{ChainCheck, Database, KeptExchange, Recording};
use sha2::{Digest, Sha256};

use crate::support::*;

fn asked(db: &mut Database, minute: i64, exchanges: Vec<KeptExchange>) {
    let plain = recording("a", LP, minute, known(facts(State::UNDERWAY), vec![]));
    db.record(&Recording { exchanges, ..plain }).unwrap();
}

#[test]
fn a_body_comes_back_byte_for_byte() {
    let mut db = db();
    let id = add(&mut db, LP);
    let body: Vec<u8> = (0..200_000_u32).map(|n| u8::try_from((n % 1009) * (n % 1013) % 251).unwrap()).collect();
    asked(&mut db, 1, vec![KeptExchange { question: "GET /x".into(), http_status: 503, body: body.clone() }]);
    let answer = db.last_answer(&source("a")).unwrap().unwrap();
    assert_eq!((answer.http_status, answer.question.as_str(), answer.asked_at), (503, "GET /x", at(1)));
    assert_eq!(answer.body, body);
    assert_eq!(answer.body_hash.as_slice(), Sha256::digest(&body).as_slice());
    assert_eq!(db.answers(id).unwrap(), [answer]);
    assert!(db.last_answer(&source("b")).unwrap().is_none());
}

#[test]
fn the_same_answer_to_the_same_question_is_stored_once() {
    let mut db = db();
    let id = add(&mut db, LP);
    asked(&mut db, 1, vec![exchange("q1", "same")]);
    asked(&mut db, 2, vec![exchange("q1", "same")]);
    asked(&mut db, 3, vec![exchange("q2", "same")]);
    assert_eq!(db.answers(id).unwrap().len(), 2);
    asked(&mut db, 4, vec![exchange("q1", "other")]);
    asked(&mut db, 5, vec![exchange("q1", "same")]);
    assert_eq!(db.answers(id).unwrap().len(), 4, "equal to the last one, not to any");
    let failed = KeptExchange { http_status: 500, ..exchange("q1", "same") };
    asked(&mut db, 6, vec![failed]);
    assert_eq!(db.verify_chain().unwrap(), ChainCheck::Whole(5));
}

#[test]
fn the_chain_is_as_documented() {
    let mut db = db();
    let id = add(&mut db, LP);
    asked(&mut db, 1, vec![exchange("q1", "one"), exchange("q2", "two")]);
    let mut previous = [0_u8; 32];
    for answer in db.answers(id).unwrap() {
        let mut bytes = previous.to_vec();
        bytes.extend(Sha256::digest(&answer.body));
        bytes.extend(answer.asked_at.timestamp_millis().to_be_bytes());
        bytes.extend(answer.answered_at.timestamp_millis().to_be_bytes());
        bytes.extend(answer.http_status.to_be_bytes());
        bytes.extend(answer.question.as_bytes());
        assert_eq!(answer.chain.as_slice(), Sha256::digest(bytes).as_slice());
        previous = answer.chain;
    }
}

fn five(path: &std::path::Path) -> Database {
    let mut db = Database::open(path, now()).unwrap();
    add(&mut db, LP);
    for n in 1..=5 {
        asked(&mut db, n, vec![exchange("q", &format!("answer {n}"))]);
    }
    db
}

#[test]
fn sql_refuses_to_change_or_delete_an_answer() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("posylka.db");
    let db = five(&path);
    let outside = rusqlite::Connection::open(&path).unwrap();
    for sql in ["UPDATE answer SET http_status = 404 WHERE id = 2", "DELETE FROM answer WHERE id = 2"] {
        assert!(outside.execute(sql, []).unwrap_err().to_string().contains("append-only"), "{sql}");
    }
    assert_eq!(db.verify_chain().unwrap(), ChainCheck::Whole(5));
}

#[test]
fn whoever_gets_around_that_is_seen() {
    let tampering = [
        ("UPDATE answer SET http_status = 404 WHERE id = 2", 2),
        ("UPDATE answer SET question = 'other' WHERE id = 3", 3),
        ("UPDATE answer SET answered_at = answered_at + 1 WHERE id = 4", 4),
        ("UPDATE answer SET body = (SELECT body FROM answer WHERE id = 1) WHERE id = 5", 5),
        ("UPDATE answer SET body = X'00' WHERE id = 1", 1),
        ("DELETE FROM answer WHERE id = 1", 2),
        ("DELETE FROM answer WHERE id = 3", 4),
        ("DELETE FROM answer WHERE id = 5", 5),
        ("DELETE FROM answer", 1),
    ];
    for (sql, first) in tampering {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("posylka.db");
        let db = five(&path);
        let outside = rusqlite::Connection::open(&path).unwrap();
        outside
            .execute_batch(&format!(
                "PRAGMA foreign_keys = OFF; DROP TRIGGER answer_is_never_changed;
                 DROP TRIGGER answer_is_never_deleted; {sql}"
            ))
            .unwrap();
        assert_eq!(db.verify_chain().unwrap(), ChainCheck::Broken(first), "{sql}");
    }
}
