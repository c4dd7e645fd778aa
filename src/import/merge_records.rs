//! Records of the same parcel become one: several goods of one order, or several mails about it.

use std::collections::HashMap;

use super::parsed_file::OrderRecord;
use crate::domain::{CleanText, TrackingNumber};

/// Between two titles of one parcel.
const AND: &str = " + ";

/// Joins records that name the same track number, or, without one, the same order; the first one's place stays.
#[must_use]
pub fn merge(records: Vec<OrderRecord>) -> Vec<OrderRecord> {
    let mut by_number: HashMap<TrackingNumber, usize> = HashMap::new();
    let mut by_order: HashMap<CleanText, Vec<usize>> = HashMap::new();
    let mut merged: Vec<OrderRecord> = Vec::new();
    for record in records {
        let known = record.numbers.iter().find_map(|number| by_number.get(number).copied());
        let known = known.or_else(|| waiting(&record, &merged, &by_order));
        let at = known.unwrap_or(merged.len());
        by_number.extend(record.numbers.iter().map(|number| (number.clone(), at)));
        for code in record.orders.iter().filter_map(|order| order.code.clone()) {
            by_order.entry(code).or_default().push(at);
        }
        match known {
            Some(at) => merged[at].take(record),
            None => merged.push(record),
        }
    }
    merged
}

/// The record of the same order: one that has no number yet, or, for a record without a number, any.
fn waiting(record: &OrderRecord, merged: &[OrderRecord], by_order: &HashMap<CleanText, Vec<usize>>) -> Option<usize> {
    let codes = record.orders.iter().filter_map(|order| Some((order, order.code.as_ref()?)));
    codes.filter_map(|(order, code)| Some((order, by_order.get(code)?))).find_map(|(order, places)| {
        let same = |at: &&usize| merged[**at].orders.iter().any(|known| known.may_be(order));
        let fits = |at: &&usize| record.numbers.is_empty() || merged[**at].numbers.is_empty();
        places.iter().filter(same).find(fits).copied()
    })
}

impl OrderRecord {
    fn take(&mut self, other: Self) {
        for number in other.numbers {
            if !self.numbers.contains(&number) {
                self.numbers.push(number);
            }
        }
        for order in other.orders {
            // What is said of an order without its number is said of the only one.
            let only = self.orders.len() == 1 && (order.code.is_none() || self.orders[0].code.is_none());
            match self.orders.iter_mut().find(|known| only || known.may_be(&order)) {
                Some(known) => {
                    known.title = joined(known.title.take(), order.title.clone());
                    known.fill(&order);
                }
                None => self.orders.push(order),
            }
        }
        self.title = joined(self.title.take(), other.title);
        self.shop = self.shop.take().or(other.shop);
        if self.note != other.note {
            let notes: Vec<String> = [&self.note, &other.note].into_iter().flatten().map(ToString::to_string).collect();
            self.note = Some(CleanText::note(&notes.join("\n"))).filter(|note| !note.is_empty());
        }
        let fresh: Vec<CleanText> = other.tags.into_iter().filter(|tag| !self.tags.contains(tag)).collect();
        self.tags.extend(fresh);
        self.only_if_known &= other.only_if_known;
    }
}

/// Both titles, where they differ.
fn joined(one: Option<CleanText>, two: Option<CleanText>) -> Option<CleanText> {
    match (one, two) {
        (Some(one), Some(two)) if one.split(AND).any(|part| part == two.as_str()) => Some(one),
        (Some(one), Some(two)) => Some(CleanText::line(&format!("{one}{AND}{two}"))),
        (one, two) => one.or(two),
    }
}
