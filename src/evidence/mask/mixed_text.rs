//! Text that is neither JSON nor tags, but may hold JSON: a script, a wrapped answer.

use super::personal_keys;
use super::replacement::MASK;

/// The text without the strings that follow a person's key: `"phone" : "…"`.
pub(super) fn mask(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((key_end, start, end)) = pair(rest) {
        let key = rest[..key_end].rsplit('"').next().unwrap_or_default();
        let value = &rest[start..end];
        if personal_keys::is_personal(key) && !value.is_empty() {
            out.push_str(&rest[..start]);
            out.push_str(MASK);
            rest = &rest[end..];
        } else {
            out.push_str(&rest[..start]);
            rest = &rest[start..];
        }
    }
    out.push_str(rest);
    out
}

/// Where the next key ends (at its closing quote), and where the string after it begins and ends.
fn pair(text: &str) -> Option<(usize, usize, usize)> {
    for (quote, _) in text.match_indices('"') {
        let after = text[quote + 1..].trim_start();
        let Some(value) = after.strip_prefix(':').map(str::trim_start).and_then(|v| v.strip_prefix('"')) else {
            continue;
        };
        let start = text.len() - value.len();
        let mut escaped = false;
        let length = value.find(|c| {
            let closes = c == '"' && !escaped;
            escaped = c == '\\' && !escaped;
            closes
        });
        return Some((quote, start, start + length.unwrap_or(value.len())));
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wrapped_document_is_looked_through() {
        assert_eq!(
            mask(r#"cb({"name": "Iv\"an", "a":"b","phone":"1"});"#),
            r#"cb({"name": "***", "a":"b","phone":"***"});"#
        );
        assert_eq!(mask(r#"x = "name" + y; "a": "#), r#"x = "name" + y; "a": "#);
    }
}
