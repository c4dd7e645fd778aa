//! A text that was pasted or piped in: a list, a table, a mail or a piece of one, as records of orders, and what of it has
//! the shape of a number and was not taken.

mod number_tokens;
mod pieces;
mod words_beside;

use std::collections::HashSet;
use std::ops::Range;

use super::mail;
use super::parsed_file::{ImportLocation, ImportSettings, OrderRecord, ParsedFile, SkipReason};
use super::{holds_mail, table, text_encoding};
use crate::domain::number::{self, IdentifyContext};
use crate::domain::{CleanText, Deadline, Order, TrackingNumber};

/// So many pieces that were not taken are kept.
const MOST_LEFT: usize = 200;

/// What a text holds.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct PastedText {
    /// Numbers and orders, with what stands beside them, in the order of the text.
    pub records: Vec<OrderRecord>,
    /// Pieces that are nearly numbers: one letter of another alphabet, one wrong digit.
    pub doubtful: Vec<CleanText>,
    /// Pieces that have the shape of a number, and are none that is known.
    pub left: Vec<CleanText>,
}

/// Reads a text.
#[must_use]
pub fn read_pasted(bytes: &[u8], settings: &ImportSettings) -> PastedText {
    if holds_mail(bytes)
        && let Ok(file) = super::read(bytes, settings)
        && !file.records.is_empty()
    {
        return of_file(file);
    }
    let table = text_encoding::decode(bytes, settings.encoding).map(|text| table::read(&text, settings));
    match table {
        // One column may be a sentence above a list.
        Some(Ok(Some(file))) if !file.records.is_empty() && file.tables.iter().any(|head| head.columns.len() > 1) => {
            of_file(file)
        }
        _ => free_text(&number::readable(bytes), settings),
    }
}

fn of_file(file: ParsedFile) -> PastedText {
    let left = file.passed.into_iter().filter_map(|passed| match passed.why {
        SkipReason::NotANumber(cell, _) | SkipReason::Shortened(cell) => Some(cell),
        _ => None,
    });
    PastedText { left: left.take(MOST_LEFT).collect(), records: super::merge(file.records), doubtful: Vec::new() }
}

/// A number or an order, and where it stands.
struct Anchor {
    line: usize,
    /// Where in its line, in bytes.
    span: Range<usize>,
    number: Option<TrackingNumber>,
    order: Option<CleanText>,
}

/// A text that is neither a mail with its head nor a table.
struct FreeText<'a> {
    lines: Vec<&'a str>,
    /// Sorted by their places.
    anchors: Vec<Anchor>,
    shops: Vec<CleanText>,
    settings: &'a ImportSettings,
    /// The only order of the text, and its line.
    only_order: Option<(usize, CleanText)>,
    /// Whether it is a list: little else than numbers and what stands beside them.
    is_list: bool,
}

fn free_text(text: &str, settings: &ImportSettings) -> PastedText {
    let context = IdentifyContext { home: settings.home, ..IdentifyContext::default() };
    let number::Findings { found, suspects, orders, shops } = number::look(text, &context);
    let lines: Vec<&str> = text.lines().collect();
    let mut known: HashSet<String> = found.iter().map(|one| one.number.to_string()).collect();
    let numbers = found.into_iter().map(|one| {
        let (line, span) = one.span.map_or((0, 0..0), |span| placed(text, &lines, &span));
        Anchor { line, span, number: Some(one.number), order: None }
    });
    let mut anchors: Vec<Anchor> = numbers.collect();
    let suspects: Vec<CleanText> = suspects.iter().map(|text| CleanText::line(text)).collect();
    known.extend(suspects.iter().filter_map(|text| Some(TrackingNumber::parse(text).ok()?.to_string())));
    anchors.extend(order_anchors(text, &lines, orders, &mut known));
    anchors.extend(lone_numbers(&lines, &context, &mut known));
    anchors.sort_by_key(|anchor| (anchor.line, anchor.span.start));
    let left = left_over(&lines, &mut known);
    let mut all_orders = anchors.iter().filter_map(|anchor| Some((anchor.line, anchor.order.clone()?)));
    let only_order = all_orders.next().filter(|_| all_orders.next().is_none());
    let filled = lines.iter().filter(|line| !line.trim().is_empty()).count();
    // A list may have a heading.
    let is_list = filled <= 2 * anchors.len() + usize::from(anchors.len() > 1);
    let text = FreeText { lines, anchors, shops, settings, only_order, is_list };
    PastedText { records: text.records(), doubtful: suspects, left }
}

