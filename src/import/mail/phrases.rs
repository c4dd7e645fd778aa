//! Finds the phrases of all languages in the words of a sentence.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::languages::{LANGUAGES, Language};
use super::step::Step;
use crate::import::words::{Gap, Word, folded, is_apostrophe, is_han};

/// What a phrase means.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Meaning {
    /// A step, as a statement or as a bare participle.
    Step(Step, bool),
    /// Makes a participle a statement.
    Auxiliary,
    /// Denies.
    Not,
    /// Makes what follows a future, a wish or a request.
    Ahead,
    /// Begins a condition.
    Condition,
    /// Another time.
    Elsewhen,
    /// Begins a further clause.
    Conjunction,
    /// Tells the language.
    Common,
}

/// A phrase that was found.
#[derive(Clone, Copy, Debug)]
pub(super) struct Hit {
    /// Which language, by its place in the list.
    pub language: usize,
    pub meaning: Meaning,
    /// Its first word.
    pub start: usize,
    /// The word behind it.
    pub end: usize,
}

/// The gap `_` holds at most so many words without digits.
const WIDEST: usize = 4;
/// Stems are found by so many first letters.
const KEY: usize = 3;

struct Phrase {
    language: usize,
    meaning: Meaning,
    at_start: bool,
    items: Vec<Item>,
}

enum Item {
    /// One of these.
    Words(Vec<Pattern>),
    /// One of these, or nothing.
    Maybe(Vec<Pattern>),
    Gap,
}

struct Pattern {
    text: String,
    stem: bool,
}

impl Pattern {
    fn fits(&self, word: &str) -> bool {
        if self.stem { word.starts_with(&self.text) } else { word == self.text }
    }
}

#[derive(Default)]
struct Index {
    phrases: Vec<Phrase>,
    exact: HashMap<String, Vec<usize>>,
    stems: HashMap<String, Vec<usize>>,
}

static INDEX: LazyLock<Index> = LazyLock::new(|| {
    let mut index = Index::default();
    for (at, language) in LANGUAGES.into_iter().enumerate() {
        for (meaning, list) in lists(language) {
            list.split('|').filter(|phrase| !phrase.is_empty()).for_each(|phrase| index.add(at, meaning, phrase));
        }
    }
    index
});

