//! Records of the same parcel become one: several goods of one order, or several mails about it.

use std::collections::HashMap;

use chrono::NaiveDate;

use super::parsed_file::{ImportLocation, OrderRecord};
use crate::domain::{CleanText, Order, TrackingNumber};

/// Between two titles of one parcel.
const AND: &str = " + ";

/// Joins records that name the same track number, or, without one, the same order; the first one's place stays.
#[must_use]
pub fn merge(mut records: Vec<OrderRecord>) -> Vec<OrderRecord> {
    // A record may name the orders of two that stood apart before it came, so the result is looked at again.
    loop {
        let before = records.len();
        records = merge_once(records);
        if records.len() == before {
            return records;
        }
    }
}

fn merge_once(records: Vec<OrderRecord>) -> Vec<OrderRecord> {
    let mut by_number: HashMap<TrackingNumber, usize> = HashMap::new();
    let mut by_order: HashMap<CleanText, Places> = HashMap::new();
    let mut merged: Vec<OrderRecord> = Vec::new();
    for record in records {
        let known = record.numbers.iter().find_map(|number| by_number.get(number).copied());
        let known = known.or_else(|| same_order(&record, &merged, &mut by_order));
        let at = known.unwrap_or(merged.len());
        by_number.extend(record.numbers.iter().map(|number| (number.clone(), at)));
        for code in record.orders.iter().filter_map(|order| order.code.clone()) {
            let places = by_order.entry(code).or_default();
            places.all.push(at);
            places.waiting.push(at);
        }
        match known {
            Some(at) => merged[at].take(record),
            None => merged.push(record),
        }
    }
    merged
}

/// Where the records of an order are.
#[derive(Default)]
struct Places {
    all: Vec<usize>,
    /// Those that had no number yet when they were last looked at: an order of many parcels is not searched for each.
    waiting: Vec<usize>,
}

/// The record of the same order: one that has no number yet, or, for a record without a number, any.
fn same_order(
    record: &OrderRecord,
    merged: &[OrderRecord],
    by_order: &mut HashMap<CleanText, Places>,
) -> Option<usize> {
    let codes = record.orders.iter().filter_map(|order| Some((order, order.code.as_ref()?)));
    for (order, code) in codes {
        let Some(places) = by_order.get_mut(code) else { continue };
        let candidates = if record.numbers.is_empty() {
            &places.all
        } else {
            places.waiting.retain(|at| merged.get(*at).is_none_or(|waiting| waiting.numbers.is_empty()));
            &places.waiting
        };
        let same = |at: &&usize| merged.get(**at).is_some_and(|known| known.orders.iter().any(|own| own.may_be(order)));
        if let Some(at) = candidates.iter().find(same) {
            return Some(*at);
        }
    }
    None
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
                    if matches!(other.place, ImportLocation::Mail(_)) {
                        keep_the_earliest(known, &order);
                    }
                    known.fill(&order);
                    keep_in_order(known);
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

/// Of two mails that tell of the same step the first one told of it as news.
fn keep_the_earliest(known: &mut Order, other: &Order) {
    let earliest = |mine: &mut Option<NaiveDate>, other: Option<NaiveDate>| {
        *mine = mine.map(|day| other.map_or(day, |other| day.min(other)));
    };
    earliest(&mut known.ordered_on, other.ordered_on);
    earliest(&mut known.shipped_on, other.shipped_on);
    earliest(&mut known.received_on, other.received_on);
}

/// An order that is told to be placed behind a later step was told so late: its day is not known.
fn keep_in_order(order: &mut Order) {
    let later = [order.shipped_on, order.received_on].into_iter().flatten().min();
    order.ordered_on = order.ordered_on.filter(|day| later.is_none_or(|later| *day <= later));
}

/// Both titles, where they differ.
fn joined(one: Option<CleanText>, two: Option<CleanText>) -> Option<CleanText> {
    match (one, two) {
        (Some(one), Some(two)) if one.split(AND).any(|part| part == two.as_str()) => Some(one),
        (Some(one), Some(two)) => Some(CleanText::line(&format!("{one}{AND}{two}"))),
        (one, two) => one.or(two),
    }
}
