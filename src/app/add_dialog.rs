//! The dialog that adds parcels: any text with numbers in it, a title where there is one parcel, and a table of what the text
//! offers, whose rows can be switched on and off.

use super::cycle_selection::Neighbour;
use super::list::List;
use super::text_field::TextField;
use crate::domain::{CleanText, NewParcel, ParcelId};
use crate::use_cases::add::{self, AddContext, AddOffer, OfferKind};

/// What of the dialog has the keyboard.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum AddFocus {
    /// The text field for numbers and texts.
    #[default]
    Numbers,
    /// The title.
    Title,
    /// A row of the table.
    Row(usize),
}

/// The state of the dialog.
#[derive(Debug, Default)]
pub struct AddDialog {
    /// The numbers, or the text they are in.
    pub numbers: TextField,
    /// The title; only for a single parcel.
    pub title: TextField,
    /// What has the keyboard.
    pub focus: AddFocus,
    /// What the text offers.
    pub rows: Vec<AddRow>,
    /// Whether the title is the user's, not the text's.
    title_is_typed: bool,
}

/// A row of the table.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct AddRow {
    /// What is offered.
    pub offer: AddOffer,
    /// Whether it is to be added.
    pub on: bool,
    /// Which of the numbers to choose from is taken.
    pub choice: usize,
    /// The parcel that has this number or order, and its name.
    pub already: Option<(ParcelId, CleanText)>,
}

impl AddRow {
    /// The parcel that is made of it; `None`: none can be.
    #[must_use]
    pub fn parcel(&self) -> Option<NewParcel> {
        self.offer.chosen(self.choice)
    }

    /// What is added: nothing new where it is there already.
    fn taken(&self) -> Option<NewParcel> {
        self.parcel().filter(|_| self.on)
    }

    fn switch(&mut self, on: bool) {
        self.on = on && self.parcel().is_some();
    }
}

impl AddDialog {
    /// Looks at the text again. What was switched or chosen stays, as long as the text offers the same.
    pub(super) fn look(&mut self, list: &List, context: AddContext) {
        let before = std::mem::take(&mut self.rows);
        self.rows = add::offers(self.numbers.text(), context).into_iter().map(|offer| row(offer, &before)).collect();
        self.find_known(list);
        self.follow();
    }

    /// Marks the rows whose number or order is there already.
    fn find_known(&mut self, list: &List) {
        let parcels: Vec<Option<NewParcel>> = self.rows.iter().map(AddRow::parcel).collect();
        let numbers = parcels.iter().flatten().filter_map(|parcel| parcel.numbers.first()).collect();
        let holders = list.holders(&numbers);
        for (row, parcel) in self.rows.iter_mut().zip(&parcels) {
            let known = parcel.as_ref().and_then(|parcel| match parcel.numbers.first() {
                Some(number) => holders.get(number).copied(),
                None => {
                    list.of_order(parcel.orders.first().and_then(|order| order.code.as_ref())?, parcel.shop.as_ref())
                }
            });
            let known = known.map(|parcel| (parcel.id, CleanText::line(parcel.name())));
            if known.is_some() && row.already.is_none() {
                row.on = false;
            }
            row.already = known;
        }
    }

    /// The title follows the text until somebody types one; the keyboard stays where there is something.
    fn follow(&mut self) {
        if !self.title_is_typed {
            let told = self.only().and_then(|row| row.offer.parcel.title.clone()).unwrap_or_default();
            self.title = TextField::new(&told);
        }
        self.focus = match self.focus {
            AddFocus::Title if !self.takes_title() => AddFocus::Numbers,
            AddFocus::Row(_) if self.rows.is_empty() => AddFocus::Numbers,
            AddFocus::Row(at) => AddFocus::Row(at.min(self.rows.len() - 1)),
            focus => focus,
        };
    }

    /// The only row that is switched on, or the only one there is.
    fn only(&self) -> Option<&AddRow> {
        let mut on = self.rows.iter().filter(|row| row.on);
        match (on.next(), on.next()) {
            (Some(only), None) => Some(only),
            (None, None) if self.rows.len() == 1 => self.rows.first().filter(|row| row.parcel().is_some()),
            _ => None,
        }
    }

    /// Whether a title can be given: there is exactly one parcel to be added.
    #[must_use]
    pub fn takes_title(&self) -> bool {
        self.only().is_some()
    }

