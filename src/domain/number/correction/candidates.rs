//! Collecting and ranking corrections.

use super::difference::CorrectionReason;
use crate::domain::number::TrackingNumber;
use crate::domain::number::candidate::Candidate;
use crate::domain::number::check_digit::Check;
use crate::domain::number::format::TextConfidence;
use crate::domain::number::identify::identify;
use crate::domain::number::identify_context::IdentifyContext;

/// So many corrections are kept: those of several formats of one length.
const MOST: usize = 80;
/// A prefix shared with a number that the user has counts from so many characters on.
const SHARED: usize = 4;

/// A number that may have been meant.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Correction {
    /// The number.
    pub number: TrackingNumber,
    /// How it differs from what was typed.
    pub why: CorrectionReason,
    /// Whether there is no doubt. Even then the user is asked: nothing is changed behind anyone's back.
    pub firm: bool,
}

/// One correction under consideration.
struct Draft {
    number: TrackingNumber,
    why: CorrectionReason,
    /// The lower the likelier.
    cost: u32,
    firm: bool,
    /// How well the number itself is founded: 0 is best.
    tier: u8,
}

/// The corrections of one text.
pub(super) struct CorrectionCandidates<'a> {
    context: &'a IdentifyContext<'a>,
    all: Vec<Draft>,
    /// Added to every cost.
    besides: u32,
    proof: Proof,
}

/// What makes a correction firm, besides the mistake itself.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Proof {
    /// Nothing more: an alphabet, that of the letters or that of the place, leaves no other reading.
    Alphabet,
    /// The corrected number's check digit has to pass.
    CheckDigit,
    /// Nothing can: the text is right as it was typed.
    Impossible,
}

impl<'a> CorrectionCandidates<'a> {
    pub fn new(context: &'a IdentifyContext<'a>) -> Self {
        Self { context, all: Vec::new(), besides: 0, proof: Proof::Alphabet }
    }

    /// From now on everything costs so much more, and nothing is firm: there is another mistake besides.
    pub fn besides(&mut self, cost: u32) {
        self.besides = cost;
    }

    /// From now on a correction needs this proof to be firm.
    pub fn needs(&mut self, proof: Proof) {
        self.proof = proof;
    }

    /// Adds a number where it is one that is accepted; says whether it was.
    pub fn add(&mut self, number: &[u8], why: CorrectionReason, cost: u32, firm: bool) -> bool {
        let Some(number) = std::str::from_utf8(number).ok().and_then(|n| TrackingNumber::parse(n).ok()) else {
            return false;
        };
        let Some(best) = best(&number, self.context) else { return false };
        // between mistakes of one kind, the likelier format decides
        let proved = match self.proof {
            Proof::Alphabet => true,
            Proof::CheckDigit => best.check == Check::Passed,
            Proof::Impossible => false,
        };
        let firm = firm && proved && self.besides == 0;
        let cost =
            (cost + self.besides + u32::from(100 - best.score.min(100)) / 5).saturating_sub(self.shared(&number));
        self.put(Draft { number, why, cost, firm, tier: tier(&best) });
        true
    }

    fn put(&mut self, draft: Draft) {
        match self.all.iter_mut().find(|d| d.number == draft.number) {
            Some(old) if (draft.firm, old.cost) > (old.firm, draft.cost) => *old = draft,
            Some(_) => {}
            None => self.all.push(draft),
        }
    }

    /// How much a prefix shared with one of the user's numbers is worth.
    fn shared(&self, number: &TrackingNumber) -> u32 {
        let common = |known: &TrackingNumber| {
            known.as_str().bytes().zip(number.as_str().bytes()).take_while(|(a, b)| a == b).count()
        };
        let most = self.context.known.iter().map(common).max().unwrap_or(0);
        u32::try_from(most.saturating_sub(SHARED)).unwrap_or(0) * 6
    }

    /// The ranked corrections. Where several are firm, those of the best founded number and likeliest kind alone stay
    /// so, and none where one kind of mistake leads to several numbers.
    pub fn finish(mut self) -> Vec<Correction> {
        let first = self.all.iter().filter(|d| d.firm).map(|d| (d.tier, d.why)).min();
        let of_first = |d: &Draft| d.firm && Some((d.tier, d.why)) == first;
        let alone = self.all.iter().filter(|d| of_first(d)).count() == 1;
        for draft in &mut self.all {
            draft.firm = alone && of_first(draft);
        }
        self.all.sort_by_key(|d| (!d.firm, d.cost));
        self.all.truncate(MOST);
        self.all.into_iter().map(|d| Correction { number: d.number, why: d.why, firm: d.firm }).collect()
    }
}

/// A check digit in a telling shape is best, a shape that takes any digits worst.
fn tier(best: &Candidate) -> u8 {
    let alone = best.format.stands == TextConfidence::Alone;
    match (best.check, alone) {
        (Check::Passed, true) => 0,
        (Check::Passed, false) => 1,
        (_, true) => 2,
        (_, false) => 3,
    }
}

/// The best accepted candidate of a number.
pub(super) fn best(number: &TrackingNumber, context: &IdentifyContext) -> Option<Candidate> {
    identify(number, context).into_iter().find(Candidate::accepted)
}
