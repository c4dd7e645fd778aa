//! The filter: every word must be found, letters in order, in one of a parcel's texts.

use nucleo_matcher::chars::{normalize, to_lower_case};

use crate::domain::Parcel;

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
        let words: Vec<Vec<char>> = self.text.split_whitespace().map(|word| letters(word).collect()).collect();
        if !words.is_empty() {
            rows.retain(|&i| words.iter().all(|word| texts(&all[i]).any(|text| has(text, word))));
        }
    }
}

/// Whether the letters occur in the text, in this order. How well they fit does not matter here, so the matcher's
/// ranking, which takes most of its time, is not asked for.
fn has(text: &str, word: &[char]) -> bool {
    let mut text = letters(text);
    word.iter().all(|wanted| text.any(|letter| letter == *wanted))
}

/// Letters without case and accents, and ё as the е that most people type.
fn letters(text: &str) -> impl Iterator<Item = char> {
    text.chars().map(|c| match c {
        c if c.is_ascii() => c.to_ascii_lowercase(),
        'ё' | 'Ё' => 'е',
        // Small Cyrillic letters and Chinese characters are what they are: looking each up in the tables costs most.
        'а'..='я' | '\u{3400}'..='\u{9fff}' => c,
        c => normalize(to_lower_case(c)),
    })
}

/// What of a parcel is searched: title, numbers, shop, orders and what was bought, tags and the last place.
fn texts(parcel: &Parcel) -> impl Iterator<Item = &str> {
    let numbers = parcel.numbers.iter().map(|n| n.number.as_str());
    let own = parcel.title.as_deref().into_iter().chain(parcel.shop.as_deref());
    let bought = parcel.orders.iter().filter_map(|order| order.title.as_deref());
    let lists = bought.chain(parcel.order_codes().chain(&parcel.tags).map(|text| &**text));
    let place = parcel.summary.last_event.as_ref().and_then(|event| event.place.as_deref());
    numbers.chain(own).chain(lists).chain(place)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str, word: &str) -> bool {
        has(text, &letters(word).collect::<Vec<_>>())
    }

    #[test]
    fn letters_count_in_their_order_whatever_their_case_and_accents() {
        for (text, word) in
            [("Чёрный чехол", "черхол"), ("café crème", "CAFE CREME"), ("ПОСЫЛКА", "пслк"), ("东莞市", "东市")]
        {
            assert!(word.split(' ').all(|word| found(text, word)), "{text} {word}");
        }
        assert!(!found("abc", "cb") && !found("abc", "abcd") && !found("е", "э"));
    }
}
