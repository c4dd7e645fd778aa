//! Countries by ISO 3166-1 alpha-2 code.

use std::collections::HashMap;
use std::fmt;
use std::sync::LazyLock;

/// Every code of ISO 3166-1 with its English names: the usual one first, then others that sources print.
const NAMES: &str = include_str!("country_names.txt");

/// A country or territory, as two upper-case letters.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Country([u8; 2]);

impl Country {
    /// The country with that two-letter code, in either case; any two ASCII letters are accepted.
    #[must_use]
    pub fn parse(code: &str) -> Option<Self> {
        let [a, b] = code.trim().as_bytes() else { return None };
        (a.is_ascii_alphabetic() && b.is_ascii_alphabetic())
            .then(|| Self([a.to_ascii_uppercase(), b.to_ascii_uppercase()]))
    }

    /// The country that a source names in English ("Mainland China", "Russian Federation"). Case, dots, "the"
    /// and "&" make no difference; a name that is not in the table is no country, however near it comes.
    #[must_use]
    pub fn from_english_name(name: &str) -> Option<Self> {
        static BY_NAME: LazyLock<HashMap<String, Country>> = LazyLock::new(by_name);
        BY_NAME.get(&plain(name)).copied()
    }

    /// The usual English name; `None` for two letters that ISO 3166-1 has not assigned.
    #[must_use]
    pub fn english_name(self) -> Option<&'static str> {
        let (_, names) = table().find(|(country, _)| *country == self)?;
        names.split('|').next()
    }

    /// Every country of ISO 3166-1, in the order of the codes.
    pub fn all() -> impl Iterator<Item = Self> {
        table().map(|(country, _)| country)
    }

    /// The two letters.
    #[must_use]
    pub fn as_str(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or("??")
    }
}

/// The rows of the table: a country and its names.
fn table() -> impl Iterator<Item = (Country, &'static str)> {
    NAMES.lines().filter_map(|line| {
        let (code, names) = line.split_once('|')?;
        Some((Country::parse(code)?, names))
    })
}

/// Every name, without what sources spell differently, with its country; made once, since each answer names two. Of
/// two countries with one name, the first.
fn by_name() -> HashMap<String, Country> {
    let mut by_name = HashMap::new();
    for (country, name) in table().flat_map(|(country, names)| names.split('|').map(move |name| (country, name))) {
        by_name.entry(plain(name)).or_insert(country);
    }
    by_name.remove("");
    by_name
}

/// A name without what sources spell differently.
fn plain(name: &str) -> String {
    let name = name.trim().to_lowercase().replace(['.', '’', '\''], "").replace('&', " and ");
    let words: Vec<&str> = name.split_whitespace().filter(|word| *word != "the").collect();
    words.join(" ")
}

impl fmt::Display for Country {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl fmt::Debug for Country {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code(name: &str) -> Option<String> {
        Country::from_english_name(name).map(|c| c.to_string())
    }

    #[test]
    fn names_and_aliases_find_their_country() {
        for (name, expected) in [
            ("Mainland China", "CN"),
            (" russian  federation ", "RU"),
            ("Hong Kong SAR", "HK"),
            ("South Korea", "KR"),
            ("The Netherlands", "NL"),
            ("Bosnia & Herzegovina", "BA"),
            ("U.S.A.", "US"),
            ("TÜRKIYE", "TR"),
            ("Cote d’Ivoire", "CI"),
            ("Viet Nam", "VN"),
        ] {
            assert_eq!(code(name).as_deref(), Some(expected), "{name}");
        }
        for name in ["", "Atlantis", "Chin", "null"] {
            assert_eq!(code(name), None, "{name}");
        }
    }

    #[test]
    fn the_table_is_whole_and_no_name_means_two_countries() {
        assert_eq!(Country::all().count(), 249);
        let mut names: Vec<String> = table().flat_map(|(_, names)| names.split('|')).map(plain).collect();
        let all = names.len();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), all);
        assert!(Country::all().is_sorted());
        assert_eq!(Country::parse("ua").and_then(Country::english_name), Some("Ukraine"));
        assert_eq!(Country::parse("QQ").and_then(Country::english_name), None);
    }
}
