//! Reading a JSON body: into a tree, and into the parts without which an answer means nothing.

use serde::de::DeserializeOwned;
use serde_json::Value;

use super::worded_troubles::not_understood;
use crate::domain::Trouble;

/// How many objects of a JSON body are read. Forty numbers with two hundred events each have fewer.
const MOST_OBJECTS: usize = 100_000;
/// How many values of a JSON body are read.
const MOST_VALUES: usize = 1_000_000;

/// Reads a JSON body into a tree, naming the place where it breaks off. Invalid UTF-8 is
/// replaced.
///
/// # Errors
/// [`Trouble::NotUnderstood`] with line and column; [`Trouble::TooLarge`] where the tree would take far more memory
/// than the body does.
pub(in crate::sources) fn json(body: &[u8]) -> Result<Value, Trouble> {
    if grows_large(body) {
        return Err(Trouble::TooLarge);
    }
    let text = String::from_utf8_lossy(body);
    let text = text.trim_start_matches('\u{feff}').trim();
    if text.is_empty() {
        return Err(not_understood("an empty answer"));
    }
    serde_json::from_str(text)
        .or_else(|error| serde_json::from_str(&mended(text)).map_err(|_| error))
        .map_err(|error| not_understood(&error.to_string()))
}

/// Whether a body has more objects or values than any answer. Counted by their marks, which stand in texts too:
/// those of an honest answer are too few to matter.
fn grows_large(body: &[u8]) -> bool {
    let (mut objects, mut values) = (0_usize, 0_usize);
    for byte in body {
        objects += usize::from(*byte == b'{');
        values += usize::from(matches!(byte, b',' | b'[' | b'{'));
    }
    objects > MOST_OBJECTS || values > MOST_VALUES
}

/// The text with each half of a character that lost its other half replaced: carriers cut their texts by UTF-16
/// units, and one such cut must not lose the whole answer.
fn mended(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('\\') {
        let (before, escape) = rest.split_at(at);
        out.push_str(before);
        let second = escape.get(6..).and_then(utf16_escape);
        let (kept, length) = match utf16_escape(escape) {
            Some(0xd800..=0xdbff) if matches!(second, Some(0xdc00..=0xdfff)) => (&escape[..12], 12),
            Some(0xd800..=0xdfff) => ("\\ufffd", 6),
            _ => {
                let length = escape.chars().take(2).map(char::len_utf8).sum();
                (&escape[..length], length)
            }
        };
        out.push_str(kept);
        rest = &escape[length..];
    }
    out.push_str(rest);
    out
}

/// The UTF-16 unit of an escape such as `\ud83d` at the beginning of a text.
fn utf16_escape(text: &str) -> Option<u16> {
    let digits = text.strip_prefix("\\u")?.get(..4)?;
    digits.bytes().all(|b| b.is_ascii_hexdigit()).then(|| u16::from_str_radix(digits, 16).ok())?
}

/// Reads the parts of a tree without which an answer means nothing.
///
/// # Errors
/// [`Trouble::NotUnderstood`] with the JSON path and what was found there.
pub(in crate::sources) fn shape<T: DeserializeOwned>(tree: Value) -> Result<T, Trouble> {
    serde_path_to_error::deserialize(tree).map_err(|e| {
        let path = e.path().to_string();
        not_understood(&format!("{path}: {}", e.inner()))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn broken_json_tells_where() {
        let path = |body: &[u8]| match json(body) {
            Err(Trouble::NotUnderstood { path }) => path.to_string(),
            other => format!("{other:?}"),
        };
        assert_eq!(path(b" "), "an empty answer");
        assert!(path(br#"{"module":["#).contains("column 11"), "{}", path(br#"{"module":["#));
        assert!(json("\u{feff}{}".as_bytes()).is_ok());
        assert!(json(b"{\"a\":\"\xff\"}").is_ok());
    }

    #[test]
    fn a_tree_that_would_fill_the_memory_is_not_built() {
        let list = |item: &str, times: usize| format!("[{}0]", item.repeat(times));
        assert!(json(list("{\"a\":0},", MOST_OBJECTS).as_bytes()).is_ok());
        for (item, times) in [("{\"a\":{}},", MOST_OBJECTS / 2 + 1), ("0,", MOST_VALUES), ("[],", MOST_VALUES / 2)] {
            assert_eq!(json(list(item, times).as_bytes()), Err(Trouble::TooLarge), "{item}");
        }
    }

    #[test]
    fn half_a_character_loses_only_itself() {
        let read = |text: &str| json(text.as_bytes()).map(|tree| tree["a"].as_str().map(str::to_owned));
        assert_eq!(read(r#"{"a":"box \ud83d"}"#), Ok(Some("box \u{fffd}".to_owned())));
        assert_eq!(read(r#"{"a":"\udce6 \ud83d\udce6 \\ud83d"}"#), Ok(Some("\u{fffd} 📦 \\ud83d".to_owned())));
        assert!(read(r#"{"a":"\ud83d"#).is_err());
        assert!(read("{\"a\":\"\\é\"}").is_err());
    }
}
