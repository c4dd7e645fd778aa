//! The months by their names, in twelve languages.

/// The first letters of the months, without accents.
const MONTHS: [&str; 12] = [
    "jan gen ene sty oca янв січ",
    "feb fev lut sub фев лют",
    "mar mrt mart marz maart мар бер",
    "apr abr avr kwi nis апр кві",
    "may mai maj mei mag май мая тра",
    "jun juin giu cze haz июн чер",
    "jul juil lug lip tem июл лип",
    "aug ago aou sie agu авг сер",
    "sep set wrz eyl сен вер",
    "oct okt ott out paz eki окт жов",
    "nov lis kas ноя лис",
    "dec dez dic gru ara дек гру",
];

/// The month that a word names; the word as [`super::words::folded`] gives it.
pub(super) fn month(word: &str) -> Option<u32> {
    if word.chars().count() < 3 || word.chars().count() > 12 || !word.chars().all(char::is_alphabetic) {
        return None;
    }
    let fits = |stems: &&str| stems.split(' ').any(|stem| word.starts_with(stem));
    MONTHS.iter().zip(1..).find(|(stems, _)| fits(stems)).map(|(_, month)| month)
}

/// A word that may stand between the parts of a day.
pub(super) fn is_joint(word: &str) -> bool {
    matches!(word, "de" | "del" | "of" | "г" | "р")
}
