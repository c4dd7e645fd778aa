//! Telling a refusal from an answer: the same for every source, and pure.

use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::domain::{CleanText, Trouble};

/// Whether a source is asked with a key.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Access {
    /// Anyone may ask.
    Keyless,
    /// The user's key goes along.
    Keyed,
}

/// How many objects of a JSON body are read. Forty numbers with two hundred events each have fewer.
const MOST_OBJECTS: usize = 100_000;
/// How many values of a JSON body are read.
const MOST_VALUES: usize = 1_000_000;
/// How much of a body is searched for marks.
const SEARCHED: usize = 256 * 1024;

/// Marks of a page that wants a person to prove to be one, in lower case. The first five are Alibaba's (certain
/// for its hosts), the rest are those of the usual guards.
const CAPTCHA_MARKS: [&str; 11] = [
    "_____tmd_____/punish",
    "x5secdata",
    "fail_sys_user_validate",
    "rgv587",
    "\"action\":\"captcha\"",
    "/cdn-cgi/challenge-platform",
    "cf-chl-",
    "attention required! | cloudflare",
    "g-recaptcha",
    "h-captcha",
    "_incapsula_resource",
];

/// Marks of a page that says the source is out of order, in lower case.
const OUT_OF_ORDER_MARKS: [&str; 8] = [
    "maintenance",
    "bad gateway",
    "service unavailable",
    "service temporarily unavailable",
    "temporarily unavailable",
    "gateway time-out",
    "gateway timeout",
    "internal server error",
];

/// Why an answer is none, as far as that can be told without knowing the source. `None`: read on.
#[must_use]
pub fn refusal(access: Access, status: u16, body: &[u8]) -> Option<Trouble> {
    let start = String::from_utf8_lossy(&body[..body.len().min(SEARCHED)]).to_ascii_lowercase();
    if CAPTCHA_MARKS.iter().any(|mark| start.contains(mark)) {
        return Some(Trouble::Blocked);
    }
    by_status(access, status).or_else(|| looks_like_html(&start).then(|| page(&start))).or_else(|| by_other(status))
}

/// What the status says by itself.
fn by_status(access: Access, status: u16) -> Option<Trouble> {
    match (status, access) {
        (401 | 403, Access::Keyed) => Some(Trouble::BadKey),
        // A redirect that was not followed leads to a log-in or a captcha on another host.
        (401 | 403 | 451 | 300..=399, _) => Some(Trouble::Blocked),
        // 420 is what some gateways, Alibaba's among them, send instead of 429.
        (420 | 429, _) => Some(Trouble::RateLimited { retry_after: None }),
        (407, _) => Some(temporary("the proxy wants a password")),
        (408 | 500..=599, _) => Some(temporary(&format!("HTTP {status}"))),
        _ => None,
    }
}

/// A status that is neither a success nor known to mean anything.
fn by_other(status: u16) -> Option<Trouble> {
    (!(200..=299).contains(&status)).then(|| not_understood(&format!("HTTP {status}")))
}

/// What a page for people means where data was asked for: out of order, or shut out.
fn page(lower: &str) -> Trouble {
    if OUT_OF_ORDER_MARKS.iter().any(|mark| lower.contains(mark)) {
        return temporary("the source shows a page saying that it is out of order");
    }
    Trouble::Blocked
}

/// Whether it is a page; XML, which other sources answer in, is none.
fn looks_like_html(lower: &str) -> bool {
    let text = lower.trim_start().trim_start_matches('\u{feff}').trim_start();
    text.starts_with('<') && !["<?xml", "<soap", "<env"].iter().any(|start| text.starts_with(start))
}

/// Reads a JSON body into a tree, naming the place where it breaks off. Bytes that are no UTF-8 lose themselves,
/// not the rest.
///
/// # Errors
/// [`Trouble::NotUnderstood`] with line and column; [`Trouble::TooLarge`] where the tree would take far more memory
/// than the body does.
pub fn json(body: &[u8]) -> Result<Value, Trouble> {
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
pub fn shape<T: DeserializeOwned>(tree: Value) -> Result<T, Trouble> {
    serde_path_to_error::deserialize(tree).map_err(|e| {
        let path = e.path().to_string();
        not_understood(&format!("{path}: {}", e.inner()))
    })
}

/// An answer of a shape that nobody knows, with the place.
#[must_use]
pub fn not_understood(path: &str) -> Trouble {
    Trouble::NotUnderstood { path: CleanText::line(path) }
}

/// A trouble that will pass.
#[must_use]
pub fn temporary(what: &str) -> Trouble {
    Trouble::Temporary { what: CleanText::line(what) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_status_means_another_thing_with_a_key() {
        assert_eq!(refusal(Access::Keyed, 403, b"{}"), Some(Trouble::BadKey));
        assert_eq!(refusal(Access::Keyless, 403, b"{}"), Some(Trouble::Blocked));
        assert_eq!(refusal(Access::Keyless, 429, b""), Some(Trouble::RateLimited { retry_after: None }));
        assert_eq!(refusal(Access::Keyless, 503, b"{}"), Some(temporary("HTTP 503")));
        assert_eq!(refusal(Access::Keyless, 302, b""), Some(Trouble::Blocked));
        assert_eq!(refusal(Access::Keyless, 404, b"{}"), Some(not_understood("HTTP 404")));
        assert_eq!(refusal(Access::Keyless, 200, b"{}"), None);
    }

    #[test]
    fn a_page_is_a_block_unless_it_says_that_the_source_is_out_of_order() {
        let refused = |status, page: &str| refusal(Access::Keyless, status, page.as_bytes());
        assert_eq!(refused(200, "<!DOCTYPE html><title>Please log in</title>"), Some(Trouble::Blocked));
        assert_eq!(refused(502, "<html>502 Bad Gateway</html>"), Some(temporary("HTTP 502")));
        assert!(matches!(refused(200, " <html>Under Maintenance</html>"), Some(Trouble::Temporary { .. })));
        assert_eq!(refused(503, "<html>/cdn-cgi/challenge-platform</html>"), Some(Trouble::Blocked));
    }

    #[test]
    fn a_captcha_in_json_is_a_block_too() {
        let body = br#"{"ret":["FAIL_SYS_USER_VALIDATE","RGV587_ERROR::SM"],"data":{}}"#;
        assert_eq!(refusal(Access::Keyless, 200, body), Some(Trouble::Blocked));
    }

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
