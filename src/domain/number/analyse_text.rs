//! The one call of dialogs and commands: what is in this text, and what is wrong with it.

use super::candidate::Candidate;
use super::check_digit::Check;
use super::correction::{Correction, rescue};
use super::find::{Found, look};
use super::identify::identify;
use super::identify_context::IdentifyContext;
use super::near_miss::{NearMiss, near_miss};
use super::shop_orders::shop_of_order;
use super::{NumberError, TrackingNumber};
use crate::domain::CleanText;

/// One number of a text, and everything that can be said of it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct NumberAnalysis {
    /// The text as it was given.
    pub input: CleanText,
    /// The same, normalised, and never corrected; `None` where it holds a letter that no number has (a Cyrillic
    /// look-alike, say): there are corrections then. Also where it is an order and the text names no number.
    pub number: Option<TrackingNumber>,
    /// What it may be, best first; empty where nothing fits.
    pub candidates: Vec<Candidate>,
    /// The format that it nearly has.
    pub near_miss: Option<NearMiss>,
    /// What may have been meant, best first.
    pub corrections: Vec<Correction>,
    /// The shop's order that stands beside it.
    pub order: Option<CleanText>,
    /// The shop that is named beside it.
    pub shop: Option<CleanText>,
}

/// Everything that can be said of a text that is meant as one number.
///
/// # Errors
/// Where it is none, and nothing that it may have been meant as is known either: why it is none.
pub fn describe(text: &str, context: &IdentifyContext) -> Result<NumberAnalysis, NumberError> {
    let number = TrackingNumber::parse(text);
    let corrections = rescue(text, context);
    let number = match number {
        Ok(number) => Some(number),
        Err(_) if !corrections.is_empty() => None,
        Err(why) => return Err(why),
    };
    let candidates = identify(text, context);
    let near_miss = near_miss(text);
    Ok(NumberAnalysis {
        input: CleanText::line(text),
        number,
        candidates,
        near_miss,
        corrections,
        order: None,
        shop: None,
    })
}

/// The numbers of a text, in their order, then what is nearly one. A text that is one number always gives that
/// number, known or not. A text with none of these gives its orders.
///
/// # Errors
/// Where the text holds no number and is none itself: why it is none.
pub fn recognise(text: &str, context: &IdentifyContext) -> Result<Vec<NumberAnalysis>, NumberError> {
    if let Some(shop) = order_shop(text, context) {
        return Ok(vec![order(CleanText::line(text.trim()), Some(CleanText::line(shop)))]);
    }
    if is_one(text, context) {
        return Ok(vec![describe(text, context)?]);
    }
    let findings = look(text, context);
    let mut all: Vec<NumberAnalysis> = findings.found.into_iter().map(|f| told(f, context)).collect();
    all.extend(findings.suspects.iter().filter_map(|s| nearly(s, context)));
    if all.is_empty() {
        all.extend(orders(text, findings.orders, &findings.shops));
    }
    if all.is_empty() { describe(text, context).map(|one| vec![one]) } else { Ok(all) }
}

/// The shop of whose orders a text is the number; `None` also where it is an everyday number of the user's country by
/// its check digit.
#[must_use]
pub fn order_shop(text: &str, context: &IdentifyContext) -> Option<&'static str> {
    let shop = shop_of_order(text)?;
    let home = |c: &Candidate| context.home.is_some_and(|home| c.format.home.contains(&home.as_str()));
    let is_at_home = identify(text, context).iter().any(|c| c.check == Check::Passed && home(c));
    (!is_at_home).then_some(shop)
}

fn order(code: CleanText, shop: Option<CleanText>) -> NumberAnalysis {
    NumberAnalysis {
        input: code.clone(),
        number: None,
        candidates: Vec::new(),
        near_miss: None,
        corrections: Vec::new(),
        order: Some(code),
        shop,
    }
}

/// The orders of a text without a number: what it calls so, or the one row of digits on its line with a shop's name.
fn orders(text: &str, mut called: Vec<CleanText>, shops: &[CleanText]) -> Vec<NumberAnalysis> {
    let text = text.trim();
    if called.is_empty() && shops.len() == 1 && text.lines().count() == 1 {
        let digits = |piece: &&str| ORDER.contains(&piece.len()) && piece.bytes().all(|b| b.is_ascii_digit());
        let mut rows = text.split(|c: char| !c.is_alphanumeric()).filter(digits);
        called.extend(rows.next().filter(|_| rows.next().is_none()).map(CleanText::line));
    }
    let named = shops.first().filter(|_| shops.len() == 1);
    let shop = |code: &CleanText| named.cloned().or_else(|| shop_of_order(code).map(CleanText::line));
    called.into_iter().map(|code| order(code.clone(), shop(&code))).collect()
}

/// So many digits have the orders of shops that number them through.
const ORDER: std::ops::RangeInclusive<usize> = 8..=20;

/// Whether a text is meant as one number: one piece, or pieces that only together are a number.
fn is_one(text: &str, context: &IdentifyContext) -> bool {
    let text = text.trim();
    if text.lines().count() > 1 || text.chars().count() > LONGEST || text.contains([',', ';', '/']) {
        return false;
    }
    let pieces: Vec<&str> = text.split_whitespace().collect();
    let accepted = |piece: &str| identify(piece, context).iter().any(Candidate::accepted);
    match pieces[..] {
        [] | [_] => true,
        // two numbers side by side may pass for one longer number
        _ => accepted(text) && !pieces.iter().all(|p| p.len() >= 8 && accepted(p)),
    }
}

/// A number with spaces between all its characters is no longer.
const LONGEST: usize = 2 * TrackingNumber::MAX;

fn told(found: Found, context: &IdentifyContext) -> NumberAnalysis {
    let Found { number, candidates, order, shop, .. } = found;
    let sure = candidates.first().is_some_and(Candidate::accepted);
    let corrections = if sure { Vec::new() } else { rescue(number.as_str(), context) };
    let near_miss = if sure { None } else { near_miss(&number) };
    let input = CleanText::line(number.as_str());
    NumberAnalysis { input, number: Some(number), candidates, near_miss, corrections, order, shop }
}

/// What is nearly a number is told only where it is known what is wrong.
fn nearly(suspect: &str, context: &IdentifyContext) -> Option<NumberAnalysis> {
    let one = describe(suspect, context).ok()?;
    (one.near_miss.is_some() || !one.corrections.is_empty()).then_some(one)
}
