//! A source may repeat what it was asked with, key included: what it repeats of a secret is masked before anybody reads or
//! keeps the answer.

use std::collections::BTreeMap;

use base64::Engine;
use base64::engine::general_purpose::{STANDARD_NO_PAD, URL_SAFE_NO_PAD};
use secrecy::{ExposeSecret, SecretString};

/// What stands in its place.
const MASK: &[u8] = b"***";
/// What is shorter may stand anywhere by chance.
const SHORTEST: usize = 6;

/// The body without any of the secrets, however an address, JSON, HTML or a header writes them.
pub(super) fn masked(body: Vec<u8>, secrets: &BTreeMap<&'static str, SecretString>) -> Vec<u8> {
    let needles = needles(secrets);
    if needles.is_empty() {
        return body;
    }
    let mut out = Vec::with_capacity(body.len());
    let mut at = 0;
    while at < body.len() {
        let found = needles.iter().filter_map(|needle| match_at(&body[at..], needle)).max();
        if let Some(length) = found {
            out.extend_from_slice(MASK);
            at += length;
        } else {
            out.push(body[at]);
            at += 1;
        }
    }
    out
}

/// The secrets, alone and as a name with its password, also in base 64. A domain is no secret.
fn needles(secrets: &BTreeMap<&'static str, SecretString>) -> Vec<Vec<u8>> {
    let of = |name: &str| secrets.get(name).map(|secret| secret.expose_secret().to_owned());
    let pair = of("login").zip(of("password")).map(|(login, password)| format!("{login}:{password}"));
    let alone = secrets.iter().filter(|(name, _)| **name != "domain").map(|(_, it)| it.expose_secret().to_owned());
    let plain: Vec<Vec<u8>> =
        alone.chain(pair).map(String::into_bytes).filter(|secret| secret.len() >= SHORTEST).collect();
    let encoded = plain.iter().flat_map(|secret| [STANDARD_NO_PAD.encode(secret), URL_SAFE_NO_PAD.encode(secret)]);
    let encoded: Vec<Vec<u8>> = encoded.map(String::into_bytes).collect();
    plain.into_iter().chain(encoded).collect()
}

/// How many bytes of the text are the secret, each letter of which may be written in any of the usual ways.
fn match_at(text: &[u8], secret: &[u8]) -> Option<usize> {
    let Some((wanted, rest)) = secret.split_first() else { return Some(0) };
    let plain = (text.first() == Some(wanted)).then_some(1);
    // `&` alone is one, and so is the beginning of `&amp;`.
    plain.into_iter().chain(escaped(text, *wanted)).find_map(|used| Some(used + match_at(&text[used..], rest)?))
}

/// How many bytes write this one in other words.
fn escaped(text: &[u8], wanted: u8) -> Option<usize> {
    let hex = |digits: &[u8]| std::str::from_utf8(digits).ok().and_then(|digits| u32::from_str_radix(digits, 16).ok());
    let is = |code: Option<u32>| code == Some(u32::from(wanted));
    match text {
        [b'+', ..] if wanted == b' ' => Some(1),
        [b'%', b'2', b'5', rest @ ..] if is(rest.get(..2).and_then(hex)) => Some(5),
        [b'%', rest @ ..] if is(rest.get(..2).and_then(hex)) => Some(3),
        [b'\\', b'u', rest @ ..] if is(rest.get(..4).and_then(hex)) => Some(6),
        [b'\\', second, ..] if *second == wanted => Some(2),
        [b'&', rest @ ..] => entity(rest, wanted).map(|length| length + 1),
        _ => None,
    }
}

/// How many bytes after an ampersand write this one, as HTML does it.
fn entity(text: &[u8], wanted: u8) -> Option<usize> {
    let end = text.iter().take(9).position(|byte| *byte == b';')?;
    let name = std::str::from_utf8(&text[..end]).ok()?;
    let code = match name {
        "amp" => u32::from(b'&'),
        "lt" => u32::from(b'<'),
        "gt" => u32::from(b'>'),
        "quot" => u32::from(b'"'),
        "apos" => u32::from(b'\''),
        _ => {
            let digits = name.strip_prefix('#')?;
            let hex = digits.strip_prefix(['x', 'X']);
            hex.map_or_else(|| digits.parse().ok(), |digits| u32::from_str_radix(digits, 16).ok())?
        }
    };
    (code == u32::from(wanted)).then_some(end + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mask(secret: &str, body: &str) -> String {
        let secrets = BTreeMap::from([("key", SecretString::from(secret))]);
        String::from_utf8(masked(body.as_bytes().to_vec(), &secrets)).unwrap()
    }

    #[test]
    fn however_it_is_written_it_goes_and_the_rest_stays() {
        let secret = "aB/+&\"9 z";
        for written in [
            "aB/+&\"9 z",
            "aB%2F%2B%26%229+z",
            "aB%2f%2b%26%229%20z",
            "aB%252F%252B%2526%25229%2520z",
            r#"aB\/+&\"9 z"#,
            r"aB\u002f\u002B\u0026\u00229\u0020z",
            "aB/+&amp;&quot;9 z",
            "&#97;B&#x2F;+&#38;&#34;9 z",
        ] {
            assert_eq!(mask(secret, &format!("x?key={written}&y=1")), "x?key=***&y=1", "{written}");
        }
        let encoded = STANDARD_NO_PAD.encode(secret);
        assert_eq!(mask(secret, &format!("Basic {encoded}==")), "Basic ***==");
        assert_eq!(mask(secret, "aB/+&\"9 y"), "aB/+&\"9 y");
    }

    #[test]
    fn what_is_too_short_to_be_told_apart_stays() {
        assert_eq!(mask("12345", "LP12345"), "LP12345");
        assert_eq!(mask("123456", "LP123456 RA"), "LP*** RA");
    }
}
