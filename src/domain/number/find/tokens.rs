//! A text cut into atoms: runs of letters and digits, with what stands between them.

use crate::domain::number::carrier_mentions::is_unspaced;
use crate::domain::number::normalise::unseen;

/// A run of letters and digits of scripts that set spaces, or a run of a script that does not.
#[derive(Clone, Copy, Debug)]
pub(super) struct Token {
    /// Byte offsets.
    pub start: usize,
    pub end: usize,
    /// How many ASCII digits are in it.
    pub digits: u32,
    /// Whether all of it is ASCII, unseen characters aside.
    pub ascii: bool,
    /// Whether it is Chinese or the like.
    pub unspaced: bool,
}

impl Token {
    /// Its text.
    pub fn text<'a>(&self, whole: &'a str) -> &'a str {
        &whole[self.start..self.end]
    }

    /// Whether it has digits only.
    pub fn is_digits(&self) -> bool {
        self.ascii && usize::try_from(self.digits).is_ok_and(|d| d == self.end - self.start)
    }
}

/// The atoms of a part of a text.
pub(super) fn atoms(text: &str, from: usize, to: usize, all: &mut Vec<Token>) {
    let mut open: Option<Token> = None;
    for (at, c) in text[from..to].char_indices() {
        let at = from + at;
        if unseen(c) && open.is_some() {
            // inside a run it is nothing
            continue;
        }
        if !c.is_alphanumeric() {
            all.extend(open.take());
            continue;
        }
        let unspaced = is_unspaced(c);
        if open.is_some_and(|a| a.unspaced != unspaced) {
            all.extend(open.take());
        }
        let atom = open.get_or_insert(Token { start: at, end: at, digits: 0, ascii: true, unspaced });
        atom.end = at + c.len_utf8();
        atom.ascii &= c.is_ascii() || fullwidth(c);
        atom.digits += u32::from(c.is_ascii_digit() || ('\u{ff10}'..='\u{ff19}').contains(&c));
    }
    all.extend(open);
}

fn fullwidth(c: char) -> bool {
    ('\u{ff10}'..='\u{ff5a}').contains(&c)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(text: &str) -> Vec<String> {
        let mut all = Vec::new();
        atoms(text, 0, text.len(), &mut all);
        all.iter().map(|a| a.text(text).to_owned()).collect()
    }

    #[test]
    fn runs_are_cut_at_signs_and_at_chinese() {
        assert_eq!(cut("运单号LP001-2 за 5"), ["运单号", "LP001", "2", "за", "5"]);
    }

    #[test]
    fn unseen_characters_do_not_cut() {
        let text = "RB12\u{200b}34";
        let mut all = Vec::new();
        atoms(text, 0, text.len(), &mut all);
        assert_eq!((all.len(), all[0].digits), (1, 4));
    }
}
