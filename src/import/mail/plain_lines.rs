//! Plain text as lines: quotation signs counted, soft line breaks of `format=flowed` undone.

use super::line::Line;

/// How `format=flowed` breaks lines (RFC 3676).
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Flow {
    /// A line is a line.
    Fixed,
    /// A space at the end joins the next line.
    Flowed,
    /// The same, and the space is no part of the text.
    DeletesSpace,
}

/// The lines of a plain text.
pub(super) fn lines(text: &str, flow: Flow) -> Vec<Line> {
    let mut all: Vec<Line> = Vec::new();
    let mut joins = false;
    for line in text.lines() {
        let (quotes, text) = unquoted(line);
        let stuffed = if flow == Flow::Fixed { text } else { text.strip_prefix(' ').unwrap_or(text) };
        let soft = flow != Flow::Fixed && stuffed.ends_with(' ') && stuffed != "-- ";
        let kept = if soft && flow == Flow::DeletesSpace { &stuffed[..stuffed.len() - 1] } else { stuffed };
        match all.last_mut() {
            Some(last) if joins && last.quotes == quotes => last.text.push_str(kept),
            _ => all.push(Line { text: kept.to_owned(), quotes, may_be_wrapped: true, ..Line::default() }),
        }
        joins = soft;
    }
    all
}

/// How often a line is quoted, and what is behind the signs.
pub(super) fn unquoted(line: &str) -> (u8, &str) {
    let (mut quotes, mut rest) = (0_u8, line);
    while let Some(behind) = rest.strip_prefix('>').or_else(|| rest.strip_prefix(" >")) {
        quotes = quotes.saturating_add(1);
        rest = behind;
    }
    (quotes, if quotes > 0 { rest.strip_prefix(' ').unwrap_or(rest) } else { rest })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_that_was_broken_in_the_middle_is_whole_again() {
        let texts =
            |text: &str, flow| lines(text, flow).into_iter().map(|line| (line.quotes, line.text)).collect::<Vec<_>>();
        let one = |quotes: u8, text: &str| (quotes, text.to_owned());
        assert_eq!(texts("LP0062096 \n6542870\nx", Flow::DeletesSpace), [one(0, "LP00620966542870"), one(0, "x")]);
        assert_eq!(texts("sent \nnow", Flow::Flowed), [one(0, "sent now")]);
        assert_eq!(texts("> a\n>> b\nc ", Flow::Fixed), [one(1, "a"), one(2, "b"), one(0, "c ")]);
    }
}
