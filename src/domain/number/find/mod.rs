//! Numbers in any text: mails, chats, tables, links.
//!
//! The text is made readable, cut into atoms, and every place where a number may stand is judged by its format, by
//! the words before it and by the carriers named near. Linear in the length of the text.

mod decoys;
mod html_to_text;
mod join_pieces;
mod label_words;
mod number_labels;
mod order_and_shop;
mod orders_and_doubtful_numbers;
mod parse_mail;
mod plausibility;
mod scanner;
mod table_heads;
mod to_plain_text;
mod tokens;
mod transfer_encoding;
mod urls;

use std::collections::HashSet;
use std::ops::Range;

use super::TrackingNumber;
use super::candidate::Candidate;
use super::carrier_mentions;
use super::identify_context::IdentifyContext;
use super::ranking::Ready;
use crate::domain::CleanText;
use order_and_shop::PlacedText;
pub use parse_mail::parse_mail;
use scanner::{Harvest, Scan, Taken};
use urls::Part;

/// A number found in a text.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Found {
    /// The number.
    pub number: TrackingNumber,
    /// What it may be, best first. Empty where no format is known and only the words before it call it a track number.
    pub candidates: Vec<Candidate>,
    /// Where it stands, in bytes of the given text; `None` where the text had to be decoded first.
    pub span: Option<Range<usize>>,
    /// The shop's order that stands beside it.
    pub order: Option<CleanText>,
    /// The shop that is named beside it.
    pub shop: Option<CleanText>,
}

/// What a text holds.
#[derive(Clone, Default, Debug)]
pub struct Findings {
    /// The numbers, in the order of their first appearance, each once.
    pub found: Vec<Found>,
    /// Pieces of the text that are nearly numbers: one letter of another alphabet, one wrong digit.
    pub suspects: Vec<String>,
    /// What the text calls orders, each once, in the order of their first appearance.
    pub orders: Vec<CleanText>,
    /// The shops that it names, likewise.
    pub shops: Vec<CleanText>,
}

/// What a text, or a mail however it is encoded, says to a reader: subject and all texts, without markup.
#[must_use]
pub fn readable(bytes: &[u8]) -> String {
    to_plain_text::readable(bytes).text.into_owned()
}

/// The numbers of a text, in the order of their first appearance, each once.
#[must_use]
pub fn numbers_in(text: impl AsRef<[u8]>, context: &IdentifyContext) -> Vec<Found> {
    look(text, context).found
}

/// The numbers of a text, and what is nearly one.
#[must_use]
pub fn look(text: impl AsRef<[u8]>, context: &IdentifyContext) -> Findings {
    let readable = to_plain_text::readable(text.as_ref());
    let text: &str = &readable.text;
    let links = links(text);
    let mut all = Vec::new();
    cut(text, &links, &mut all);
    let said = number_labels::said(text, &all);
    let mentions = carrier_mentions::mentions(text);
    let ready = Ready::new(context);
    let harvest = Harvest::default();
    let mut scan = Scan { text, atoms: &all, said: &said, mentions: &mentions, ready: &ready, harvest };
    scan.walk();
    scan.read_links(&links);
    gather(text, scan.harvest, readable.as_given)
}

/// The links and mail addresses of a text.
fn links(text: &str) -> Vec<Range<usize>> {
    let mut all = urls::links(text);
    all.extend(addresses(text));
    all.sort_by_key(|r| r.start);
    all
}

/// Mail addresses: what stands around an `@`.
fn addresses(text: &str) -> Vec<Range<usize>> {
    const LONGEST: usize = 64;
    let inside = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '-' | '+' | '=' | '%');
    let around = |(at, _): (usize, &str)| {
        let before: usize = text[..at].chars().rev().take(LONGEST).take_while(|&c| inside(c)).count();
        let after: usize = text[at + 1..].chars().take(LONGEST).take_while(|&c| inside(c)).count();
        (before > 0 && after > 2).then_some(at - before..at + 1 + after)
    };
    text.match_indices('@').filter_map(around).collect()
}

/// The atoms of everything that is no link.
fn cut(text: &str, links: &[Range<usize>], all: &mut Vec<tokens::Token>) {
    let mut from = 0;
    for link in links {
        if link.start >= from {
            tokens::atoms(text, from, link.start, all);
            from = link.end;
        }
    }
    if from <= text.len() {
        tokens::atoms(text, from, text.len(), all);
    }
}

impl Scan<'_> {
    /// Takes numbers and orders out of links.
    fn read_links(&mut self, links: &[Range<usize>]) {
        for link in links {
            for (value, kind) in urls::parts(&self.text[link.clone()]) {
                self.read_part(&value, kind, link);
            }
        }
    }

    fn read_part(&mut self, value: &str, kind: Part, link: &Range<usize>) {
        let Ok(number) = TrackingNumber::parse(value) else { return };
        match kind {
            Part::Track => _ = self.take_part(number.as_str(), label_words::Label::Track, link),
            Part::Maybe => _ = self.take_part(number.as_str(), label_words::Label::Neutral, link),
            // couriers' own pages call their number an order
            Part::Order if self.take_part(number.as_str(), label_words::Label::Order, link) => {}
            Part::Order => self.harvest.orders.push(PlacedText { at: link.start, what: CleanText::line(value) }),
        }
    }
}

/// What was harvested, sorted, each number once, with order and shop.
fn gather(text: &str, mut harvest: Harvest, as_given: bool) -> Findings {
    harvest.taken.sort_by_key(|t| t.span.start);
    harvest.orders.sort_by_key(|o| o.at);
    let shops = order_and_shop::shops(text);
    let mut seen = HashSet::new();
    let mut found = Vec::new();
    for Taken { number, candidates, span } in harvest.taken {
        let Ok(number) = TrackingNumber::parse(&number) else { continue };
        if !seen.insert(number.clone()) {
            continue;
        }
        let line = line_around(text, &span);
        let order = order_and_shop::beside(&harvest.orders, span.start, &line);
        let shop = order_and_shop::beside(&shops, span.start, &line);
        found.push(Found { number, candidates, span: as_given.then_some(span), order, shop });
    }
    let suspects = harvest.suspects.into_iter().map(|s| text[s].to_owned()).collect();
    let once = |placed: Vec<PlacedText>| {
        let mut seen = HashSet::new();
        placed.into_iter().map(|placed| placed.what).filter(|what| seen.insert(what.clone())).collect()
    };
    Findings { found, suspects, orders: once(harvest.orders), shops: once(shops) }
}

/// The line that a place is on, as far as it matters.
fn line_around(text: &str, span: &Range<usize>) -> Range<usize> {
    const FAR: usize = 1_000;
    let from = text.ceil_char_boundary(span.start.saturating_sub(FAR));
    let to = text.floor_char_boundary(span.end + FAR);
    let start = text[from..span.start].rfind('\n').map_or(from, |n| from + n);
    let end = text[span.end..to].find('\n').map_or(to, |n| span.end + n);
    start..end
}
