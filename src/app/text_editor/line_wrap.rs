//! Where the lines of a text are broken so that they fit. Nothing is left out: the rows are the text.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// What no row begins with: it belongs to what stands before it.
const CLOSING: &str = "，。！？：；、）”’》」』】…,.!?:;)";

/// The columns a text takes: by grapheme, as it is drawn.
pub(super) fn width(text: &str) -> usize {
    text.graphemes(true).map(UnicodeWidthStr::width).sum()
}

/// The rows of a text, as ranges of its bytes; never none. Lines are broken after spaces, beside wide letters, and
/// inside of words that are longer than a row. A space that does not fit hangs over.
pub(super) fn rows(text: &str, columns: usize) -> Vec<Range<usize>> {
    let mut rows = Vec::new();
    let mut offset = 0;
    for line in text.split('\n') {
        break_line(line, columns.max(1), |row| rows.push(offset + row.start..offset + row.end));
        offset += line.len() + 1;
    }
    rows
}

fn break_line(line: &str, columns: usize, mut push: impl FnMut(Range<usize>)) {
    let (mut begin, mut used, mut chance) = (0, 0, None);
    let mut before = "";
    for (at, grapheme) in line.grapheme_indices(true) {
        if may_break(before, grapheme) {
            chance = Some(at);
        }
        // Where what closes a row would not fit behind its last letter, it begins the next one after all.
        while used + grapheme.width() > columns && grapheme != " " && at > begin {
            let cut = chance.filter(|cut| *cut > begin).unwrap_or(at);
            push(begin..cut);
            (begin, used, chance) = (cut, width(&line[cut..at]), None);
        }
        used += grapheme.width();
        before = grapheme;
    }
    push(begin..line.len());
}

fn may_break(before: &str, next: &str) -> bool {
    let wide = before.width() > 1 || next.width() > 1;
    (before == " " || wide) && next != " " && !before.is_empty() && !CLOSING.contains(next)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn broken(text: &str, columns: usize) -> Vec<&str> {
        rows(text, columns).into_iter().map(|row| &text[row]).collect()
    }

    #[test]
    fn rows_break_where_a_reader_expects_it() {
        assert_eq!(broken("Held by customs", 8), ["Held by ", "customs"]);
        assert_eq!(broken("到达目的国。谢谢", 6), ["到达目", "的国。", "谢谢"]);
        assert_eq!(broken("到达目的国。", 10), ["到达目的", "国。"]);
        assert_eq!(broken("LP00620966542870", 6), ["LP0062", "096654", "2870"]);
        assert_eq!(broken("one\n\ntwo", 6), ["one", "", "two"]);
        assert_eq!(broken("", 6), [""]);
        assert_eq!(broken("ab  ", 2), ["ab  "]);
    }

    proptest! {
        #[test]
        fn the_rows_are_the_text_and_fit(text in any::<String>(), columns in 2_usize..40) {
            let text = crate::domain::CleanText::note(&text);
            let rows = rows(&text, columns);
            let mut at = 0;
            for row in &rows {
                prop_assert!(row.start == at || (row.start == at + 1 && &text[at..row.start] == "\n"));
                let shown = text[row.clone()].trim_end_matches(' ');
                let alone = shown.graphemes(true).count() == 1;
                prop_assert!(alone || width(shown) <= columns, "{:?}", shown);
                at = row.end;
            }
            prop_assert_eq!(at, text.len());
        }
    }
}
