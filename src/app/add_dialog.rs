//! The dialog that adds parcels: any text with numbers in it, and a title where there is one number.

use super::list::List;
use super::text_field::TextField;
pub use super::typed_or_pasted_text::Recognised;
use super::typed_or_pasted_text::recognise;
use crate::domain::number::IdentifyContext;
use crate::domain::{CleanText, Country, NewParcel, Order, ParcelId, TrackingNumber};

/// The state of the dialog.
#[derive(Debug, Default)]
pub struct AddDialog {
    /// The numbers, or the text they are in.
    pub numbers: TextField,
    /// The title; only for a single number.
    pub title: TextField,
    /// Whether the title has the keyboard.
    pub on_title: bool,
    /// What the text is taken for.
    pub found: Vec<Found>,
    /// A correction that one key takes.
    pub suggestion: Option<TrackingNumber>,
}

/// What a piece of the text is taken for, and whether it is there already.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Found {
    /// What it is taken for.
    pub recognised: Recognised,
    /// The parcel that has this number, and its name.
    pub already: Option<(ParcelId, CleanText)>,
}

impl AddDialog {
    /// Looks at the text again.
    pub(super) fn look(&mut self, list: &List, home: Option<Country>) {
        let context = IdentifyContext { home, ..IdentifyContext::default() };
        let found = recognise(self.numbers.text(), &context);
        let numbers = found.iter().filter_map(|r| r.number.as_ref().ok()).collect();
        let holders = list.holders(&numbers);
        let already = |r: &Recognised| {
            let parcel = match &r.number {
                Ok(number) => *holders.get(number)?,
                Err(_) => list.of_order(r.order.as_ref()?, r.shop.as_ref())?,
            };
            Some((parcel.id, CleanText::line(parcel.name())))
        };
        let already: Vec<_> = found.iter().map(already).collect();
        let all = found.into_iter().zip(already);
        self.found = all.map(|(recognised, already)| Found { recognised, already }).collect();
        self.suggestion = match &self.found[..] {
            [only] => only.recognised.suggestion.clone(),
            _ => None,
        };
        self.on_title &= self.takes_title();
    }

    /// Whether a title can be given: there is exactly one number, or order.
    #[must_use]
    pub fn takes_title(&self) -> bool {
        matches!(&self.found[..], [only] if only.recognised.is_taken())
    }

    /// The field that has the keyboard.
    pub(super) fn field(&mut self) -> &mut TextField {
        if self.on_title { &mut self.title } else { &mut self.numbers }
    }

    /// Pasted text goes into the field that has the keyboard.
    pub(super) fn paste(&mut self, text: &str) {
        if self.on_title { self.title.paste(text) } else { self.numbers.paste_lines(text) }
    }

    /// What is new: numbers, or orders that wait for theirs.
    #[must_use]
    pub fn new_parcels(&self) -> Vec<NewParcel> {
        let title = self.takes_title().then(|| CleanText::own_line(self.title.text())).flatten();
        let fresh = self.found.iter().filter(|f| f.already.is_none()).map(|f| &f.recognised);
        let parcel = |r: &Recognised| NewParcel {
            numbers: r.number.clone().into_iter().collect(),
            title: title.clone(),
            orders: r.order.clone().map(Order::from).into_iter().collect(),
            shop: r.shop.clone(),
            ..NewParcel::default()
        };
        fresh.filter(|r| r.is_taken()).map(parcel).collect()
    }
}
