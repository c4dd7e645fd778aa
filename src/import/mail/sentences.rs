//! The sentences of a mail's lines.

use super::line::Line;
use crate::import::words::is_han;

/// A line of plain text that is longer was broken to fit, in characters.
const WRAPPED: usize = 50;
/// So much of a mail tells what it is about, in bytes.
const READ: usize = 6_000;
/// A sentence is read so far, in bytes.
const LONGEST: usize = 600;
/// A longer line is no fragment, in words and in Chinese characters.
const FRAGMENT: (usize, usize) = (5, 9);

/// A sentence.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Sentence {
    pub text: String,
    pub is_heading: bool,
    /// Whether it is a few words without an end, as in a bar of steps.
    pub is_fragment: bool,
}

/// The sentences at the beginning of a mail, without what is quoted and without buttons.
pub(super) fn sentences(lines: &[Line]) -> Vec<Sentence> {
    let mut all = Vec::new();
    let mut read = 0;
    let mut paragraph = String::new();
    let mut before: Option<&Line> = None;
    for line in lines.iter().filter(|line| line.quotes == 0 && !line.is_button) {
        if read > READ {
            break;
        }
        read += line.text.len();
        if before.is_some_and(|before| goes_on(before, line)) {
            if !paragraph.ends_with(is_han) {
                paragraph.push(' ');
            }
        } else {
            split(&paragraph, before.is_some_and(|line| line.is_heading), &mut all);
            paragraph.clear();
        }
        paragraph.push_str(line.text.trim());
        before = Some(line);
    }
    split(&paragraph, before.is_some_and(|line| line.is_heading), &mut all);
    all
}

/// Whether a line goes on in the next one.
fn goes_on(line: &Line, next: &Line) -> bool {
    if line.is_blank() || next.is_blank() || line.is_heading != next.is_heading {
        return false;
    }
    let text = line.text.trim_end();
    if text.ends_with(['.', '!', '?', ':', ';', '。', '！', '？', '：', '；']) || text.contains('\t') {
        return false;
    }
    let lower = next.text.trim_start().chars().next().is_some_and(char::is_lowercase);
    let wide: usize = text.chars().map(|c| if is_han(c) { 2 } else { 1 }).sum();
    lower || (line.may_be_wrapped && wide >= WRAPPED)
}

fn split(paragraph: &str, is_heading: bool, all: &mut Vec<Sentence>) {
    for piece in paragraph.split(['\t', '\n']) {
        let mut start = 0;
        let mut found = Vec::new();
        for (at, c) in piece.char_indices() {
            let end = at + c.len_utf8();
            if ends(c, &piece[start..at], &piece[end..]) {
                found.push(&piece[start..end]);
                start = end;
            }
        }
        found.push(&piece[start..]);
        let alone = found.iter().filter(|text| !text.trim().is_empty()).count() == 1;
        for text in found.into_iter().map(str::trim).filter(|text| !text.is_empty()) {
            let text = &text[..text.floor_char_boundary(LONGEST.min(text.len()))];
            let is_fragment = alone && !is_heading && is_fragment(text);
            all.push(Sentence { text: text.to_owned(), is_heading, is_fragment });
        }
    }
}

/// Whether a sign ends a sentence: a full stop only before white space and a capital.
fn ends(c: char, before: &str, after: &str) -> bool {
    match c {
        '!' | '?' | '。' | '！' | '？' | '…' => !after.starts_with(['!', '?', '！', '？']),
        '.' => {
            let rest = after.trim_start();
            let spaced = rest.len() < after.len();
            let short = before.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default().chars().count() <= 2;
            spaced && !short && rest.chars().next().is_some_and(|c| !c.is_lowercase() && !c.is_ascii_digit())
        }
        _ => false,
    }
}

fn is_fragment(text: &str) -> bool {
    if text.ends_with(['.', '!', '?', '。', '！', '？']) {
        return false;
    }
    let han = text.chars().filter(|c| is_han(*c)).count();
    han <= FRAGMENT.1 && text.split_whitespace().count() <= FRAGMENT.0
}

#[cfg(test)]
mod tests {
    use super::super::plain_lines::{Flow, lines};
    use super::*;

    fn texts(text: &str) -> Vec<String> {
        sentences(&lines(text, Flow::Fixed)).into_iter().map(|sentence| sentence.text).collect()
    }

    #[test]
    fn broken_lines_are_one_sentence_and_abbreviations_end_none() {
        assert_eq!(
            texts("We let you know when your order\nhas been shipped. If no. 5 is\nlate, tell us.\n\nBye"),
            ["We let you know when your order has been shipped.", "If no. 5 is late, tell us.", "Bye"]
        );
        assert_eq!(texts("> old. Older.\n订单已发货。请查收！"), ["订单已发货。", "请查收！"]);
        assert_eq!(texts("Bestellung Nr. 815 vom 3. November"), ["Bestellung Nr. 815 vom 3. November"]);
    }

    #[test]
    fn a_bar_of_steps_is_fragments() {
        let all = sentences(&lines("Order placed\nOrder shipped\nYour order has been shipped today.", Flow::Fixed));
        assert_eq!(all.iter().map(|sentence| sentence.is_fragment).collect::<Vec<_>>(), [true, true, false]);
    }
}
