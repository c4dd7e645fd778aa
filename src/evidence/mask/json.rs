//! JSON: values of a person's keys, and contacts in every other string. All other bytes stay as they came.

use serde::de::IgnoredAny;

use super::replacement::MASK;
use super::{contacts, personal_keys};

/// The document masked; `None`: it is no JSON.
pub(super) fn mask(text: &str, own: &[&str]) -> Option<String> {
    let document = text.trim_start_matches('\u{feff}');
    serde_json::from_str::<IgnoredAny>(document).ok()?;
    let mut scan =
        Scan { text, at: text.len() - document.len(), copied: 0, out: String::with_capacity(text.len()), own };
    scan.value(false);
    scan.out.push_str(&text[scan.copied..]);
    Some(scan.out)
}

/// Walks through a document that is known to be valid, no deeper than the parser that said so goes.
struct Scan<'a> {
    text: &'a str,
    at: usize,
    copied: usize,
    out: String,
    own: &'a [&'a str],
}

impl<'a> Scan<'a> {
    fn value(&mut self, secret: bool) {
        self.space();
        match self.peek() {
            b'{' => self.members(secret, b'}'),
            b'[' => self.members(secret, b']'),
            b'"' => {
                let start = self.at;
                let token = self.string();
                if let Some(masked) = string(token, secret, self.own) {
                    self.replace(start, &masked);
                }
            }
            _ => self.scalar(secret),
        }
    }

    /// What is between brackets; in an object every value has a key.
    fn members(&mut self, secret: bool, close: u8) {
        self.at += 1;
        loop {
            self.space();
            match self.peek() {
                b',' => self.at += 1,
                byte if byte == close || byte == 0 => break,
                _ if close == b'}' => {
                    let key = decoded(self.string());
                    self.space();
                    self.at += 1; // the colon
                    self.value(secret || personal_keys::is_personal(&key));
                }
                _ => self.value(secret),
            }
        }
        self.at += 1;
    }

    /// A number, `true`, `false` or `null`; only a number tells something of a person.
    fn scalar(&mut self, secret: bool) {
        let start = self.at;
        let length = self.text[start..].bytes().take_while(|b| !b",]} \t\r\n".contains(b)).count();
        self.at += length.max(1);
        let token = self.text.get(start..start + length).unwrap_or_default();
        let number = token.starts_with(|c: char| c.is_ascii_digit() || c == '-');
        if number && (secret || contacts::mask(token, self.own) != token) {
            self.replace(start, &format!("\"{MASK}\""));
        }
    }

    /// Goes past a string; gives it with its quotes.
    fn string(&mut self) -> &'a str {
        let start = self.at;
        self.at += 1;
        while !matches!(self.peek(), b'"' | 0) {
            self.at += if self.peek() == b'\\' { 2 } else { 1 };
        }
        self.at = (self.at + 1).min(self.text.len());
        &self.text[start..self.at]
    }

    /// Puts something in place of all from `start` to here.
    fn replace(&mut self, start: usize, with: &str) {
        self.out.push_str(&self.text[self.copied..start]);
        self.out.push_str(with);
        self.copied = self.at;
    }

    fn space(&mut self) {
        while matches!(self.peek(), b' ' | b'\t' | b'\r' | b'\n') {
            self.at += 1;
        }
    }

    fn peek(&self) -> u8 {
        self.text.as_bytes().get(self.at).copied().unwrap_or(0)
    }
}

fn decoded(token: &str) -> String {
    serde_json::from_str(token).unwrap_or_default()
}

/// What stands in place of a string; `None`: it stays.
fn string(token: &str, secret: bool, own: &[&str]) -> Option<String> {
    let text = decoded(token);
    if secret {
        return (!text.trim().is_empty() && text != MASK).then(|| format!("\"{MASK}\""));
    }
    // Some sources wrap one document into a string of another.
    let inner = if text.starts_with(['{', '[']) { mask(&text, own) } else { None };
    let masked = inner.unwrap_or_else(|| contacts::mask(&text, own));
    (masked != text).then(|| serde_json::Value::String(masked).to_string())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn masked(text: &str) -> String {
        mask(text, &[]).unwrap()
    }

    #[test]
    fn values_of_a_persons_keys_go_and_the_rest_stays_byte_for_byte() {
        let body = "{ \"mailNo\" : \"RA123456785RU\",\n\t\"receiver\":{\"name\":\"Ivan \\\"I\\\"\",\"age\":44,\"ok\":true},\
                    \"phone\":79001234567, \"e\":1.50, \"desc\":\"\\u0410 call +79001234567\", \"sender\":[\"\",\"X\"]}";
        let wanted = "{ \"mailNo\" : \"RA123456785RU\",\n\t\"receiver\":{\"name\":\"***\",\"age\":\"***\",\"ok\":true},\
                      \"phone\":\"***\", \"e\":1.50, \"desc\":\"А call ***\", \"sender\":[\"\",\"***\"]}";
        assert_eq!(masked(body), wanted);
        let plain = "{\"a\\u0062\" : [1, -2.5e3, null, \"\\ud83d\\ude00\"] , \"x\":{}}  ";
        assert_eq!(masked(plain), plain);
    }

    #[test]
    fn a_document_inside_a_string_is_looked_into_and_a_spelled_out_key_does_not_hide() {
        assert_eq!(masked(r#"{"data":"{\"name\":\"Ivan\",\"s\":1}"}"#), r#"{"data":"{\"name\":\"***\",\"s\":1}"}"#);
        assert_eq!(masked(r#"{"\u0070hone":"1"}"#), r#"{"\u0070hone":"***"}"#);
        assert!(mask("{\"name\":", &[]).is_none());
    }

    fn document() -> impl Strategy<Value = serde_json::Value> {
        let leaf = prop_oneof![
            Just(serde_json::Value::Null),
            any::<bool>().prop_map(Into::into),
            any::<i64>().prop_map(Into::into),
            "\\PC{0,12}".prop_map(Into::into),
        ];
        leaf.prop_recursive(4, 40, 6, |inner| {
            prop_oneof![
                prop::collection::vec(inner.clone(), 0..5).prop_map(Into::into),
                prop::collection::vec(("[a-z]{1,4}|name|phone|receiver", inner), 0..5)
                    .prop_map(|members| serde_json::Value::Object(members.into_iter().collect())),
            ]
        })
    }

    fn shape(value: &serde_json::Value) -> String {
        match value {
            serde_json::Value::Object(members) => {
                let parts: Vec<String> =
                    members.iter().map(|(key, value)| format!("{{{key:?}{}}}", shape(value))).collect();
                parts.concat()
            }
            serde_json::Value::Array(items) => format!("{:?}", items.iter().map(shape).collect::<Vec<_>>()),
            _ => ".".to_owned(),
        }
    }

    proptest! {
        #[test]
        fn json_stays_json_of_the_same_shape(document in document()) {
            for text in [document.to_string(), serde_json::to_string_pretty(&document).unwrap()] {
                let masked: serde_json::Value = serde_json::from_str(&mask(&text, &[]).unwrap()).unwrap();
                prop_assert_eq!(shape(&masked), shape(&document));
            }
        }
    }
}
