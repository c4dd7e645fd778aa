//! Days in the prose of twelve languages. What can be read in two ways is not guessed.

use std::ops::Range;

use chrono::NaiveDate;

use crate::import::month_names::{is_joint, month};
use crate::import::parse_dates::{self, Written};
use crate::import::words::{Word, words};

/// Days are looked for in so many first words.
const MOST_WORDS: usize = 200;
/// No spelling of a day is longer, in bytes.
const LONGEST: usize = 48;

/// The first day in a text, and where it stands, in bytes.
pub(super) fn find(text: &str) -> Option<(Written, Range<usize>)> {
    let words = words(text);
    (0..words.len().min(MOST_WORDS)).find_map(|at| {
        let start = words[at].span.start;
        if let Some((day, last)) = in_letters(&words, at) {
            return Some((Written::Day(day), start..words[last].span.end));
        }
        if !words[at].is_number() || words[at].text.len() > 4 {
            return None;
        }
        let near = &text[start..text.floor_char_boundary((start + LONGEST).min(text.len()))];
        // In figures a day is one piece.
        let piece = near.split(|c: char| c.is_whitespace() || matches!(c, ',' | ';' | ')' | 'T')).next()?;
        let piece = if near.contains('年') { near } else { piece };
        let (written, _) = parse_dates::read(piece)?;
        Some((written, start..start + piece.len()))
    })
}

/// `3 de noviembre de 2026`, `Nov. 3, 2026`: the day, and the last of its words.
fn in_letters(words: &[Word], at: usize) -> Option<(NaiveDate, usize)> {
    let (first, mut next) = (words.get(at)?, at + 1);
    let (month, day) = match (month(&first.text), day(&first.text)) {
        (Some(month), _) => {
            let day = day(&words.get(next)?.text)?;
            (month, day)
        }
        (None, Some(day)) => {
            next += usize::from(is_joint(&words.get(next)?.text));
            (month(&words.get(next)?.text)?, day)
        }
        (None, None) => return None,
    };
    next += 1;
    next += usize::from(is_joint(&words.get(next)?.text));
    let year = words.get(next).filter(|word| word.text.len() == 4)?.text.parse().ok()?;
    let day = NaiveDate::from_ymd_opt(year, month, day).filter(|_| (1995..=2100).contains(&year))?;
    Some((day, next))
}

fn day(word: &str) -> Option<u32> {
    let digits = word.trim_end_matches(|c: char| c.is_alphabetic());
    let suffix = &word[digits.len()..];
    let fits = matches!(suffix, "" | "st" | "nd" | "rd" | "th" | "er" | "o" | "e");
    digits.parse().ok().filter(|day| fits && (1..=31).contains(day))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_found_in_twelve_languages() {
        for text in [
            "on Nov 3, 2026 at 10:31",
            "Tue, 3 Nov 2026 10:31:00 +0000",
            "3rd of November 2026",
            "вт, 3 нояб. 2026 г. в 10:31",
            "3 ноября 2026 г.",
            "am Di., 3. Nov. 2026 um 10:31",
            "3. November 2026",
            "Le mar. 3 nov. 2026 à 10:31",
            "El mar, 3 nov 2026 a las",
            "3 de noviembre de 2026",
            "Il giorno mar 3 nov 2026",
            "3 novembre 2026",
            "wt., 3 lis 2026 o",
            "3 listopada 2026",
            "вт, 3 лист. 2026 р. о",
            "3 листопада 2026 року",
            "Em ter., 3 de nov. de 2026",
            "Op di 3 nov 2026 om",
            "3 Kas 2026 Sal, 10:31",
            "3 Kasım 2026",
            "2026年11月3日 周二",
            "2026-11-03",
            "2026-11-03T10:31:00Z",
            "03.11.2026",
            "(03.11.2026)",
        ] {
            let day = find(text).and_then(|(written, _)| written.day(None));
            assert_eq!(day, "2026-11-03".parse().ok(), "{text}");
        }
        for text in ["order 8150000000000001", "version 3.11", "3 more days", "may 3 items 2026"] {
            assert_eq!(find(text).map(|(_, span)| &text[span]), None, "{text}");
        }
    }
}
