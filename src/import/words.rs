//! A sentence as words that compare: in lower case, without accents; Chinese characters are words of their own.

use std::ops::Range;

/// What stands before a word.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(in crate::import) enum Gap {
    /// Nothing that separates.
    Space,
    /// A comma or a bracket.
    Soft,
    /// A colon, a semicolon, a dash.
    Hard,
}

/// A word of a sentence.
#[derive(Clone, Debug)]
pub(in crate::import) struct Word {
    /// As it compares.
    pub text: String,
    /// Its place in the sentence, in bytes.
    pub span: Range<usize>,
    /// What stands before it.
    pub gap: Gap,
    /// Whether it stands in quotation marks.
    pub quoted: bool,
}

impl Word {
    /// Whether it holds a digit.
    pub fn is_number(&self) -> bool {
        self.text.bytes().any(|byte| byte.is_ascii_digit())
    }
}

/// The words of a sentence.
pub(in crate::import) fn words(sentence: &str) -> Vec<Word> {
    let mut all: Vec<Word> = Vec::new();
    let mut gap = Gap::Space;
    let mut quote: Option<(char, usize)> = None;
    let mut before = ' ';
    let mut inside = false;
    for (at, c) in sentence.char_indices() {
        let after = at + c.len_utf8();
        if is_silent(c) || (is_apostrophe(c) && inside && is_cyrillic(before)) {
            continue;
        }
        if c.is_alphanumeric() {
            if inside && !is_han(c) && !is_han(before) {
                if let Some(word) = all.last_mut() {
                    push_folded(&mut word.text, c);
                    word.span.end = after;
                }
            } else {
                let mut text = String::new();
                push_folded(&mut text, c);
                all.push(Word { text, span: at..after, gap, quoted: false });
                gap = Gap::Space;
            }
            inside = true;
        } else {
            inside = false;
            gap = gap.max(separates(c, before, &sentence[after..]));
            quote = quoted(c, quote, &mut all);
        }
        before = c;
    }
    all
}

fn separates(c: char, before: char, after: &str) -> Gap {
    match c {
        ',' | '，' | '、' | '(' | ')' | '（' | '）' => Gap::Soft,
        ';' | ':' | '；' | '：' | '|' | '—' | '•' | '·' | '!' | '！' | '。' | '\t' | '【' | '】' | '[' | ']' => {
            Gap::Hard
        }
        '-' | '–' if before.is_whitespace() && after.starts_with(char::is_whitespace) => Gap::Hard,
        _ => Gap::Space,
    }
}

/// Marks the words of a quotation where it ends.
fn quoted(c: char, open: Option<(char, usize)>, all: &mut [Word]) -> Option<(char, usize)> {
    if let Some((end, from)) = open
        && (c == end || (end == '“' && c == '”'))
    {
        all[from..].iter_mut().for_each(|word| word.quoted = true);
        return None;
    }
    let end = match c {
        '"' => '"',
        '“' => '”',
        '„' => '“',
        '«' => '»',
        '「' => '」',
        '『' => '』',
        _ => return open,
    };
    open.or(Some((end, all.len())))
}

/// Text as its words compare, without what separates them.
pub(in crate::import) fn folded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    text.chars().filter(|c| !is_silent(*c)).for_each(|c| push_folded(&mut out, c));
    out
}

fn push_folded(out: &mut String, c: char) {
    if c.is_ascii() {
        return out.push(c.to_ascii_lowercase());
    }
    for c in c.to_lowercase() {
        match c {
            'à' | 'á' | 'â' | 'ã' | 'ä' | 'å' | 'ą' => out.push('a'),
            'ç' | 'ć' | 'č' => out.push('c'),
            'è' | 'é' | 'ê' | 'ë' | 'ę' => out.push('e'),
            'ğ' => out.push('g'),
            'ì' | 'í' | 'î' | 'ï' | 'ı' => out.push('i'),
            'ł' => out.push('l'),
            'ñ' | 'ń' => out.push('n'),
            'ò' | 'ó' | 'ô' | 'õ' | 'ö' | 'º' => out.push('o'),
            'ś' | 'ş' | 'š' => out.push('s'),
            'ß' => out.push_str("ss"),
            'ù' | 'ú' | 'û' | 'ü' => out.push('u'),
            'ź' | 'ż' | 'ž' => out.push('z'),
            'ё' => out.push('е'),
            '\u{300}'..='\u{36f}' => {}
            c => out.push(c),
        }
    }
}

/// Whether a character is one of a script that sets no spaces.
pub(in crate::import) fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}')
}

fn is_cyrillic(c: char) -> bool {
    matches!(c, '\u{400}'..='\u{4ff}')
}

/// An apostrophe, however it is typed.
pub(in crate::import) fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | 'ʼ' | '`' | '´')
}

/// Characters that are not seen.
fn is_silent(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{34f}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_compare_without_case_and_accents() {
        let texts = |text: &str| words(text).into_iter().map(|word| word.text).collect::<Vec<_>>();
        assert_eq!(texts("Commande expédiée, n'a"), ["commande", "expediee", "n", "a"]);
        assert_eq!(texts("SİPARİŞ Ёлка кур’єру"), ["siparis", "елка", "курєру"]);
        assert_eq!(texts("订单815已发货"), ["订", "单", "815", "已", "发", "货"]);
        assert!(words("press “Confirm receipt” now")[1].quoted && !words("a “b” c")[2].quoted);
    }
}
