//! Carriers named in a text.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::format::Format;
use super::format_table::formats;

/// Where in a text a list of words names formats.
#[derive(Clone, Debug)]
pub(super) struct Mention {
    /// Byte offset of its first word.
    pub start: usize,
    /// Byte offset after its last word.
    pub end: usize,
    /// The row's list of words: formats of one carrier share it.
    pub words: &'static [&'static str],
}

/// The carriers that a text names.
#[derive(Clone, Default, Debug)]
pub(super) struct Named(Vec<&'static [&'static str]>);

impl Named {
    /// Whether the format's carrier is among them.
    pub fn holds(&self, format: &Format) -> bool {
        self.0.iter().any(|words| same(words, format.words))
    }

    /// Adds those that a mention names.
    pub fn add(&mut self, words: &'static [&'static str]) {
        if !self.0.iter().any(|other| same(other, words)) {
            self.0.push(words);
        }
    }
}

/// Whether two lists of words are one list.
pub(super) fn same(a: &[&str], b: &[&str]) -> bool {
    std::ptr::eq(a, b) || a == b
}

/// Names of carriers by their first word.
struct Dictionary {
    by_first: HashMap<&'static str, Vec<(&'static str, &'static [&'static str])>>,
    /// Names in scripts without spaces between words: they are looked for anywhere.
    unspaced: Vec<(&'static str, &'static [&'static str])>,
}

static DICTIONARY: LazyLock<Dictionary> = LazyLock::new(|| {
    let mut dictionary = Dictionary { by_first: HashMap::new(), unspaced: Vec::new() };
    let mut seen: Vec<&'static [&'static str]> = Vec::new();
    for format in formats() {
        if format.words.is_empty() || seen.contains(&format.words) {
            continue;
        }
        seen.push(format.words);
        for name in format.words {
            let first = name.split(' ').next().unwrap_or(name);
            if first.chars().all(is_unspaced) {
                dictionary.unspaced.push((name, format.words));
            } else {
                dictionary.by_first.entry(first).or_default().push((name, format.words));
            }
        }
    }
    dictionary
});

/// Whether a character belongs to a script that sets no spaces between words.
pub(super) fn is_unspaced(c: char) -> bool {
    matches!(c, '\u{2e80}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

/// The carriers that a text names.
pub(super) fn named(text: &str) -> Named {
    let mut named = Named::default();
    if !text.is_empty() {
        for mention in mentions(text) {
            named.add(mention.words);
        }
    }
    named
}

/// Every place where a text names a carrier, in order.
pub(super) fn mentions(text: &str) -> Vec<Mention> {
    let mut all = Vec::new();
    let words: Vec<(usize, &str)> = words(text).collect();
    for (i, &(start, word)) in words.iter().enumerate() {
        let lower = word.to_lowercase();
        for &(name, list) in DICTIONARY.by_first.get(lower.as_str()).into_iter().flatten() {
            if let Some(last) = follows(&words, i, name) {
                all.push(Mention { start, end: last, words: list });
            }
        }
    }
    unspaced_mentions(text, &mut all);
    all.sort_by_key(|m| m.start);
    all
}

fn unspaced_mentions(text: &str, all: &mut Vec<Mention>) {
    if !text.chars().any(is_unspaced) {
        return;
    }
    for &(name, words) in &DICTIONARY.unspaced {
        all.extend(text.match_indices(name).map(|(at, _)| Mention { start: at, end: at + name.len(), words }));
    }
}

/// Whether a name of several words goes on from word `i`; the offset after it.
fn follows(words: &[(usize, &str)], i: usize, name: &str) -> Option<usize> {
    let mut last = None;
    for (k, part) in name.split(' ').enumerate() {
        let &(start, word) = words.get(i + k)?;
        if word.to_lowercase() != part {
            return None;
        }
        last = Some(start + word.len());
    }
    last
}

/// The words of a text with their offsets. Digits belong to a word ("4px"), and scripts without spaces do not.
fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let splits = |c: char| !c.is_alphanumeric() || is_unspaced(c);
    text.split(splits).filter(|w| !w.is_empty()).map(move |w| (w.as_ptr() as usize - text.as_ptr() as usize, w))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::number::format_table::format;

    #[test]
    fn carriers_are_found_in_any_case_and_script() {
        let named = named("Заказ в СДЭК, потом Нова Пошта; 燕文 UG..YP, the Canada\u{a0}Post");
        for id in ["cdek/cdek10", "nova_poshta/np14", "yanwen/s10_yp", "canada_post/canada_post"] {
            assert!(format(id).is_some_and(|f| named.holds(f)), "{id}");
        }
        assert!(format("gls/gls12").is_some_and(|f| !named.holds(f)));
    }

    #[test]
    fn half_a_name_is_no_name() {
        assert!(mentions("моя почта").is_empty());
        assert!(mentions("the canada goose post").is_empty());
    }
}
