//! What a few lines tell of one order, whoever wrote them.

use chrono::NaiveDate;

use super::labelled_dates;
use super::line::Line;
use super::order_step::Reader;
use super::plain_lines::{self, Flow};
use super::step::Step;
use super::{goods, mood};
use crate::domain::CleanText;
use crate::import::parsed_file::ImportSettings;

/// What lines tell of an order.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(in crate::import) struct SectionFacts {
    /// The goods.
    pub title: Option<CleanText>,
    pub ordered_on: Option<NaiveDate>,
    pub shipped_on: Option<NaiveDate>,
    pub protected_until: Option<NaiveDate>,
    pub expected_on: Option<NaiveDate>,
    /// It was cancelled, paid back or received.
    pub is_over: bool,
}

/// Reads lines that belong to one order.
pub(in crate::import) fn read(text: &str, settings: &ImportSettings) -> SectionFacts {
    let lines: Vec<Line> = plain_lines::lines(text, Flow::Fixed);
    let about = mood::scores(text);
    let days = labelled_dates::read(&lines, settings.reading, &about);
    let reader =
        Reader { subject: "", lines: &lines, day: None, reading: settings.reading, is_escrow: false, about: &about };
    let step = reader.facts().step.map(|fact| fact.step);
    let has_come = |day: &NaiveDate| settings.has_come(*day);
    SectionFacts {
        title: goods::title(&lines),
        ordered_on: days.ordered_on.filter(has_come),
        shipped_on: days.shipped_on.filter(has_come),
        protected_until: days.protected_until,
        expected_on: days.expected_on.filter(|day| *day >= settings.today),
        is_over: matches!(step, Some(Step::Received | Step::Cancelled | Step::Refunded)),
    }
}

/// Whether a line is a sentence about what happened to an order, and no name of anything.
pub(in crate::import) fn tells_of_a_step(line: &str) -> bool {
    !mood::told(line, false, &mood::scores(line)).is_empty()
}
