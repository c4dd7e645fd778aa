//! A wider or taller window never shows less.

use std::collections::BTreeMap;

use posylka::app::Input;
use posylka::texts::Language;

use super::world::{Screen, settings};

/// How often each word stands on the screen. A word that was cut, and how much more there is elsewhere, do not count.
fn words(text: &str) -> BTreeMap<String, usize> {
    let mut words = BTreeMap::new();
    for line in text.lines() {
        for pane in line.split('│') {
            let pane = pane.rsplit_once("   ").map_or(pane, |(before, end)| if is_rest(end) { before } else { pane });
            // Lines also end between Chinese letters.
            let apart = pane.replace(|c: char| matches!(c, '[' | ']' | '\u{3000}'..='\u{9fff}'), " ");
            for word in
                apart.split([' ', '─', '┬']).filter(|word| !word.is_empty() && *word != "·" && !word.ends_with('…'))
            {
                *words.entry(word.to_owned()).or_default() += 1;
            }
        }
    }
    words
}

/// "6 more", "1 more step: Enter", "+2", in both languages.
fn is_rest(text: &str) -> bool {
    text.starts_with('+')
        || text.ends_with(" more")
        || text.trim_start().starts_with("ещё ")
        || text.ends_with(": Enter")
}

fn missing(small: &BTreeMap<String, usize>, large: &BTreeMap<String, usize>) -> Vec<String> {
    let fewer = small.iter().filter(|(word, n)| large.get(*word).is_none_or(|m| m < n));
    fewer.map(|(word, _)| word.clone()).collect()
}

fn holds(language: Language, down: usize, widths: impl Iterator<Item = u16>) {
    let mut screen = Screen::full((30, 8), language, settings());
    screen.press(&"j".repeat(down));
    screen.wait(200);
    let mut narrower: Vec<(BTreeMap<String, usize>, String)> = Vec::new();
    for columns in widths {
        let mut column: Vec<(BTreeMap<String, usize>, String)> = Vec::new();
        for rows in 8..=60_u16 {
            screen.send(Input::Resize(columns, rows));
            let text = screen.text();
            let now = words(&text);
            for (before, how) in [(column.last(), "lower"), (narrower.get(usize::from(rows) - 8), "narrower")] {
                let Some((before, shown)) = before else { continue };
                let lost = missing(before, &now);
                assert!(lost.is_empty(), "{columns}x{rows} lost {lost:?} of the {how} one:\n{shown}{text}");
            }
            column.push((now, text));
        }
        narrower = column;
    }
}

#[test]
fn a_wider_or_taller_window_never_shows_less_in_english() {
    holds(Language::En, 0, 30..=200);
}

#[test]
fn a_wider_or_taller_window_never_shows_less_in_russian() {
    holds(Language::Ru, 2, (30..=200).step_by(9));
}
