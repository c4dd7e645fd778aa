//! What a spreadsheet does to numbers: undone where it is certain, refused where digits are lost.
//!
//! Spreadsheets keep fifteen digits of a number. What was text when it came into the cell is as it was.

/// So many digits of a number survive.
const KEPT: usize = 15;
/// Group separators are taken out of numbers of at least so many groups behind the first.
const LEAST_GROUPS: usize = 3;
/// Fewer digits than these are a number of something else.
const LEAST_DIGITS: usize = 5;

/// What became of a number in a spreadsheet.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum Damage {
    /// It was written differently, and this is the number.
    Undone(String),
    /// Its last digits are lost: `8.15E+15`.
    Shortened,
    /// All behind the fifteenth digit is zeros.
    Zeroed,
}

/// What a spreadsheet did to the only number of a cell; `None`: nothing that can be seen.
pub(super) fn of(cell: &str) -> Option<Damage> {
    let cell = cell.trim();
    let found = without_fraction(cell).or_else(|| without_groups(cell)).map(Damage::Undone).or_else(|| exponent(cell));
    match found {
        Some(Damage::Undone(digits)) if is_zeroed(&digits) => Some(Damage::Zeroed),
        None if is_zeroed(cell) => Some(Damage::Zeroed),
        found => found,
    }
}

/// Whether a number has two digits or more behind the fifteenth, and all of them are zeros.
fn is_zeroed(number: &str) -> bool {
    number.len() > KEPT + 1 && ends_in_zeros(number)
}

/// Whether all behind the fifteenth digit is zeros, of a number that has more; `None`: it has no more, or is none.
pub(super) fn tail_is_zeros(cell: &str) -> Option<bool> {
    let number = match of(cell) {
        Some(Damage::Undone(digits)) => digits,
        _ => cell.trim().to_owned(),
    };
    (number.len() > KEPT && is_digits(&number)).then(|| ends_in_zeros(&number))
}

