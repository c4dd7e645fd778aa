//! Masking what stands under personal keys in JSON, wherever in a text it is.

use super::personal_names::is_personal;

/// Masks the values of JSON keys, wherever in the text they stand.
pub(super) fn json_fields(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    // DHL's description of a delivery is the name of the person who signed (seen in the official sample).
    let mut delivered = false;
    while let Some(at) = rest.find('"') {
        let end = at + quoted(&rest[at..]);
        let name = rest[at..end].trim_matches('"');
        let value = end + colon(&rest[end..]);
        out.push_str(&rest[..value]);
        let key = value > end;
        rest = &rest[value..];
        if key && name == "status" {
            delivered = rest.get(..11).is_some_and(|value| value.eq_ignore_ascii_case("\"delivered\""));
        }
        let signature = delivered && name == "description";
        if key && (signature || name.eq_ignore_ascii_case("name") || is_personal(name)) {
            rest = &rest[mask_value(rest, &mut out)..];
        }
    }
    out.push_str(rest);
    out
}

/// How long the quoted text is that begins here; all that is left where it never ends.
fn quoted(text: &str) -> usize {
    let mut escaped = false;
    for (at, b) in text.bytes().enumerate().skip(1) {
        match b {
            _ if escaped => escaped = false,
            b'\\' => escaped = true,
            b'"' => return at + 1,
            _ => {}
        }
    }
    text.len()
}

/// How long the colon with the white space around it is; 0: there is none.
fn colon(text: &str) -> usize {
    let from_colon = text.trim_start();
    let Some(after) = from_colon.strip_prefix(':') else { return 0 };
    text.len() - after.trim_start().len()
}

/// Writes the value that begins here with all its texts and numbers masked; gives how long it was.
fn mask_value(text: &str, out: &mut String) -> usize {
    let (mut at, mut depth) = (0, 0_usize);
    while let Some(c) = text[at..].chars().next() {
        let length = match c {
            '"' => {
                let length = quoted(&text[at..]);
                let is_key = colon(&text[at + length..]) > 0;
                let kept = is_key || length <= 2;
                out.push_str(if kept { &text[at..at + length] } else { "\"***\"" });
                length
            }
            '{' | '[' => {
                depth += 1;
                out.push(c);
                1
            }
            '}' | ']' | ',' if depth == 0 => return at,
            '}' | ']' => {
                depth -= 1;
                out.push(c);
                1
            }
            '0'..='9' | '-' => {
                out.push_str("\"***\"");
                text[at..].find([',', '}', ']', ' ', '\n', '\r', '\t', '<']).unwrap_or(text.len() - at)
            }
            _ => {
                out.push(c);
                c.len_utf8()
            }
        };
        at += length;
        if depth == 0 && !c.is_alphabetic() && !c.is_whitespace() && c != ':' {
            return at;
        }
    }
    at
}