/// The line on which a part of a text stands, and where on it.
fn placed(text: &str, lines: &[&str], span: &Range<usize>) -> (usize, Range<usize>) {
    let start_of = |line: &str| line.as_ptr() as usize - text.as_ptr() as usize;
    let line = lines.partition_point(|line| start_of(line) <= span.start).saturating_sub(1);
    let Some(found) = lines.get(line) else { return (0, 0..0) };
    let start = start_of(found);
    (line, (span.start - start).min(found.len())..(span.end - start).min(found.len()))
}

/// Where the text names its orders: they come in the order of their first appearance.
fn order_anchors(text: &str, lines: &[&str], orders: Vec<CleanText>, known: &mut HashSet<String>) -> Vec<Anchor> {
    let mut from = 0;
    let mut anchors = Vec::new();
    for code in orders {
        let plain: String = code.chars().filter(|c| c.is_alphanumeric()).collect();
        if !known.insert(plain) {
            continue;
        }
        let at = text[from..].find(code.as_str()).map_or(from, |at| from + at);
        from = at;
        let (line, span) = placed(text, lines, &(at..(at + code.len()).min(text.len())));
        anchors.push(Anchor { line, span, number: None, order: Some(code) });
    }
    anchors
}

/// Lines that are nothing but one piece of a number's shape: numbers, or orders of a shop.
fn lone_numbers(lines: &[&str], context: &IdentifyContext, known: &mut HashSet<String>) -> Vec<Anchor> {
    let mut anchors = Vec::new();
    for (line, text) in lines.iter().enumerate() {
        let Some(piece) = number_tokens::alone(text) else { continue };
        let Ok(number) = TrackingNumber::parse(piece) else { continue };
        if known.insert(number.to_string()) {
            let start = piece.as_ptr() as usize - text.as_ptr() as usize;
            let span = start..start + piece.len();
            anchors.push(match number::order_shop(piece, context) {
                Some(_) => Anchor { line, span, number: None, order: Some(CleanText::line(piece)) },
                None => Anchor { line, span, number: Some(number), order: None },
            });
        }
    }
    anchors
}

/// Pieces of a number's shape that nothing was made of.
fn left_over(lines: &[&str], known: &mut HashSet<String>) -> Vec<CleanText> {
    let mut left = Vec::new();
    for piece in lines.iter().flat_map(|line| number_tokens::tokens(line)) {
        let Ok(number) = TrackingNumber::parse(piece) else { continue };
        if left.len() < MOST_LEFT && known.insert(number.to_string()) {
            left.push(CleanText::line(number.as_str()));
        }
    }
    left
}

