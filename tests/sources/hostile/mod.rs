//! Whatever comes back, nothing breaks and nothing is made up.

mod evidence;
mod limits;
mod rows;
pub mod spoil;

use posylka::domain::TrackingNumber;
use posylka::sources::seventeen_track;
use proptest::prelude::*;
use proptest::test_runner::{TestCaseError, TestCaseResult, TestRunner};

use crate::support::{number, recorded, recording, says_delivered};
use rows::Row;
pub use rows::{CAINIAO_DELIVERED, KAZPOST_DELIVERED};
use spoil::{named, spoiled};

/// Runs a check on 512 values.
fn holds_for<S: Strategy>(values: &S, check: impl Fn(S::Value) -> TestCaseResult) {
    let config = ProptestConfig { cases: 512, failure_persistence: None, ..ProptestConfig::default() };
    TestRunner::new(config).run(values, check).unwrap_or_else(|error| panic!("{error}"));
}

/// The bodies of a row: the project's own, and the recorded ones where they are there.
fn bodies(row: &Row) -> Vec<Vec<u8>> {
    let mut bodies: Vec<Vec<u8>> =
        row.files.iter().map(|file| recording(&format!("{}/{file}", row.recordings))).collect();
    bodies.extend(recorded(row.recorded).into_iter().map(|(_, body)| body));
    bodies
}

/// Asks about some numbers: each of them is answered once, or none; and is delivered only where it may be.
fn check(row: &Row, asked: &[TrackingNumber], status: u16, body: &[u8]) -> TestCaseResult {
    let Ok(replies) = (row.decode)(asked, status, body) else { return Ok(()) };
    let mut answered: Vec<_> = replies.iter().map(|reply| &reply.number).collect();
    answered.sort();
    let mut expected: Vec<_> = asked.iter().collect();
    expected.sort();
    prop_assert_eq!(answered, expected);
    prop_assert!((row.may_deliver)(body) || !says_delivered(&replies), "delivered without evidence");
    Ok(())
}

fn any_bytes(row: &Row) {
    let markup = "(<[a-zA-Z:/!\\[\\]?&;= '\"]{0,12}>?){0,40}".prop_map(String::into_bytes);
    let bytes = prop_oneof![4 => prop::collection::vec(any::<u8>(), 0..2048), 1 => markup];
    holds_for(&(100_u16..600, bytes), |(status, body)| {
        let asked = [number(row.asked[0])];
        check(row, &asked, status, &body)?;
        let read = (row.decode)(&asked, status, &body);
        prop_assert!(!read.is_ok_and(|replies| says_delivered(&replies)), "delivered by noise");
        Ok(())
    });
}

fn spoiled_answers(row: &Row) {
    let status = prop_oneof![3 => prop::sample::select(row.statuses), 1 => 100_u16..600];
    let original = bodies(row);
    let numbers: Vec<Vec<TrackingNumber>> = original.iter().map(|body| named(body)).collect();
    let which = 0..original.len();
    let answers = which.prop_flat_map(move |at| (Just(at), spoiled(vec![original[at].clone()])));
    holds_for(&(status, answers), |(status, (at, body))| {
        for text in row.asked {
            check(row, &[number(text)], status, &body)?;
        }
        check(row, &numbers[at], status, &body)?;
        for number in &numbers[at] {
            check(row, std::slice::from_ref(number), status, &body)?;
        }
        Ok(())
    });
}

macro_rules! each_decoder {
    ($($name:ident $row:ident,)*) => {
        $(mod $name {
            use super::rows::$row;

            #[test]
            fn any_bytes_are_survived() {
                super::any_bytes(&$row);
            }

            #[test]
            fn spoiled_answers_are_survived_and_nothing_is_made_up() {
                super::spoiled_answers(&$row);
            }
        })*
    };
}

each_decoder! {
    belpost BELPOST,
    cainiao CAINIAO,
    correos_es CORREOS_ES,
    dhl DHL,
    four_px FOUR_PX,
    inpost INPOST,
    kazpost KAZPOST,
    la_poste LA_POSTE,
    nova_poshta NOVA_POSHTA,
    poste_italiane POSTE_ITALIANE,
    russian_post RUSSIAN_POST,
    seventeen_track_reading SEVENTEEN_TRACK,
    ship24 SHIP24,
    track24 TRACK24,
    upu UPU,
}

#[test]
fn answers_of_17track_to_a_registration_are_survived() {
    let bytes = prop_oneof![prop::collection::vec(any::<u8>(), 0..2048), spoiled(bodies(&rows::SEVENTEEN_TRACK))];
    let asked = [number("LP00990000000017")];
    holds_for(&(prop_oneof![Just(200), 100_u16..600], bytes), |(status, body)| {
        let Ok(registered) = seventeen_track::decode_registration(&asked, status, &body) else { return Ok(()) };
        prop_assert_eq!(registered.len(), 1);
        Ok::<(), TestCaseError>(())
    });
}
