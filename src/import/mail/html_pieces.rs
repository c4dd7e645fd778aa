//! HTML cut into texts, tags and data for machines.

/// A longer tag is none.
const LONGEST_TAG: usize = 20_000;

/// A piece of a document.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum Piece<'a> {
    /// Text with its entities.
    Text(&'a str),
    /// A tag.
    Tag(Tag<'a>),
    /// The content of a script of the type `application/ld+json`.
    Json(&'a str),
}

/// A tag.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Tag<'a> {
    /// Its name in lower case.
    pub name: String,
    /// Whether it ends an element.
    pub closes: bool,
    /// All of it.
    pub raw: &'a str,
}

impl<'a> Tag<'a> {
    /// The value of an attribute.
    pub fn attribute(&self, name: &str) -> Option<&'a str> {
        let mut rest = self.raw.get(1 + self.name.len()..)?;
        loop {
            rest = rest.trim_start_matches(|c: char| c.is_whitespace() || c == '/');
            let end = rest.find(|c: char| c.is_whitespace() || matches!(c, '=' | '>' | '/')).unwrap_or(rest.len());
            let found = &rest[..end];
            if found.is_empty() {
                return None;
            }
            rest = rest[end..].trim_start();
            let value = match rest.strip_prefix('=').map(str::trim_start) {
                Some(behind) => {
                    let (value, after) = value(behind);
                    rest = after;
                    value
                }
                None => "",
            };
            if found.eq_ignore_ascii_case(name) {
                return Some(value);
            }
        }
    }
}

/// The value that a text begins with, and what is behind it.
fn value(text: &str) -> (&str, &str) {
    for quote in ['"', '\''] {
        if let Some(inner) = text.strip_prefix(quote) {
            return inner.split_once(quote).unwrap_or((inner, ""));
        }
    }
    let end = text.find(|c: char| c.is_whitespace() || c == '>').unwrap_or(text.len());
    text.split_at(end)
}

/// The pieces of a document.
pub(super) fn pieces(html: &str) -> impl Iterator<Item = Piece<'_>> {
    let mut rest = html;
    std::iter::from_fn(move || {
        while !rest.is_empty() {
            if !rest.starts_with('<') {
                let end = rest.find('<').unwrap_or(rest.len());
                let (text, after) = rest.split_at(end);
                rest = after;
                return Some(Piece::Text(text));
            }
            let Some(raw) = raw_tag(rest) else {
                let (text, after) = rest.split_at(1);
                rest = after;
                return Some(Piece::Text(text));
            };
            rest = &rest[raw.len()..];
            if raw.starts_with("<!") || raw.starts_with("<?") {
                continue;
            }
            let tag = tag(raw);
            if matches!(tag.name.as_str(), "script" | "style") && !tag.closes {
                let (content, after) = rest.split_at(content_end(rest, &tag.name));
                rest = after;
                if tag.attribute("type").is_some_and(|kind| kind.trim().eq_ignore_ascii_case("application/ld+json")) {
                    return Some(Piece::Json(content));
                }
                continue;
            }
            return Some(Piece::Tag(tag));
        }
        None
    })
}

fn tag(raw: &str) -> Tag<'_> {
    let inner = &raw[1..];
    let closes = inner.starts_with('/');
    let inner = inner.trim_start_matches('/');
    let end = inner.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(inner.len());
    Tag { name: inner[..end].to_ascii_lowercase(), closes, raw }
}

/// The tag or comment that a text begins with.
fn raw_tag(text: &str) -> Option<&str> {
    let second = text.as_bytes().get(1)?;
    if !(second.is_ascii_alphabetic() || matches!(second, b'/' | b'!' | b'?')) {
        return None;
    }
    if text.starts_with("<!--") {
        return text.find("-->").map_or(Some(text), |end| Some(&text[..end + 3]));
    }
    let mut quote = None;
    let mut before = b' ';
    for (at, byte) in text.bytes().enumerate().take(LONGEST_TAG) {
        match (quote, byte) {
            (None, b'>') => return Some(&text[..=at]),
            (None, b'<') if at > 0 => return None,
            (None, b'"' | b'\'') if before == b'=' => quote = Some(byte),
            (Some(open), byte) if open == byte => quote = None,
            _ => {}
        }
        before = if byte.is_ascii_whitespace() { before } else { byte };
    }
    None
}

/// Where the content of an element ends that nothing but its end tag ends.
fn content_end(after: &str, name: &str) -> usize {
    let ends = |(at, _): &(usize, &str)| {
        after.get(at + 2..at + 2 + name.len()).is_some_and(|found| found.eq_ignore_ascii_case(name))
    };
    after.match_indices("</").find(ends).map_or(after.len(), |(at, _)| at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn attributes_are_found_by_their_whole_name() {
        let Some(Piece::Tag(tag)) =
            pieces("<meta data-content='x' itemprop=\"name\" content = \"a > b\" hidden>").next()
        else {
            panic!("no tag")
        };
        assert_eq!((tag.attribute("content"), tag.attribute("itemprop")), (Some("a > b"), Some("name")));
    }

    #[test]
    fn scripts_and_comments_are_no_text() {
        let html = "a<!-- <b>x</b> --><script>if (a<b) '</b>'</script><style>p{}</style>b";
        assert_eq!(
            pieces(html).collect::<Vec<_>>(),
            [
                Piece::Text("a"),
                Piece::Tag(Tag { name: "script".into(), closes: true, raw: "</script>" }),
                Piece::Tag(Tag { name: "style".into(), closes: true, raw: "</style>" }),
                Piece::Text("b")
            ]
        );
        let data = pieces("<script type='application/ld+json'>{}</script>").next();
        assert_eq!(data, Some(Piece::Json("{}")));
    }
}
