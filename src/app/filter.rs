//! The filter: every word must be found, letters in order, in one of a parcel's texts.

use nucleo_matcher::pattern::{AtomKind, CaseMatching, Normalization, Pattern};
use nucleo_matcher::{Config, Matcher, Utf32Str};

use crate::domain::Parcel;
use crate::domain::sort::folded;

/// What the list is narrowed down to.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Filter {
    text: String,
}

impl Filter {
    /// The filter as it was typed.
    #[must_use]
    pub fn new(text: &str) -> Self {
        Self { text: text.trim().to_owned() }
    }

    /// The words as they were typed.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Whether it lets everything through.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// Which of the parcels (by their place in `all`) it lets through, in the order given.
    pub(super) fn keep(&self, rows: &mut Vec<usize>, all: &[Parcel]) {
        if self.is_empty() {
            return;
        }
        let needle = folded(&self.text);
        let pattern = Pattern::new(&needle, CaseMatching::Ignore, Normalization::Smart, AtomKind::Fuzzy);
        let mut matcher = Matcher::new(Config::DEFAULT);
        let mut buffer = Vec::new();
        rows.retain(|&i| {
            let texts = texts(&all[i]);
            pattern.atoms.iter().all(|atom| {
                texts.iter().any(|text| atom.score(Utf32Str::new(text, &mut buffer), &mut matcher).is_some())
            })
        });
    }
}

/// What of a parcel is searched: title, numbers, shop, orders and what was bought, tags and the last place.
fn texts(parcel: &Parcel) -> Vec<String> {
    let mut texts: Vec<&str> = parcel.numbers.iter().map(|n| n.number.as_str()).collect();
    texts.extend(parcel.title.as_deref());
    texts.extend(parcel.shop.as_deref());
    texts.extend(parcel.orders.iter().filter_map(|o| o.title.as_deref()));
    texts.extend(parcel.order_codes().chain(&parcel.tags).map(|t| &**t));
    texts.extend(parcel.summary.last_event.as_ref().and_then(|e| e.place.as_deref()));
    texts.into_iter().map(folded).collect()
}
