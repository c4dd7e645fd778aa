//! One row of what a text offers to be added.

use crate::domain::number::{Correction, NearMissKind, NumberError};
use crate::domain::{CleanText, NewParcel, Order, TrackingNumber};

/// Why a piece of a text is offered.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum OfferKind {
    /// It is a number, or an order.
    Recognised,
    /// It is nearly a number.
    Doubtful,
    /// It has the shape of a number, and nothing else speaks for it.
    NotTaken,
    /// The text says that the order is over: received, cancelled or paid back.
    Over,
}

/// A piece of a text, and the parcel that can be made of it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct AddOffer {
    /// The piece as it was given.
    pub piece: CleanText,
    /// Why it is offered.
    pub kind: OfferKind,
    /// What the text tells of the parcel, with the number as it was given.
    pub parcel: NewParcel,
    /// What keeps the piece from being a number.
    pub wrong: Option<NumberError>,
    /// Whose number it is, where that is known.
    pub carrier: Option<CleanText>,
    /// Whose number it nearly is, and what keeps it from being one.
    pub near: Option<(CleanText, NearMissKind)>,
    /// What may have been meant instead, best first.
    pub corrections: Vec<Correction>,
}

impl AddOffer {
    /// The number as it was given.
    #[must_use]
    pub fn number(&self) -> Option<&TrackingNumber> {
        self.parcel.numbers.first()
    }

    /// The order, where the offer is one whose number is not named.
    #[must_use]
    pub fn order(&self) -> Option<&Order> {
        self.parcel.orders.first().filter(|order| self.parcel.numbers.is_empty() && order.code.is_some())
    }

    /// The numbers to choose from: what was given, where that can be one, and what may have been meant.
    #[must_use]
    pub fn choices(&self) -> Vec<&TrackingNumber> {
        self.number().into_iter().chain(self.corrections.iter().map(|correction| &correction.number)).collect()
    }

    /// Which of the choices is taken unless somebody chooses: the certain one, or else the first.
    #[must_use]
    pub fn best_choice(&self) -> usize {
        let given = usize::from(self.number().is_some());
        self.corrections.iter().position(|correction| correction.firm).map_or(0, |at| at + given)
    }

    /// Whether it is taken unless somebody says otherwise.
    #[must_use]
    pub fn is_taken_at_first(&self) -> bool {
        let certain = self.corrections.iter().any(|correction| correction.firm);
        let makes_a_parcel = self.number().is_some() || self.order().is_some() || certain;
        makes_a_parcel && matches!(self.kind, OfferKind::Recognised | OfferKind::Doubtful)
    }

    /// The parcel with that choice; `None`: there is nothing to make one of.
    #[must_use]
    pub fn chosen(&self, choice: usize) -> Option<NewParcel> {
        let numbers = match self.choices().get(choice) {
            Some(&number) => {
                std::iter::once(number.clone()).chain(self.parcel.numbers.iter().skip(1).cloned()).collect()
            }
            None if self.order().is_some() => Vec::new(),
            None => return None,
        };
        Some(NewParcel { numbers, ..self.parcel.clone() })
    }
}
