//! Text from outside, made harmless once, at the door.

use std::fmt;
use std::ops::Deref;

/// Longest single line that is kept from outside, in characters. Carriers' longest notices are about 300.
pub const MAX_LINE: usize = 1_000;
/// Longest note or pasted text that is kept, in characters.
pub const MAX_NOTE: usize = 20_000;

/// Text that holds no control characters, bidirectional controls, joiners or variation selectors, and is
/// bounded in length: safe to draw, log, export and copy. The only way to make one is to clean a string.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
pub struct CleanText(Box<str>);

impl CleanText {
    /// One line: every run of white space becomes one space, ends are trimmed, at most [`MAX_LINE`] characters.
    #[must_use]
    pub fn line(text: &str) -> Self {
        Self::bounded(text, MAX_LINE)
    }

    fn bounded(text: &str, most: usize) -> Self {
        if is_clean_line(text) {
            return Self(text.into());
        }
        let mut out = String::with_capacity(text.len().min(most));
        let mut kept = 0;
        let mut gap = false;
        for c in text.chars() {
            if c.is_whitespace() {
                gap = !out.is_empty();
            } else if is_harmless(c) {
                if gap {
                    out.push(' ');
                    kept += 1;
                }
                gap = false;
                out.push(c);
                kept += 1;
            }
            if kept >= most {
                break;
            }
        }
        Self(out.into_boxed_str())
    }

    /// Several lines of any length: line breaks stay, everything else as in [`CleanText::line`], at most [`MAX_NOTE`]
    /// characters.
    #[must_use]
    pub fn note(text: &str) -> Self {
        if is_clean_line(text) {
            return Self(text.into());
        }
        let mut out = String::new();
        let mut kept = 0;
        for line in text.lines() {
            let line = Self::bounded(line, MAX_NOTE - kept);
            kept += line.chars().count() + 1;
            out.push_str(&line);
            out.push('\n');
            if kept >= MAX_NOTE {
                break;
            }
        }
        Self(out.trim_end().into())
    }

    /// A line of the user's own, or nothing where the text has no visible character: it is kept up to [`MAX_NOTE`]
    /// characters.
    #[must_use]
    pub fn own_line(text: &str) -> Option<Self> {
        let line = Self::bounded(text, MAX_NOTE);
        (!line.is_empty()).then_some(line)
    }

    /// A line, or nothing where the text has no visible character.
    #[must_use]
    pub fn some_line(text: &str) -> Option<Self> {
        let line = Self::line(text);
        (!line.is_empty()).then_some(line)
    }

    /// The text itself.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// A text as a cell of a table. A spreadsheet takes a cell that begins like this for a formula; somebody else's words
/// must not become one. An offset from UTC (`+03:00`) is none.
#[must_use]
pub fn as_cell(text: &str) -> String {
    let is_offset = |bytes: &[u8]| match bytes {
        [b'+' | b'-', digits @ ..] if digits.len() == 5 => {
            digits.iter().enumerate().all(|(i, b)| if i == 2 { *b == b':' } else { b.is_ascii_digit() })
        }
        _ => false,
    };
    let formula = text.starts_with(['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠']);
    if formula && !is_offset(text.as_bytes()) { format!("'{text}") } else { text.to_owned() }
}

/// Whether cleaning would change nothing: so it is with nearly everything that comes out of the database again, which
/// is ten texts a parcel whenever the list is read.
fn is_clean_line(text: &str) -> bool {
    let bytes = text.as_bytes();
    if bytes.iter().all(|b| matches!(b, b' '..=b'~')) {
        let ends = [bytes.first(), bytes.last()].contains(&Some(&b' '));
        return !ends && bytes.len() <= MAX_LINE && !bytes.windows(2).any(|two| two == b"  ");
    }
    let mut before = ' ';
    for c in text.chars() {
        let fits = if c == ' ' { before != ' ' } else { !c.is_whitespace() && is_harmless(c) };
        if !fits {
            return false;
        }
        before = c;
    }
    text.is_empty() || (before != ' ' && text.chars().count() <= MAX_LINE)
}

/// Whether a character may reach a terminal, a file or the clipboard.
///
/// Left out: C0 and C1 controls, bidirectional controls, zero-width joiners and spaces, variation selectors
/// (terminals disagree on their width), line and paragraph separators, the byte order mark, and tag characters.
#[must_use]
pub fn is_harmless(c: char) -> bool {
    !c.is_control()
        && !matches!(c,
            '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}'
            | '\u{e0000}'..='\u{e0fff}')
}

impl Deref for CleanText {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for CleanText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn escape_sequences_lose_their_teeth() {
        assert_eq!(&*CleanText::line("a\u{1b}]0;pwned\u{7}b\u{9b}31m"), "a]0;pwnedb31m");
    }

    #[test]
    fn bidi_joiners_and_selectors_go_and_letters_stay() {
        assert_eq!(&*CleanText::line(" \u{202e}Вну\u{200d}ково\t到达\u{fe0f} \n"), "Внуково 到达");
    }

    #[test]
    fn a_note_keeps_its_lines() {
        assert_eq!(&*CleanText::note("one\r\n two\u{7}\n"), "one\ntwo");
    }

    #[test]
    fn a_note_keeps_its_long_paragraphs_and_is_bounded_as_a_whole() {
        let letter = format!("{}\n\nthe end", "word ".repeat(900).trim_end());
        assert_eq!(&*CleanText::note(&letter), letter);
        let long = "ж".repeat(MAX_NOTE + 5);
        assert_eq!(CleanText::note(&long).chars().count(), MAX_NOTE);
        assert_eq!(CleanText::note(&"ж\n".repeat(MAX_NOTE)).chars().count(), MAX_NOTE - 1);
    }

    #[test]
    fn no_cell_is_a_formula() {
        for formula in ["=HYPERLINK(\"x\")", "+1", "-1", "@SUM(A1)", "\t=1", "＝1", "=A1:B2", "-A1:B2"] {
            assert_eq!(as_cell(formula), format!("'{formula}"));
        }
        for text in ["+03:00", "Arrived", "", "a=b"] {
            assert_eq!(as_cell(text), text);
        }
    }

    #[test]
    fn what_is_clean_already_is_as_long_as_it_may_be() {
        let long = "ж".repeat(MAX_LINE);
        assert!(is_clean_line(&long) && !is_clean_line(&format!("{long}ж")));
        for text in [" a", "a ", "a  b", "a\nb", "a\u{a0}b", "a\u{202e}b", " "] {
            assert!(!is_clean_line(text), "{text:?}");
        }
    }

    proptest! {
        #[test]
        fn cleaning_twice_changes_nothing(text in any::<String>()) {
            let once = CleanText::line(&text);
            prop_assert_eq!(&CleanText::line(&once), &once);
            prop_assert!(is_clean_line(&once));
            prop_assert!(once.chars().count() <= MAX_LINE);
            prop_assert!(!once.chars().any(char::is_control));
        }
    }
}