fn ends_in_zeros(number: &str) -> bool {
    is_digits(number) && number.len() > KEPT && number[KEPT..].bytes().all(|byte| byte == b'0')
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// `80760274582874.0`
fn without_fraction(cell: &str) -> Option<String> {
    let (whole, rest) = cell.split_once(['.', ','])?;
    let is_zero = !rest.is_empty() && rest.bytes().all(|byte| byte == b'0');
    // Three zeros behind a comma may be a group of thousands.
    let is_fraction = is_zero && rest.len() != 3 && is_digits(whole) && whole.len() >= LEAST_DIGITS;
    is_fraction.then(|| whole.to_owned())
}

/// `8,150,000,000,000,001`, `8 150 000 000 000 001`, also with `.00` behind it.
fn without_groups(cell: &str) -> Option<String> {
    let is_separator = |c: char| matches!(c, ',' | '.' | ' ' | '\'' | '’' | '\u{a0}' | '\u{202f}' | '\u{2009}');
    let separator = cell.chars().find(|c| is_separator(*c))?;
    let groups: Vec<&str> = cell.split(separator).collect();
    let (first, rest) = groups.split_first()?;
    let (last, middle) = rest.split_last()?;
    let end = last.split_once(is_separator).filter(|(_, zeros)| zeros.bytes().all(|byte| byte == b'0'));
    let last = end.map_or(*last, |(whole, _)| whole);
    let is_group = |group: &&str| group.len() == 3 && is_digits(group);
    let fits = rest.len() >= LEAST_GROUPS
        && (1..=3).contains(&first.len())
        && is_digits(first)
        && middle.iter().all(is_group)
        && is_group(&last);
    // Spaces between groups of three are how people write long numbers, too: the number is the same.
    fits.then(|| [&[*first], middle, &[last]].concat().concat())
}

/// `8.15E+15`: shortened, unless all its digits are still there.
fn exponent(cell: &str) -> Option<Damage> {
    let (mantissa, exponent) = cell.split_once(['e', 'E'])?;
    let (mantissa, exponent) = (mantissa.trim(), exponent.trim());
    let (whole, fraction) = mantissa.split_once(['.', ',']).unwrap_or((mantissa, ""));
    // "12E34567" may be a number of its own.
    let is_number = mantissa.len() > whole.len() || exponent.starts_with('+');
    let power = exponent.strip_prefix('+').unwrap_or(exponent);
    let fits = is_number && whole.len() == 1 && is_digits(whole) && (fraction.is_empty() || is_digits(fraction));
    if !fits || !is_digits(power) || power.len() > 3 || (mantissa.len() > whole.len() && fraction.is_empty()) {
        return None;
    }
    let is_whole = power.parse() == Ok(fraction.len()) && (LEAST_DIGITS..=KEPT).contains(&(fraction.len() + 1));
    Some(if is_whole { Damage::Undone(format!("{whole}{fraction}")) } else { Damage::Shortened })
}

/// Whether a cell holds the mark of a formula that failed, in English, Russian or German, or that it is too narrow.
pub(super) fn is_failed_formula(cell: &str) -> bool {
    const MARKS: [&str; 21] = [
        "#REF!",
        "#NAME?",
        "#N/A",
        "#VALUE!",
        "#DIV/0!",
        "#NULL!",
        "#NUM!",
        "#SPILL!",
        "#CALC!",
        "#DATA!",
        "#ERROR!",
        "#ССЫЛКА!",
        "#ИМЯ?",
        "#Н/Д",
        "#ЗНАЧ!",
        "#ДЕЛ/0!",
        "#ПУСТО!",
        "#ЧИСЛО!",
        "#BEZUG!",
        "#NV",
        "#WERT!",
    ];
    let cell = cell.trim().to_uppercase();
    let numbered = cell.strip_prefix("ERR:").or_else(|| cell.strip_prefix("ОШ:")).is_some_and(is_digits);
    MARKS.contains(&cell.as_str()) || numbered || (cell.len() > 2 && cell.bytes().all(|byte| byte == b'#'))
}

/// Whether a program wrote that there is nothing.
pub(super) fn is_blank(cell: &str) -> bool {
    let cell = cell.trim();
    cell.is_empty()
        || matches!(cell, "-" | "--" | "—" | "–" | "/" | "нет" | "无" | "無" | "<NA>" | "\\N")
        || ["n/a", "none", "nan", "nat", "null", "nil", "undefined"].iter().any(|word| cell.eq_ignore_ascii_case(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_certain_is_undone_and_what_is_lost_is_said() {
        for (cell, wanted) in [
            ("80760274582874.0", "80760274582874"),
            ("80760274582874.00", "80760274582874"),
            ("59000000000055,0", "59000000000055"),
            ("8,150,000,000,000,001", "8150000000000001"),
            ("8 150 000 000 000 001", "8150000000000001"),
            ("8\u{a0}150\u{a0}000\u{a0}000\u{a0}000\u{a0}001,00", "8150000000000001"),
            ("8.150.000.000.000.001", "8150000000000001"),
            ("8.0760274582874E+13", "80760274582874"),
            ("8,0760274582874E+013", "80760274582874"),
        ] {
            assert_eq!(of(cell), Some(Damage::Undone(wanted.to_owned())), "{cell}");
        }
        for cell in [
            "8.15E+15",
            "8,15E+15",
            "8, 15E+15",
            "9.4E21",
            "1E+016",
            "6E+23",
            "8E+15",
            "1.23456789012346E+016",
            "5,9E+13",
        ] {
            assert_eq!(of(&cell.replace(' ', "")), Some(Damage::Shortened), "{cell}");
        }
        for cell in ["9400111899560330000000", "81500000000000000", "9400111899560330000000.0"] {
            assert_eq!(of(cell), Some(Damage::Zeroed), "{cell}");
        }
        for cell in [
            "LE123456785CN",
            "8150000000000001",
            "1E5",
            "12E34567",
            "RB123456785CN",
            "E+15",
            "8150000000000010",
            "815,001",
            "815001,815002",
            "12.50",
            "1.2E",
            "AB1.0",
            "340434161000000015",
            "815.0",
            "ZC1E+15",
        ] {
            assert_eq!(of(cell), None, "{cell}");
        }
    }

    #[test]
    fn digits_behind_the_fifteenth_tell() {
        assert_eq!(tail_is_zeros("8150000000000000"), Some(true));
        assert_eq!(tail_is_zeros("8150000000000000.0"), Some(true));
        assert_eq!(tail_is_zeros("8150000000000001"), Some(false));
        assert_eq!(tail_is_zeros("80760274582874"), None);
        assert_eq!(tail_is_zeros("RB123456785CN"), None);
    }

    #[test]
    fn marks_of_formulas_and_of_nothing_are_known() {
        assert!(["#REF!", "#name?", "#ИМЯ?", "Err:501", "####"].into_iter().all(is_failed_formula));
        assert!(!["#1", "# 815", "Error", "C#", ""].into_iter().any(is_failed_formula));
        assert!(["nan", "NaN", "None", "<NA>", "", " - "].into_iter().all(is_blank));
        assert!(!["0", "Nan Goldin", "a"].into_iter().any(is_blank));
    }
}