fn lists(of: &Language) -> [(Meaning, &'static str); 20] {
    let says = |step| Meaning::Step(step, true);
    let bare = |step| Meaning::Step(step, false);
    [
        (Meaning::Common, of.common),
        (says(Step::Placed), of.placed),
        (bare(Step::Placed), of.placed_participle),
        (bare(Step::OrderReceived), of.order_received),
        (says(Step::Preparing), of.preparing),
        (says(Step::Shipped), of.shipped),
        (bare(Step::Shipped), of.shipped_participle),
        (says(Step::Transit), of.transit),
        (says(Step::Later), of.later),
        (says(Step::Asked), of.asked),
        (says(Step::Received), of.received),
        (says(Step::Completed), of.completed),
        (says(Step::Cancelled), of.cancelled),
        (says(Step::Refunded), of.refunded),
        (Meaning::Auxiliary, of.auxiliary),
        (Meaning::Not, of.not),
        (Meaning::Ahead, of.ahead),
        (Meaning::Condition, of.condition),
        (Meaning::Elsewhen, of.elsewhen),
        (Meaning::Conjunction, of.conjunction),
    ]
}

impl Index {
    fn add(&mut self, language: usize, meaning: Meaning, phrase: &str) {
        let number = self.phrases.len();
        let (at_start, phrase) = phrase.strip_prefix('^').map_or((false, phrase), |rest| (true, rest));
        let items = items(phrase);
        let Some(Item::Words(first)) = items.first() else { return };
        for pattern in first {
            let (map, key) = if pattern.stem {
                (&mut self.stems, pattern.text.chars().take(KEY).collect())
            } else {
                (&mut self.exact, pattern.text.clone())
            };
            map.entry(key).or_default().push(number);
        }
        self.phrases.push(Phrase { language, meaning, at_start, items });
    }
}

fn items(phrase: &str) -> Vec<Item> {
    let mut all = Vec::new();
    for item in phrase.split(' ') {
        if item == "_" {
            all.push(Item::Gap);
        } else if item.chars().any(is_han) {
            let one = |c: char| Item::Words(vec![Pattern { text: c.to_string(), stem: false }]);
            all.extend(item.chars().map(one));
        } else if let Some(item) = item.strip_suffix('?') {
            all.push(Item::Maybe(patterns(item)));
        } else {
            all.push(Item::Words(patterns(item)));
        }
    }
    all
}

fn patterns(item: &str) -> Vec<Pattern> {
    let one = |word: &str| {
        let word: String = word.chars().filter(|c| !is_apostrophe(*c)).collect();
        let stem = word.ends_with('*');
        Pattern { text: folded(word.trim_end_matches('*')), stem }
    };
    item.split('/').map(one).collect()
}

/// Every phrase in the words.
pub(super) fn hits(words: &[Word]) -> Vec<Hit> {
    let index = &*INDEX;
    let mut all = Vec::new();
    for (start, word) in words.iter().enumerate() {
        let key_end = word.text.char_indices().nth(KEY).map_or(word.text.len(), |(at, _)| at);
        let exact = index.exact.get(&word.text).into_iter().flatten();
        let stems = index.stems.get(&word.text[..key_end]).into_iter().flatten();
        for phrase in exact.chain(stems).map(|number| &index.phrases[*number]) {
            if (!phrase.at_start || start == 0)
                && let Some(end) = end(words, start, &phrase.items)
            {
                all.push(Hit { language: phrase.language, meaning: phrase.meaning, start, end });
            }
        }
    }
    all
}

/// Where the items end that begin at a word.
fn end(words: &[Word], at: usize, items: &[Item]) -> Option<usize> {
    let Some((item, rest)) = items.split_first() else { return Some(at) };
    let fits = |patterns: &[Pattern], at: usize| {
        words.get(at).is_some_and(|word| patterns.iter().any(|pattern| pattern.fits(&word.text)))
    };
    // Behind its first word a phrase goes over nothing that separates.
    let goes_on = |at: usize| words.get(at).is_some_and(|word| word.gap == Gap::Space);
    match item {
        Item::Words(patterns) => {
            let fits = fits(patterns, at) && (rest.is_empty() || goes_on(at + 1) || only_maybe(rest));
            fits.then(|| end(words, at + 1, rest)).flatten()
        }
        Item::Maybe(patterns) => {
            let taken = fits(patterns, at) && (rest.is_empty() || goes_on(at + 1));
            taken.then(|| end(words, at + 1, rest)).flatten().or_else(|| end(words, at, rest))
        }
        Item::Gap => {
            let mut skipped = 0;
            let mut to = at;
            loop {
                if let Some(end) = end(words, to, rest) {
                    return Some(end);
                }
                skipped += usize::from(!words.get(to)?.is_number());
                to += 1;
                if skipped > WIDEST || !goes_on(to) || to - at > 3 * WIDEST {
                    return None;
                }
            }
        }
    }
}

fn only_maybe(items: &[Item]) -> bool {
    items.iter().all(|item| matches!(item, Item::Maybe(_)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::words::words;

    #[test]
    fn every_phrase_of_every_language_finds_itself() {
        for (at, language) in LANGUAGES.into_iter().enumerate() {
            for (meaning, list) in lists(language) {
                for phrase in list.split('|').filter(|phrase| !phrase.is_empty()) {
                    let plain = phrase.trim_start_matches('^').replace('*', "").replace(" _ ", " 815 ");
                    let one = |item: &str| item.split('/').next().unwrap().trim_end_matches('?').to_owned();
                    let text = plain.split(' ').map(one).collect::<Vec<_>>().join(" ");
                    let found = hits(&words(&text));
                    let same = |hit: &Hit| hit.language == at && hit.meaning == meaning && hit.start == 0;
                    assert!(found.iter().any(same), "{phrase}: {text}");
                }
            }
        }
    }

    #[test]
    fn a_phrase_goes_over_numbers_and_over_no_comma() {
        let found = |text: &str| hits(&words(text)).iter().any(|hit| hit.meaning == Meaning::Step(Step::Placed, true));
        assert!(found("Order 112-0000001-0000001 is now confirmed"));
        assert!(!found("Your order is late, payment of the fee was made and confirmed"));
    }
}
