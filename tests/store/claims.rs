//! One question is asked by one program at a time.

use std::sync::Barrier;
use std::sync::atomic::{AtomicUsize, Ordering};

use posylka::domain::{SourceId, TrackingNumber};
use posylka::store::Database;

use crate::support::*;

fn questions(numbers: &[&str]) -> Vec<(SourceId, TrackingNumber)> {
    numbers.iter().map(|n| (source("a"), number(n))).collect()
}

#[test]
fn a_claim_holds_until_it_is_released_or_has_run_out() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("posylka.db");
    let mut mine = Database::open(&path, now()).unwrap();
    let mut theirs = Database::open(&path, now()).unwrap();
    let both = questions(&[LP, RA]);
    assert_eq!(mine.claim(&both[..1], at(0), at(5)).unwrap(), both[..1]);
    assert_eq!(theirs.claim(&both, at(1), at(5)).unwrap(), both[1..], "only what nobody holds");
    assert_eq!(mine.claim(&both[..1], at(1), at(5)).unwrap(), both[..1], "one's own may be extended");
    theirs.release(&both[..1]).unwrap();
    assert!(theirs.claim(&both[..1], at(2), at(7)).unwrap().is_empty(), "nobody lets go for another");
    mine.release(&both[..1]).unwrap();
    assert_eq!(theirs.claim(&both[..1], at(3), at(8)).unwrap(), both[..1]);
    assert_eq!(mine.claim(&both[..1], at(8), at(9)).unwrap(), both[..1], "it has run out");
    let elsewhere = vec![(source("b"), number(LP))];
    assert_eq!(theirs.claim(&elsewhere, at(8), at(9)).unwrap(), elsewhere, "another source is another question");
}

#[test]
fn a_claim_from_before_the_clock_was_put_back_holds_nobody_up() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("posylka.db");
    let mut mine = Database::open(&path, now()).unwrap();
    let mut theirs = Database::open(&path, now()).unwrap();
    let next_year = 365 * 24 * 60;
    mine.claim(&questions(&[LP]), at(next_year), at(next_year + 5)).unwrap();
    assert_eq!(theirs.claim(&questions(&[LP]), at(0), at(5)).unwrap(), questions(&[LP]));
}

#[test]
fn what_a_program_had_claimed_that_has_ended_is_free_at_once() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("posylka.db");
    let mut mine = Database::open(&path, now()).unwrap();
    let mut theirs = Database::open(&path, now()).unwrap();
    theirs.claim(&questions(&[LP]), at(0), at(5)).unwrap();
    assert!(mine.claim(&questions(&[LP]), at(1), at(6)).unwrap().is_empty(), "it is still there");
    // However it ends: nothing is released.
    drop(theirs);
    assert_eq!(mine.claim(&questions(&[LP]), at(1), at(6)).unwrap(), questions(&[LP]));
    // An older program gives no sign of life: its claim holds until it has run out.
    let old = rusqlite::Connection::open(&path).unwrap();
    old.execute("INSERT INTO claim VALUES ('b', ?1, ?2, 'ABCDEF')", (LP, at(5).timestamp_millis())).unwrap();
    let elsewhere = vec![(source("b"), number(LP))];
    assert!(mine.claim(&elsewhere, at(1), at(6)).unwrap().is_empty());
    drop(mine);
    let left = std::fs::read_dir(folder.path()).unwrap().map(|f| f.unwrap().file_name().into_string().unwrap());
    assert_eq!(left.filter(|name| name.contains(".alive")).count(), 0, "nothing is left behind");
}

#[test]
fn recording_lets_the_claim_go() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("posylka.db");
    let mut mine = Database::open(&path, now()).unwrap();
    let mut theirs = Database::open(&path, now()).unwrap();
    let both = questions(&[LP, RA]);
    mine.claim(&both, at(0), at(5)).unwrap();
    record(&mut mine, "a", LP, 1, unknown());
    assert_eq!(theirs.claim(&both, at(1), at(5)).unwrap(), both[..1], "only the one that was answered");
}

#[test]
fn of_many_claimers_one_wins() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("posylka.db");
    drop(Database::open(&path, now()).unwrap());
    let numbers: Vec<String> = (0..60).map(|n| format!("RX{n:09}CN")).collect();
    let wins: Vec<AtomicUsize> = numbers.iter().map(|_| AtomicUsize::new(0)).collect();
    let start = Barrier::new(4);
    std::thread::scope(|scope| {
        for worker in 0..4 {
            let (numbers, wins, start, path) = (&numbers, &wins, &start, &path);
            scope.spawn(move || {
                let mut db = Database::open(path, now()).unwrap();
                start.wait();
                for n in 0..numbers.len() {
                    let at_ = (n + worker * 15) % numbers.len();
                    let won = db.claim(&questions(&[&numbers[at_]]), at(0), at(5)).unwrap();
                    wins[at_].fetch_add(won.len(), Ordering::SeqCst);
                }
                // Whoever has ended holds nothing any more.
                start.wait();
            });
        }
    });
    assert!(wins.iter().all(|w| w.load(Ordering::SeqCst) == 1));
}
