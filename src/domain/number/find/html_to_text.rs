//! HTML to text: tags inside a line vanish, so that `<b>LP00</b>123` stays one number; links are kept as text.

use std::borrow::Cow;

/// Tags that end a line.
const BLOCKS: &[&str] = &[
    "address",
    "article",
    "blockquote",
    "body",
    "br",
    "center",
    "dd",
    "div",
    "dl",
    "dt",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "head",
    "header",
    "hr",
    "html",
    "li",
    "main",
    "ol",
    "option",
    "p",
    "pre",
    "section",
    "select",
    "table",
    "tbody",
    "tfoot",
    "thead",
    "title",
    "tr",
    "ul",
];
/// Tags whose content nobody reads.
const SILENT: &[&str] = &["script", "style"];
/// A longer tag is none.
const LONGEST_TAG: usize = 20_000;

/// The text of an HTML document or fragment; any other text as it is.
pub(super) fn strip(text: Cow<'_, str>) -> Cow<'_, str> {
    if !has_tags(&text) {
        return if has_entities(&text) { Cow::Owned(entities(&text)) } else { text };
    }
    let mut out = String::with_capacity(text.len());
    let mut links = String::new();
    let mut rest: &str = &text;
    while let Some(at) = rest.find('<') {
        push_text(&mut out, &rest[..at]);
        rest = &rest[at..];
        let Some(tag) = tag(rest) else {
            out.push('<');
            rest = &rest[1..];
            continue;
        };
        rest = &rest[tag.len()..];
        rest = &rest[apply(tag, rest, &mut out, &mut links)..];
    }
    push_text(&mut out, rest);
    out.push('\n');
    out.push_str(&links);
    Cow::Owned(entities(&out))
}

/// In HTML a line break is a space.
fn push_text(out: &mut String, text: &str) {
    out.extend(text.chars().map(|c| if matches!(c, '\n' | '\r') { ' ' } else { c }));
}

/// Does what a tag asks for; how much of what follows it is to be skipped.
fn apply(tag: &str, after: &str, out: &mut String, links: &mut String) -> usize {
    let name: String = tag[1..].trim_start_matches('/').chars().take_while(char::is_ascii_alphanumeric).collect();
    let name = name.to_ascii_lowercase();
    if let Some(link) = attribute(tag, "href") {
        links.push_str(link);
        links.push('\n');
    }
    if BLOCKS.contains(&name.as_str()) {
        out.push('\n');
    } else if matches!(name.as_str(), "td" | "th") && tag.starts_with("</") {
        out.push('\t');
    } else if matches!(name.as_str(), "td" | "th" | "img") {
        out.push(' ');
    }
    if SILENT.contains(&name.as_str()) && !tag.starts_with("</") {
        return skip_to_end(after, &name);
    }
    0
}

/// Up to the closing tag of that name; nothing where there is none.
fn skip_to_end(after: &str, name: &str) -> usize {
    let mut from = 0;
    while let Some(at) = after[from..].find("</") {
        from += at + 2;
        if after.get(from..from + name.len()).is_some_and(|n| n.eq_ignore_ascii_case(name)) {
            return from - 2;
        }
    }
    after.len()
}

/// The tag that a text starts with.
fn tag(text: &str) -> Option<&str> {
    let second = text.as_bytes().get(1)?;
    if !(second.is_ascii_alphabetic() || matches!(second, b'/' | b'!')) {
        return None;
    }
    if text.starts_with("<!--") {
        return text.find("-->").map_or(Some(text), |end| Some(&text[..end + 3]));
    }
    let mut quote = None;
    for (at, b) in text.bytes().enumerate().take(LONGEST_TAG) {
        match (quote, b) {
            (None, b'>') => return Some(&text[..=at]),
            (None, b'<') if at > 0 => return None,
            (None, b'"' | b'\'') if at > 0 && text.as_bytes()[at - 1] == b'=' => quote = Some(b),
            (Some(q), b) if q == b => quote = None,
            _ => {}
        }
    }
    None
}

fn attribute<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    let lower = tag.to_ascii_lowercase();
    let at = lower.find(&format!("{name}="))? + name.len() + 1;
    let value = &tag[at..];
    match value.chars().next()? {
        q @ ('"' | '\'') => value[1..].split(q).next(),
        _ => value.split([' ', '>']).next(),
    }
}

/// Whether there is a tag that people write: a word in angle brackets is not enough.
fn has_tags(text: &str) -> bool {
    const SIGNS: &[&str] = &[
        "b", "i", "u", "a", "p", "em", "br", "tr", "td", "th", "li", "ul", "div", "span", "font", "strong", "table",
        "html", "body", "wbr", "h1", "h2", "h3", "img", "mark", "code", "small",
    ];
    text.match_indices('<').take(2_000).any(|(at, _)| {
        let after = text[at + 1..].trim_start_matches('/');
        let name: String = after.chars().take(8).take_while(char::is_ascii_alphanumeric).collect();
        let end = after.as_bytes().get(name.len());
        SIGNS.contains(&name.to_ascii_lowercase().as_str())
            && matches!(end, Some(b'>' | b' ' | b'/' | b'\n' | b'\t' | b'\r'))
    })
}

fn has_entities(text: &str) -> bool {
    ["&nbsp;", "&#", "&amp;", "&shy;", "&zwnj;", "&ndash;"].iter().any(|e| text.contains(e))
}

/// Entities to characters; unknown ones stay.
fn entities(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let end = rest.bytes().take(12).position(|b| b == b';');
        let Some((c, end)) = end.and_then(|end| Some((entity(&rest[1..end])?, end))) else {
            out.push('&');
            rest = &rest[1..];
            continue;
        };
        out.push(c);
        rest = &rest[end + 1..];
    }
    out.push_str(rest);
    out
}

fn entity(name: &str) -> Option<char> {
    Some(match name {
        "nbsp" | "ensp" | "emsp" | "thinsp" => '\u{a0}',
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        "shy" => '\u{ad}',
        "zwnj" | "zwj" => '\u{200c}',
        "ndash" | "mdash" => '\u{2013}',
        _ => {
            let number = name.strip_prefix('#')?;
            let hex = number.strip_prefix(['x', 'X']);
            return char::from_u32(hex.map_or_else(|| number.parse().ok(), |h| u32::from_str_radix(h, 16).ok())?);
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stripped(html: &str) -> String {
        strip(Cow::Borrowed(html)).into_owned()
    }

    #[test]
    fn tags_inside_a_number_vanish_and_blocks_separate() {
        assert!(stripped("<td><b>LP00</b><span style='a>b'>123456</span>789012</td>").contains("LP00123456789012"));
        assert!(!stripped("<p>LP00</p><p>123456789012</p>").contains("LP00123456789012"));
        assert!(stripped("RU&nbsp;259&#160;874&#xA0;715&shy;&nbsp;CN<br>").contains("RU\u{a0}259\u{a0}874\u{a0}715"));
    }

    #[test]
    fn links_are_kept_and_scripts_are_not() {
        let text = stripped("<a href=\"https://x.example/?nums=1&amp;b=2\">go</a><script>var a = 'RB1';</script>end");
        assert!(text.contains("https://x.example/?nums=1&b=2") && text.contains("end") && !text.contains("var a"));
    }

    #[test]
    fn text_with_angle_brackets_is_no_html() {
        assert_eq!(stripped("a < b, <ann@mail.example> & c"), "a < b, <ann@mail.example> & c");
    }
}