    /// The text field that has the keyboard.
    pub(super) fn field(&mut self) -> Option<&mut TextField> {
        match self.focus {
            AddFocus::Numbers => Some(&mut self.numbers),
            AddFocus::Title => {
                self.title_is_typed = true;
                Some(&mut self.title)
            }
            AddFocus::Row(_) => None,
        }
    }

    /// Pasted text goes into the field that has the keyboard. Behind a text of several lines the table has it: there is
    /// nothing to be seen in the field.
    pub(super) fn paste(&mut self, text: &str) {
        match self.focus {
            AddFocus::Title => {
                self.title_is_typed = true;
                self.title.paste(text);
            }
            AddFocus::Numbers | AddFocus::Row(_) => self.numbers.paste_lines(text),
        }
    }

    /// Moves the keyboard to the next or the previous part of the dialog.
    pub(super) fn step(&mut self, to: Neighbour) {
        let mut parts = vec![AddFocus::Numbers];
        parts.extend(self.takes_title().then_some(AddFocus::Title));
        parts.extend((!self.rows.is_empty()).then_some(AddFocus::Row(0)));
        let same = |part: &AddFocus| std::mem::discriminant(part) == std::mem::discriminant(&self.focus);
        let at = parts.iter().position(same).unwrap_or_default();
        self.focus = parts[to.of(at, parts.len())];
    }

    /// Moves the keyboard down or up: through the choices of a single row, or from the fields into the table and back.
    pub(super) fn walk(&mut self, to: Neighbour) {
        if self.rows.len() == 1 && self.rows[0].offer.choices().len() > 1 {
            return self.choose(to);
        }
        self.focus = match (self.focus, to) {
            (AddFocus::Row(0), Neighbour::Previous) => AddFocus::Numbers,
            (AddFocus::Row(at), Neighbour::Previous) => AddFocus::Row(at - 1),
            (AddFocus::Row(at), Neighbour::Next) => AddFocus::Row((at + 1).min(self.rows.len().saturating_sub(1))),
            (_, Neighbour::Next) if !self.rows.is_empty() => AddFocus::Row(0),
            (focus, _) => focus,
        };
    }

    /// The row that the keyboard is on, or the only one.
    fn current(&mut self) -> Option<&mut AddRow> {
        match self.focus {
            AddFocus::Row(at) => self.rows.get_mut(at),
            _ if self.rows.len() == 1 => self.rows.first_mut(),
            _ => None,
        }
    }

    /// Takes the next or the previous of the numbers that may be meant.
    pub(super) fn choose(&mut self, to: Neighbour) {
        let Some(row) = self.current() else { return };
        let count = row.offer.choices().len();
        if count > 0 {
            row.choice = to.of(row.choice, count);
            row.switch(true);
        }
    }

    /// Switches a row on or off.
    pub(super) fn switch(&mut self) {
        if let Some(row) = self.current() {
            row.switch(!row.on);
        }
        self.follow();
    }

    /// Switches all rows on; where all are, off.
    pub(super) fn switch_all(&mut self) {
        let on = self.rows.iter().any(|row| !row.on && row.parcel().is_some());
        self.rows.iter_mut().for_each(|row| row.switch(on));
        self.follow();
    }

    /// Marks what is known anew after a choice.
    pub(super) fn chosen(&mut self, list: &List) {
        self.find_known(list);
    }

    /// What is to be added.
    #[must_use]
    pub fn new_parcels(&self) -> Vec<NewParcel> {
        let mut all: Vec<NewParcel> = self.rows.iter().filter_map(AddRow::taken).collect();
        if let [only] = &mut all[..] {
            only.title = CleanText::own_line(self.title.text());
        }
        all
    }

    /// How many rows have the shape of a number and are not taken.
    #[must_use]
    pub fn not_taken(&self) -> usize {
        let left = |row: &&AddRow| !row.on && row.already.is_none() && row.offer.kind == OfferKind::NotTaken;
        self.rows.iter().filter(left).count()
    }
}

/// A row as it is at first, or as it was where the same was offered before.
fn row(offer: AddOffer, before: &[AddRow]) -> AddRow {
    match before.iter().find(|row| row.offer == offer) {
        Some(row) => row.clone(),
        None => AddRow { on: offer.is_taken_at_first(), choice: offer.best_choice(), offer, already: None },
    }
}
