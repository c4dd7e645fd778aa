//! Whether a candidate is to be believed where it stands.

use super::label_words::Label;
use super::label_words::LabelMeaning;
use crate::domain::number::candidate::Candidate;
use crate::domain::number::check_digit::Check;
use crate::domain::number::format::TextConfidence;

/// How a number stands in its text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Surroundings {
    /// What the words before it say.
    pub said: Option<LabelMeaning>,
    /// Whether its characters are in several pieces.
    pub pieces: bool,
    /// Whether it has no letter.
    pub digits_only: bool,
    /// Its length in characters.
    pub length: usize,
    /// Whether it starts like a telephone number.
    pub phone: bool,
}

impl Surroundings {
    fn label(&self) -> Option<Label> {
        self.said.map(|s| s.label)
    }

    fn told(&self) -> bool {
        matches!(self.label(), Some(Label::Track | Label::Parcel))
    }

    fn denied(&self) -> bool {
        matches!(self.label(), Some(Label::Order | Label::Other | Label::Code))
    }
}

/// Whether a candidate is believed. `named`: its carrier is named near; `close`: right before the number.
pub(super) fn believed(candidate: &Candidate, place: &Surroundings, named: bool, close: bool) -> bool {
    if place.digits_only { digits(candidate, place, named, close) } else { letters(candidate, place, named) }
}

fn digits(candidate: &Candidate, place: &Surroundings, named: bool, close: bool) -> bool {
    let passed = candidate.check == Check::Passed;
    let credible = passed || candidate.format.has_prefix();
    let track = place.label() == Some(Label::Track);
    let direct = place.said.is_some_and(|s| s.direct);
    if place.phone && !track {
        return false;
    }
    if place.denied() {
        // couriers call their own number an order
        return place.label() == Some(Label::Order) && close && candidate.format.has_prefix() && place.length <= 12;
    }
    match candidate.format.stands {
        TextConfidence::Alone => passed,
        // "parcel" some words before is little for a number without a check digit
        TextConfidence::Beside if place.told() => track || passed || (credible && (named || direct)),
        TextConfidence::Beside if place.pieces => named && credible && place.length >= 12,
        TextConfidence::Beside => named && credible,
        TextConfidence::Named => track || (named && place.length >= 10 && (!place.pieces || place.told())),
    }
}

fn letters(candidate: &Candidate, place: &Surroundings, named: bool) -> bool {
    let passed = candidate.check == Check::Passed;
    let loose = candidate.format.is_loose();
    if place.pieces && (loose || candidate.check == Check::Failed) {
        return false;
    }
    match candidate.format.stands {
        TextConfidence::Alone => true,
        TextConfidence::Beside if place.denied() => passed && named,
        TextConfidence::Beside => place.told() || named,
        TextConfidence::Named => {
            place.label() == Some(Label::Track) || (named && place.length >= 10 && !place.denied())
        }
    }
}
