//! The one call of dialogs and commands: what is in this text, and what is wrong with it.

use super::context::Context;
use super::identify::{Candidate, identify};
use super::near::{NearMiss, near_miss};
use super::rescue::{Correction, rescue};
use super::{NotANumber, TrackingNumber};
use crate::domain::Clean;

/// One number of a text, and everything that can be said of it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Recognised {
    /// The text as it was given.
    pub input: Clean,
    /// The same, normalised, and never corrected; `None` where it holds a letter that no number has (a Cyrillic
    /// look-alike, say): there are corrections then.
    pub number: Option<TrackingNumber>,
    /// What it may be, best first; empty where nothing fits.
    pub candidates: Vec<Candidate>,
    /// The format that it nearly has.
    pub near_miss: Option<NearMiss>,
    /// What may have been meant, best first.
    pub corrections: Vec<Correction>,
    /// The shop's order that stands beside it.
    pub order: Option<Clean>,
    /// The shop that is named beside it.
    pub shop: Option<Clean>,
}

/// Everything that can be said of a text that is meant as one number.
///
/// # Errors
/// Where it is none, and nothing that it may have been meant as is known either: why it is none.
pub fn describe(text: &str, context: &Context) -> Result<Recognised, NotANumber> {
    let number = TrackingNumber::parse(text);
    let corrections = rescue(text, context);
    let number = match number {
        Ok(number) => Some(number),
        Err(_) if !corrections.is_empty() => None,
        Err(why) => return Err(why),
    };
    let candidates = identify(text, context);
    let near_miss = near_miss(text);
    Ok(Recognised { input: Clean::line(text), number, candidates, near_miss, corrections, order: None, shop: None })
}

/// The numbers of a text, in their order. A text that is one number always gives that number, known or not.
///
/// # Errors
/// Where the text holds no number and is none itself: why it is none.
pub fn recognise(text: &str, context: &Context) -> Result<Vec<Recognised>, NotANumber> {
    Ok(vec![describe(text, context)?])
}
