//! Numbers that are right by the table of formats, for tests that try many of each.

use super::check_digit::expected;
use super::format::Format;
use super::format_index::allows;
use super::normalise::{CODES, character};
use super::pattern::{Pattern, patterns};
use super::s10_issuers::ISSUERS;

/// Numbers drawn from a sequence that is the same in every run.
pub(crate) struct RandomNumbers(u64);

impl RandomNumbers {
    pub(crate) fn new() -> Self {
        Self(0x9e37_79b9_7f4a_7c15)
    }

    /// So many right numbers of a format, spread over its shapes.
    pub(crate) fn of(&mut self, format: &Format, count: usize) -> Vec<String> {
        let all: Vec<Pattern> = format.shapes.iter().flat_map(|shape| patterns(shape)).collect();
        (0..count).filter_map(|at| (0..200).find_map(|_| self.one(format, &all[at % all.len()]))).collect()
    }

    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap_or(0) % end
    }

    /// `None` where the check digit that the rest asks for cannot stand in its place.
    fn one(&mut self, format: &Format, pattern: &Pattern) -> Option<String> {
        let mut number: Vec<u8> = pattern.masks.iter().map(|&mask| self.allowed(mask)).collect();
        if format.issuer {
            let issuer = ISSUERS[self.below(ISSUERS.len())].0.as_bytes();
            let end = number.len() - 2;
            number[end..].copy_from_slice(issuer);
        }
        if let Some(digit) = expected(format.rule, &number[pattern.start..pattern.check]) {
            number[pattern.check] = digit;
        }
        let is_right = pattern.masks.iter().zip(&number).all(|(&mask, &byte)| allows(mask, byte));
        String::from_utf8(number).ok().filter(|_| is_right)
    }

    fn allowed(&mut self, mask: u64) -> u8 {
        let all: Vec<u8> = (0..CODES).filter(|code| mask & (1 << code) != 0).map(character).collect();
        all[self.below(all.len())]
    }
}
