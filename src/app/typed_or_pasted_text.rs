//! What a typed or pasted text is taken for. The one place that asks `domain::number` about it.

use crate::domain::number::{self, IdentifyContext, NearMissKind, NumberError};
use crate::domain::{CleanText, TrackingNumber};

/// A piece of text that may be a number.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Recognised {
    /// The piece as it was given.
    pub text: CleanText,
    /// The number, or what is wrong. A number is taken whatever else is said of it: the user knows best.
    pub number: Result<TrackingNumber, NumberError>,
    /// Whose number it is, where that is known.
    pub carrier: Option<CleanText>,
    /// Whose number it nearly is, and what keeps it from being one.
    pub near: Option<(CleanText, NearMissKind)>,
    /// What was surely meant instead.
    pub suggestion: Option<TrackingNumber>,
    /// The shop's order that stands beside it.
    pub order: Option<CleanText>,
    /// The shop that is named beside it.
    pub shop: Option<CleanText>,
}

impl Recognised {
    /// Whether it is an order whose number the text does not name.
    #[must_use]
    pub fn awaits_number(&self) -> bool {
        self.number.is_err() && self.order.is_some()
    }

    /// Whether a parcel can be made of it.
    #[must_use]
    pub fn is_taken(&self) -> bool {
        self.number.is_ok() || self.awaits_number()
    }
}

/// Takes the numbers out of a text, each once; its orders where it has none. A text without either
/// says what is wrong with it as a whole.
pub(super) fn recognise(text: &str, context: &IdentifyContext) -> Vec<Recognised> {
    if text.trim().is_empty() {
        return Vec::new();
    }
    let mut found: Vec<Recognised> = Vec::new();
    match number::recognise(text, context) {
        Ok(all) => {
            for recognised in all.into_iter().map(of) {
                if !found.contains(&recognised) {
                    found.push(recognised);
                }
            }
        }
        Err(why) => found.push(wrong(text, why)),
    }
    found
}

fn of(recognised: number::NumberAnalysis) -> Recognised {
    let number = recognised.number.ok_or(NumberError::BadCharacter);
    let carrier = match (&number, recognised.candidates.first()) {
        (Ok(number), Some(best)) => CleanText::some_line(best.carrier(number.as_str())),
        _ => None,
    };
    let near = recognised.near_miss.map(|near| (CleanText::line(near.format.carrier), near.fault));
    Recognised {
        text: recognised.input,
        number,
        near: near.filter(|_| carrier.is_none()),
        carrier,
        suggestion: recognised.corrections.into_iter().find(|c| c.firm).map(|c| c.number),
        order: recognised.order,
        shop: recognised.shop,
    }
}

fn wrong(text: &str, why: NumberError) -> Recognised {
    Recognised {
        text: CleanText::line(text),
        number: Err(why),
        carrier: None,
        near: None,
        suggestion: None,
        order: None,
        shop: None,
    }
}
