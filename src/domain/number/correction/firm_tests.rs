//! No number that is right as it was typed has a firm correction: tried on random right numbers of every format.

use crate::domain::number::random_numbers::RandomNumbers;
use crate::domain::number::{Format, IdentifyContext, formats, identify, rescue};

/// So many numbers of each format.
const NUMBERS: usize = 10_000;
/// So many of them have all their corrections made up; of the others it is enough that nothing can be firm.
const MADE_UP: usize = 12;

fn has_firm(number: &str) -> bool {
    rescue(number, &IdentifyContext::default()).iter().any(|correction| correction.firm)
}

/// The numbers of a format that have a firm correction.
fn wrongly_firm(format: &Format) -> Vec<String> {
    let numbers = RandomNumbers::new().of(format, NUMBERS);
    assert!(numbers.len() > NUMBERS / 2, "{}: only {} numbers", format.id, numbers.len());
    let is_right = |number: &str| super::accepted(&identify(number, &IdentifyContext::default()));
    let made_up = |at: usize, number: &str| at < MADE_UP || !is_right(number);
    let tried = numbers.into_iter().enumerate().filter(|(at, number)| made_up(*at, number));
    tried.map(|(_, number)| number).filter(|number| has_firm(number)).collect()
}

#[test]
fn no_right_number_of_any_format_has_a_firm_correction() {
    for format in formats() {
        let wrong = wrongly_firm(format);
        assert!(wrong.is_empty(), "{}: {wrong:?}", format.id);
    }
}

#[test]
fn what_is_not_right_can_still_be_corrected_firmly() {
    assert!(has_firm("RB12345678SCN") && has_firm("RB1233456785CN"));
}
