//! The text of one mail, read.

use std::collections::HashSet;

use serde_json::Value;

use super::envelope::Envelope;
use super::labelled_dates::Days;
use super::line::Line;
use super::order_step::{Facts, Reader};
use super::records::{MailContent, Numbered};
use super::{goods, labelled_dates, mood, order_links, order_number_spellings, schema_org, sender_kind};
use crate::domain::CleanText;
use crate::domain::number::{self, Findings, IdentifyContext};
use crate::import::parsed_file::{ImportLocation, ImportSettings, ParsedFile, SkipReason};
use crate::import::shown_text::shown;

/// The languages of a mail are told by so many first bytes.
const TELLING: usize = 1_500;

/// A mail's text with its envelope.
pub(super) struct MailText<'a> {
    pub place: ImportLocation,
    pub envelope: Envelope,
    pub lines: &'a [Line],
    pub data: &'a [Value],
    /// Whether what it says of steps is its own word.
    pub says_steps: bool,
    /// Whether addresses in the text may be the sender's: it was handed on, and its headers are gone.
    pub names_sender: bool,
}

impl MailText<'_> {
    /// Reads it, and keeps what it tells.
    pub fn read(&self, settings: &ImportSettings, file: &mut ParsedFile) {
        let Envelope { from, subject, .. } = &self.envelope;
        let text = self.text();
        let context = IdentifyContext { home: settings.home, ..IdentifyContext::default() };
        let findings = number::look(&text, &context);
        let schema = schema_org::read(self.data);
        let sold_by = sender_kind::selling(&self.senders(), subject);
        let (is_shops, shop) = (sold_by.is_some(), sold_by.or_else(|| sender_kind::named(&findings)));
        let said = &text[from.len()..];
        let about = mood::scores(&said[..said.floor_char_boundary(TELLING.min(said.len()))]);
        let day = self.envelope.day.filter(|day| settings.has_come(*day));
        let says_steps = self.says_steps && !sender_kind::is_person(from);
        let facts = || {
            let is_escrow = sender_kind::is_escrow(shop.as_ref());
            Reader { subject, lines: self.lines, day, reading: settings.reading, is_escrow, about: &about }.facts()
        };
        let facts = if says_steps { facts() } else { Facts::default() };
        let is_about_orders = about.speaks_of_steps;
        let days =
            if says_steps { labelled_dates::read(self.lines, settings.reading, &about) } else { Days::default() };
        if let Some(doubtful) = &days.doubtful {
            file.leave_out(&self.place, SkipReason::TwoWays(shown(doubtful)));
        }
        let linked = order_links::orders(self.lines);
        let codes = codes(&text, &schema, &linked, &findings);
        let numbers = numbers(&text, &schema, &codes, &linked, findings);
        let title = goods::title(self.lines);
        MailContent {
            place: self.place.clone(),
            settings,
            day,
            is_about_orders,
            facts,
            days,
            title,
            shop,
            is_shops,
            schema,
            numbers,
            codes,
        }
        .keep(file);
    }

    /// What the mail shows, with its sender, its subject and its links.
    fn text(&self) -> String {
        let mut text = format!("{}\n{}\n", self.envelope.from, self.envelope.subject);
        for line in self.lines {
            text.push_str(&line.text);
            text.push('\n');
        }
        for link in self.lines.iter().flat_map(|line| &line.links) {
            text.push('\n');
            text.push_str(link);
        }
        text
    }

    fn senders(&self) -> String {
        let from = self.envelope.from.clone();
        let words = self.lines.iter().filter(|_| self.names_sender).flat_map(|line| line.text.split_whitespace());
        words.filter(|word| word.contains('@')).take(20).fold(from, |all, word| all + "\n" + word)
    }
}

/// The orders: those that the mail tells machines, or else those of its links and its text.
fn codes(text: &str, schema: &schema_org::Schema, linked: &[CleanText], findings: &Findings) -> Vec<CleanText> {
    let by_machine = schema.all().filter_map(|order| order.code.clone());
    let mut seen = HashSet::new();
    let mut all: Vec<CleanText> = by_machine.filter(|code| seen.insert(code.clone())).collect();
    if all.is_empty() {
        let numbers: HashSet<&str> = findings.found.iter().map(|found| found.number.as_str()).collect();
        let in_text = findings.orders.iter().filter(|code| !numbers.contains(code.as_str()) || linked.contains(code));
        let whole = in_text
            .map(|code| order_number_spellings::whole(text, code))
            .chain(order_number_spellings::before_label(text));
        all.extend(whole.chain(linked.iter().cloned()).filter(|code| seen.insert(code.clone())));
    }
    all
}

/// The track numbers: those that the mail tells machines, or else those of its text.
fn numbers(
    text: &str,
    schema: &schema_org::Schema,
    codes: &[CleanText],
    linked: &[CleanText],
    findings: Findings,
) -> Vec<Numbered> {
    if !schema.deliveries.is_empty() {
        let one = |delivery: &schema_org::Delivery| Numbered {
            number: delivery.number.clone(),
            order: delivery.order.code.clone(),
        };
        return schema.deliveries.iter().map(one).collect();
    }
    let is_order = |number: &str| {
        linked.iter().any(|code| code.as_str() == number)
            || (!schema.is_empty() && codes.iter().any(|code| code.as_str() == number))
    };
    let numbers = findings.found.into_iter().filter(|found| !is_order(found.number.as_str()));
    numbers
        .map(|found| Numbered {
            number: found.number,
            order: found.order.map(|code| order_number_spellings::whole(text, &code)),
        })
        .collect()
}
