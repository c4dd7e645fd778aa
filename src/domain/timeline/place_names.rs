//! Whether two names of places may mean the same one.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::transliteration::reduced;

/// Names that no transliteration brings together, one place a line.
const NAMES: [&[&str]; 22] = [
    &["moscow", "москва", "moskau", "moskwa", "мск"],
    &["petersburg", "петербург", "спб", "pietarin"],
    &["kyiv", "kiev", "київ", "киев"],
    &["kharkiv", "kharkov", "харків", "харьков"],
    &["lviv", "lvov", "львів", "львов", "lwow"],
    &["dnipro", "днепр", "dnepr"],
    &["warsaw", "warszawa", "варшава", "warschau"],
    &["beijing", "peking", "пекин"],
    &["guangzhou", "гуанчжоу", "canton"],
    &["shenzhen", "шэньчжэнь"],
    &["hangzhou", "ханчжоу"],
    &["dongguan", "дунгуань"],
    &["kong", "hongkong", "гонконг"],
    &["urumqi", "урумчи"],
    &["istanbul", "стамбул"],
    &["vienna", "wien", "вена"],
    &["prague", "praha", "прага"],
    &["munich", "muenchen", "münchen", "мюнхен"],
    &["cologne", "köln", "koeln", "кёльн"],
    &["rome", "roma", "рим"],
    &["milan", "milano", "милан"],
    &["lisbon", "lisboa", "лиссабон"],
];

/// Words that tell nothing about which place it is: kinds of places, and the countries most often named.
const COMMON: [&str; 44] = [
    "city",
    "town",
    "region",
    "oblast",
    "область",
    "край",
    "город",
    "district",
    "province",
    "airport",
    "аэропорт",
    "international",
    "office",
    "отделение",
    "почта",
    "post",
    "center",
    "centre",
    "центр",
    "sorting",
    "hub",
    "facility",
    "warehouse",
    "склад",
    "china",
    "китай",
    "mainland",
    "russia",
    "россия",
    "rossiya",
    "russian",
    "federation",
    "ukraine",
    "україна",
    "украина",
    "belarus",
    "беларусь",
    "poland",
    "germany",
    "spain",
    "france",
    "italy",
    "казахстан",
    "kazakhstan",
];

/// What a place is compared by: its telling words, in the order of the alphabet.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(super) struct PlaceWords {
    words: Vec<String>,
}

/// How two names of places stand to each other.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Likeness {
    /// A telling word is the same.
    Agree,
    /// Both can be read, and have nothing in common; they may still be a town and its airport.
    Differ,
    /// One is missing, or in a script that cannot be compared with the other's.
    Unclear,
}

impl PlaceWords {
    pub(super) fn of(name: &str) -> Self {
        let spelled = reduced(name);
        let mut words: Vec<String> = spelled.split(' ').filter_map(telling).collect();
        words.sort_unstable();
        words.dedup();
        Self { words }
    }

    pub(super) fn compare(&self, other: &Self) -> Likeness {
        if self.words.iter().any(|word| other.words.contains(word)) {
            return Likeness::Agree;
        }
        let readable = |place: &Self| place.words.iter().any(|word| word.is_ascii());
        if readable(self) && readable(other) { Likeness::Differ } else { Likeness::Unclear }
    }
}

/// A word by which a place is known, without its ending, which grammar changes; `None`: it tells nothing.
fn telling(word: &str) -> Option<String> {
    static ALIASES: LazyLock<HashMap<String, Option<String>>> = LazyLock::new(aliases);
    if word.is_ascii() && (word.len() < 3 || word.bytes().all(|b| b.is_ascii_digit())) {
        return None;
    }
    let stem = stem(word);
    match ALIASES.get(stem) {
        Some(name) => name.clone(),
        None => Some(stem.to_owned()),
    }
}

fn stem(word: &str) -> &str {
    let stem = word.trim_end_matches(['a', 'e', 'i', 'o', 'u']);
    if stem.len() >= 3 { stem } else { word }
}

/// Every other name with the first of its line, and the common words with nothing.
fn aliases() -> HashMap<String, Option<String>> {
    let key = |name: &str| stem(&reduced(name)).to_owned();
    let common = COMMON.iter().map(|word| (key(word), None));
    let names = NAMES.iter().flat_map(|line| line.iter().map(|name| (key(name), line.first().map(|first| key(first)))));
    common.chain(names).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_compared_across_alphabets() {
        use Likeness::{Agree, Differ, Unclear};
        for (one, other, likeness) in [
            ("Moscow", "Москва", Agree),
            ("г. Москва", "MOSCOW, Russia", Agree),
            ("Vnukovo", "Внуково", Agree),
            ("Внуково, Россия", "Moscow, Russian Federation", Differ),
            ("Saint Petersburg", "Санкт-Петербург", Agree),
            ("Kyiv", "Киев", Agree),
            ("Hong Kong", "Гонконг", Agree),
            ("Shenzhen City", "Guangzhou City", Differ),
            ("Guangzhou", "广州", Unclear),
            ("广州", "广州", Agree),
            ("上海", "广州", Unclear),
            ("广州 Guangzhou", "Гуанчжоу", Agree),
            ("", "Moscow", Unclear),
            ("Sorting center", "Minsk", Unclear),
            ("101000", "Москва", Unclear),
            ("Aarhus", "Århus", Agree),
        ] {
            assert_eq!(PlaceWords::of(one).compare(&PlaceWords::of(other)), likeness, "{one} | {other}");
            assert_eq!(PlaceWords::of(other).compare(&PlaceWords::of(one)), likeness, "{other} | {one}");
        }
    }
}
