//! The table of formats: one row a format. Adding a format is one row here and its numbers in the tests.

mod canada;
mod carrier_spellings;
mod china;
mod eastern_europe;
mod europe;
mod posts;
mod rule_references;
mod usa;

use super::format::Format;

/// The table, in the order in which the documentation lists it.
static TABLE: [&[Format]; 6] = [posts::ROWS, china::ROWS, eastern_europe::ROWS, europe::ROWS, usa::ROWS, canada::ROWS];

/// Every format.
pub fn formats() -> impl Iterator<Item = &'static Format> {
    TABLE.iter().flat_map(|rows| rows.iter())
}

/// The format of that id.
#[must_use]
pub fn format(id: &str) -> Option<&'static Format> {
    formats().find(|f| f.id == id)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::number::pattern::patterns;
    use std::collections::HashSet;

    #[test]
    fn ids_are_unique_and_rows_complete() {
        let mut seen = HashSet::new();
        for f in formats() {
            assert!(seen.insert(f.id), "{} twice", f.id);
            assert!(f.id.contains('/') && !f.carrier.is_empty() && !f.origin.is_empty(), "{}", f.id);
            assert!(!f.sources.is_empty(), "{}", f.id);
        }
    }

    #[test]
    fn every_shape_is_understood_and_fits_a_number() {
        for f in formats() {
            for shape in f.shapes {
                let all = patterns(shape);
                assert!(!all.is_empty(), "{}: {shape}", f.id);
                assert!(
                    all.iter().all(|p| (5..=50).contains(&p.masks.len()) && p.start <= p.check),
                    "{}: {shape}",
                    f.id
                );
            }
        }
    }

    #[test]
    fn words_are_lower_case_with_single_spaces() {
        for word in formats().flat_map(|f| f.words) {
            assert_eq!(word.to_lowercase().split_whitespace().collect::<Vec<_>>().join(" "), **word);
        }
    }
}
