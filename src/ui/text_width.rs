//! Text measured as terminals show it: by grapheme, wide ones twice.

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// The space at which no line ends: between a number and its unit, in a date.
pub(super) const NO_BREAK: &str = "\u{a0}";

/// The columns a text takes.
pub(super) fn width(text: &str) -> usize {
    text.graphemes(true).map(UnicodeWidthStr::width).sum()
}

/// The longest beginning that takes at most so many columns.
fn head(text: &str, columns: usize) -> &str {
    let mut used = 0;
    for (at, grapheme) in text.grapheme_indices(true) {
        used += grapheme.width();
        if used > columns {
            return &text[..at];
        }
    }
    text
}

/// The text, cut with an ellipsis where it takes more than so many columns.
pub(super) fn cut(text: &str, columns: usize, ellipsis: &str) -> String {
    if width(text) <= columns {
        return text.to_owned();
    }
    let Some(room) = columns.checked_sub(width(ellipsis)) else { return head(text, columns).to_owned() };
    format!("{}{ellipsis}", head(text, room).trim_end())
}

/// The text, cut or filled up with spaces to exactly so many columns.
pub(super) fn fit(text: &str, columns: usize, ellipsis: &str) -> String {
    let mut text = cut(text, columns, ellipsis);
    let used = width(&text);
    text.extend(std::iter::repeat_n(' ', columns.saturating_sub(used)));
    text
}

/// The same, with the spaces in front.
pub(super) fn fit_right(text: &str, columns: usize, ellipsis: &str) -> String {
    let text = cut(text, columns, ellipsis);
    let mut out = " ".repeat(columns.saturating_sub(width(&text)));
    out.push_str(&text);
    out
}

/// The end of a text that takes at most so many columns.
pub(super) fn tail(text: &str, columns: usize) -> &str {
    let mut used = 0;
    for (at, grapheme) in text.grapheme_indices(true).rev() {
        used += grapheme.width();
        if used > columns {
            return &text[at + grapheme.len()..];
        }
    }
    text
}

/// The text in lines of at most so many columns: broken at spaces, between wide letters, and inside words that are
/// longer than a line; never at a no-break space. Never empty. A grapheme that is wider than a line is left out.
pub(super) fn wrap(text: &str, columns: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    let mut used = 0;
    for word in text.split(|c: char| c.is_whitespace() && c != '\u{a0}').filter(|word| !word.is_empty()) {
        let mut gap = usize::from(used > 0);
        for piece in pieces(word) {
            let wide = width(piece);
            if used + gap + wide > columns && used > 0 {
                lines.push(String::new());
                (used, gap) = (0, 0);
            }
            push(&mut lines, &" "[..gap]);
            used += gap;
            gap = 0;
            for grapheme in piece.graphemes(true).filter(|g| g.width() <= columns) {
                if used + grapheme.width() > columns {
                    lines.push(String::new());
                    used = 0;
                }
                push(&mut lines, grapheme);
                used += grapheme.width();
            }
        }
    }
    lines
}

/// What of a word stays together: each wide letter by itself, with what follows it; the narrow ones as one.
fn pieces(word: &str) -> impl Iterator<Item = &str> {
    let starts = word.grapheme_indices(true).filter(|(at, g)| *at == 0 || g.width() > 1).map(|(at, _)| at);
    let mut starts = starts.peekable();
    std::iter::from_fn(move || {
        let start = starts.next()?;
        Some(&word[start..starts.peek().copied().unwrap_or(word.len())])
    })
}

fn push(lines: &mut [String], text: &str) {
    if let Some(line) = lines.last_mut() {
        line.push_str(text);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn wide_and_combining_graphemes_count_as_they_are_shown() {
        assert_eq!(width("到达"), 4);
        assert_eq!(width("Чехол"), 5);
        assert_eq!(width("и\u{306}"), 1);
        assert_eq!(cut("到达目的国", 6, "…"), "到达…");
        assert_eq!(cut("到达目的国", 5, "…"), "到达…");
        assert_eq!(fit("到达目的国", 6, "…"), "到达… ");
        assert_eq!(fit_right("14 d", 6, "…"), "  14 d");
        assert_eq!(tail("到达目的国", 5), "的国");
    }

    #[test]
    fn lines_break_at_spaces_and_between_ideographs() {
        assert_eq!(wrap("Held by customs", 8), ["Held by", "customs"]);
        assert_eq!(wrap("到达目的国", 6), ["到达目", "的国"]);
        assert_eq!(wrap("LP00620966542870", 6), ["LP0062", "096654", "2870"]);
        assert_eq!(wrap("in 3 days, 26 Nov.", 9), ["in 3", "days, 26", "Nov."]);
        assert_eq!(wrap("到达 [深圳市]", 8), ["到达 [深", "圳市]"]);
        assert_eq!(wrap("in 3\u{a0}days", 6), ["in", "3\u{a0}days"]);
        assert_eq!(wrap("", 8), [""]);
    }

    proptest! {
        #[test]
        fn nothing_is_ever_wider_than_its_room(text in any::<String>(), columns in 0_usize..60) {
            let text = crate::domain::CleanText::line(&text);
            prop_assert!(width(&cut(&text, columns, "…")) <= columns);
            prop_assert_eq!(width(&fit(&text, columns, "...")), columns);
            prop_assert!(width(tail(&text, columns)) <= columns);
            for line in wrap(&text, columns) {
                prop_assert!(width(&line) <= columns);
            }
        }
    }
}