impl FreeText<'_> {
    fn records(&self) -> Vec<OrderRecord> {
        let orders = self.lines_with(|anchor| anchor.order.is_some());
        let numbers = self.lines_with(|anchor| anchor.number.is_some());
        let starts = match (&orders[..], &numbers[..]) {
            // An order behind a number, on a line of its own, is another parcel's.
            ([order], [first, ..]) if self.is_list && order > first && !numbers.contains(order) => {
                self.lines_with(|_| true)
            }
            ([_, _, ..], _) => orders,
            _ => numbers,
        };
        let pieces = pieces::pieces(&self.lines, &starts);
        let mut all: Vec<OrderRecord> = Vec::new();
        for (at, piece) in pieces.iter().enumerate() {
            // What stands above the first piece belongs to it, as far as it is a number or an order.
            let from = if at == 0 { 0 } else { piece.start };
            all.extend(self.piece(from..piece.end, piece.clone()));
        }
        all
    }

    fn lines_with(&self, wanted: impl Fn(&Anchor) -> bool) -> Vec<usize> {
        let mut lines: Vec<usize> = self.anchors.iter().filter(|anchor| wanted(anchor)).map(|a| a.line).collect();
        lines.dedup();
        lines
    }

    /// The records of a piece: its numbers, each with its orders; where there is none, its orders. `held`: where its
    /// numbers and orders stand; `told`: where something is told of them.
    fn piece(&self, held: Range<usize>, told: Range<usize>) -> Vec<OrderRecord> {
        let text = self.lines[told.clone()].join("\n");
        let facts = mail::read_section(&text, self.settings);
        let from = self.anchors.partition_point(|anchor| anchor.line < held.start);
        let to = self.anchors.partition_point(|anchor| anchor.line < held.end);
        let anchors = &self.anchors[from..to];
        let numbers: Vec<&Anchor> = anchors.iter().filter(|anchor| anchor.number.is_some()).collect();
        let mut codes: Vec<CleanText> = anchors.iter().filter_map(|anchor| anchor.order.clone()).collect();
        if codes.is_empty() {
            codes.extend(self.order_above(held.start));
        }
        let shop = self.shop(&text);
        let record = |anchor: &Anchor, codes: Vec<Option<CleanText>>| {
            let title = facts.title.clone().or_else(|| self.words_beside(anchor, &told));
            let order = |code| Order {
                code,
                shop: shop.clone(),
                title: title.clone(),
                ordered_on: facts.ordered_on,
                shipped_on: facts.shipped_on,
                protection: facts.protected_until.map(Deadline::told),
                expected_on: facts.expected_on,
                ..Order::default()
            };
            let bare = Order { shop: shop.clone(), title: title.clone(), ..Order::default() };
            let orders: Vec<Order> = codes.into_iter().map(order).collect();
            let orders = if orders.is_empty() { vec![order(None)] } else { orders };
            OrderRecord {
                numbers: anchor.number.clone().into_iter().collect(),
                orders: orders.into_iter().filter(|order| *order != bare).collect(),
                title,
                shop: shop.clone(),
                only_if_known: facts.is_over,
                ..OrderRecord::at(ImportLocation::Line(anchor.line as u64 + 1))
            }
        };
        if numbers.is_empty() {
            let orders = anchors.iter().filter(|anchor| anchor.order.is_some());
            return orders.map(|anchor| record(anchor, vec![anchor.order.clone()])).collect();
        }
        let codes: Vec<Option<CleanText>> = codes.into_iter().map(Some).collect();
        numbers.into_iter().map(|anchor| record(anchor, codes.clone())).collect()
    }

    /// The only order of the text, where it stands above a line.
    fn order_above(&self, line: usize) -> Option<CleanText> {
        self.only_order.as_ref().filter(|(at, _)| *at <= line).map(|(_, code)| code.clone())
    }

    /// The shop that a piece names, or else the only one of the text.
    fn shop(&self, piece: &str) -> Option<CleanText> {
        let piece = piece.to_lowercase();
        let named = self.shops.iter().find(|shop| piece.contains(&shop.to_lowercase()));
        named.or_else(|| self.shops.first().filter(|_| self.shops.len() == 1)).cloned()
    }

    /// The words beside a number in a list, which is a text with little else in it; or the only other line of its piece.
    fn words_beside(&self, anchor: &Anchor, piece: &Range<usize>) -> Option<CleanText> {
        let line = self.lines.get(anchor.line).filter(|_| self.is_list)?;
        let beside = words_beside::title(line, anchor.span.clone(), &self.shops);
        beside.or_else(|| {
            let mut others = piece.clone().filter(|at| *at != anchor.line && !self.lines[*at].trim().is_empty());
            let (only, None) = (others.next()?, others.next()) else { return None };
            let has_number = number_tokens::tokens(self.lines[only]).next().is_some();
            words_beside::title(self.lines[only], 0..0, &self.shops).filter(|_| !has_number)
        })
    }
}
