//! The order of candidates: check digit, then distinctive prefix, then what stands around the number.

use super::candidate::Candidate;
use super::carrier_mentions;
use super::carrier_mentions::Named;
use super::identify_context::IdentifyContext;
use super::match_formats::fitting;
use crate::domain::Country;

/// The carrier's own name beside a number outweighs a check digit that one number in ten passes by chance.
const NAMED: u8 = 50;
/// What the user's country is worth: it decides between equals.
const HOME: u8 = 9;
/// What it is worth that the user has other numbers of that format.
const KNOWN: u8 = 4;
/// So many of the user's numbers are looked at.
const KNOWN_LOOKED_AT: usize = 200;

/// A context made ready to weigh many numbers.
pub(super) struct Ready {
    home: Option<Country>,
    /// The carriers named in the context's words.
    pub named: Named,
    known: Vec<&'static str>,
}

impl Ready {
    pub fn new(context: &IdentifyContext) -> Self {
        Self { home: context.home, named: carrier_mentions::named(context.words), known: known_formats(context) }
    }
}

/// Adds what the context says and sorts, best first; equals keep the table's order.
pub(super) fn rank(context: &IdentifyContext, found: &mut [Candidate]) {
    if context.home.is_some() || !context.words.is_empty() || !context.known.is_empty() {
        let ready = Ready::new(context);
        weigh(&ready, &ready.named, found);
    }
    sort(found);
}

fn sort(found: &mut [Candidate]) {
    if found.len() > 1 {
        found.sort_by_key(|c| std::cmp::Reverse(c.score));
    }
}

/// Adds what a context says, with the carriers named near this number, and sorts.
pub(super) fn rank_near(ready: &Ready, near: &Named, found: &mut [Candidate]) {
    weigh(ready, near, found);
    sort(found);
}

fn weigh(ready: &Ready, named: &Named, found: &mut [Candidate]) {
    for candidate in found {
        let home = ready.home.is_some_and(|home| candidate.format.home.contains(&home.as_str()));
        let bonus = u8::from(home) * HOME
            + u8::from(named.holds(candidate.format)) * NAMED
            + u8::from(ready.known.contains(&candidate.format.id)) * KNOWN;
        candidate.score = candidate.score.saturating_add(bonus).min(100);
    }
}

/// The best formats of the user's other numbers.
fn known_formats(context: &IdentifyContext) -> Vec<&'static str> {
    let mut formats = Vec::new();
    let mut found = Vec::new();
    for number in context.known.iter().take(KNOWN_LOOKED_AT) {
        found.clear();
        fitting(number.as_str().as_bytes(), &mut found);
        if let Some(best) = found.iter().max_by_key(|c| c.score)
            && !formats.contains(&best.format.id)
        {
            formats.push(best.format.id);
        }
    }
    formats
}
