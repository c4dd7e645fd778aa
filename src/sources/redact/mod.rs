//! An answer as it may be shown to others: what is personal in it is masked, its form stays.
//!
//! Masked are e-mail addresses, phone numbers that begin with `+`, and what stands under JSON keys and in XML
//! elements that are named after a person: recipient, sender, phone, address, signature … Too much is masked rather
//! than too little. The answer that is kept is never changed.

mod personal_patterns;

use personal_patterns::{free_text, signatures};

/// What stands in place of something personal.
const MASK: &str = "***";

/// Beginnings of words that a field about a person has in its name.
const PERSONAL: [&str; 32] = [
    "recip",
    "receiver",
    "sender",
    "consign",
    "addressee",
    "address",
    "addr",
    "street",
    "phone",
    "telephone",
    "mobile",
    "email",
    "signature",
    "signat",
    "signer",
    "signee",
    "surname",
    "fio",
    "contact",
    "customer",
    "rcpn",
    "sndr",
    "zip",
    // The same in the languages that posts write their fields in; the last is Correos' longer text.
    "nombre",
    "client",
    "destinatar",
    "destinatair",
    "remitente",
    "mittente",
    "nominativo",
    "expedit",
    "ampliado",
];
/// Words that make the name of a person out of "name".
const OF_A_PERSON: [&str; 10] =
    ["first", "last", "full", "given", "family", "middle", "person", "user", "from", "destination"];

/// The body with everything personal masked. Bytes that are no UTF-8 are replaced.
#[must_use]
pub fn redacted(body: &[u8]) -> String {
    let text = String::from_utf8_lossy(body);
    signatures(&free_text(&elements(&fields(&text))))
}

/// Whether a key or an element is named like something personal.
fn is_personal(name: &str) -> bool {
    let words = words(name);
    let personal = |word: &String| PERSONAL.iter().any(|begin| word.starts_with(begin));
    let named = |word: &String| word == "name" && words.iter().any(|w| OF_A_PERSON.contains(&w.as_str()));
    let joined = words.concat();
    words.iter().any(|word| personal(word) || named(word))
        || joined == "signedby"
        || OF_A_PERSON.iter().any(|person| joined.strip_prefix(person) == Some("name"))
}

/// The words of `recipientFullName`, `RECIPIENT_FULL_NAME` or `recipient-full-name`, in lower case.
fn words(name: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut lower = false;
    for c in name.chars() {
        if !c.is_alphanumeric() || (c.is_uppercase() && lower) {
            words.push(String::new());
        }
        lower = c.is_lowercase();
        if let Some(word) = words.last_mut().filter(|_| c.is_alphanumeric()) {
            word.extend(c.to_lowercase());
        }
    }
    words.retain(|word| !word.is_empty());
    words
}

/// Masks the values of JSON keys, wherever in the text they stand.
fn fields(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    // DHL's description of a delivery is the name of whoever signed (seen in the official sample).
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

/// Masks the texts within XML elements.
fn elements(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('<') {
        let Some(end) = rest[at..].find('>').map(|end| at + end + 1) else { break };
        out.push_str(&rest[..end]);
        let tag = &rest[at..end];
        rest = &rest[end..];
        let name = tag[1..].split([' ', '\t', '\r', '\n', '>', '/']).next().unwrap_or_default();
        let local = name.rsplit(':').next().unwrap_or_default();
        let close = format!("</{name}");
        if !local.is_empty() && !tag.ends_with("/>") && is_personal(local) {
            let inside = rest.find(&close).unwrap_or(rest.len());
            mask_texts(&rest[..inside], &mut out);
            rest = &rest[inside..];
        }
    }
    out.push_str(rest);
    out
}

fn mask_texts(text: &str, out: &mut String) {
    for (n, piece) in text.split('<').enumerate() {
        let (tag, words) = if n == 0 { ("", piece) } else { piece.split_at(piece.find('>').map_or(0, |at| at + 1)) };
        if n > 0 {
            out.push('<');
        }
        out.push_str(tag);
        out.push_str(if words.trim().is_empty() { words } else { MASK });
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn what_is_personal_is_masked_and_nothing_else() {
        for (body, shown) in [
            (r#"{"a":1,"recipientName": "Ivan","b":[2]}"#, r#"{"a":1,"recipientName": "***","b":[2]}"#),
            (r#"{"name":"Ivan","cityName":"Minsk"}"#, r#"{"name":"***","cityName":"Minsk"}"#),
            (
                r#"{"receiver":{"x":"Ivan","n":[12,null,""]},"y":3}"#,
                r#"{"receiver":{"x":"***","n":["***",null,""]},"y":3}"#,
            ),
            (r#"{"phone":375291234567}"#, r#"{"phone":"***"}"#),
            (r#"{"address":null,"x":"y"}"#, r#"{"address":null,"x":"y"}"#),
            (r#"{"first_name":"I\"v","mailNo":"LP1"}"#, r#"{"first_name":"***","mailNo":"LP1"}"#),
            (r#"{"signedBy":"Ivan","signedTime":"2026"}"#, r#"{"signedBy":"***","signedTime":"2026"}"#),
            (
                "<a><ns:Rcpn>Ivan</ns:Rcpn><Name>Accepted</Name></a>",
                "<a><ns:Rcpn>***</ns:Rcpn><Name>Accepted</Name></a>",
            ),
            (
                "<DestinationAddress><Index>1</Index> </DestinationAddress>",
                "<DestinationAddress><Index>***</Index> </DestinationAddress>",
            ),
            ("write to ivan.i@mail.example, or +7 (900) 123-45-67.", "write to ***, or +***."),
            (
                r#"{"nombre_cliente": "NADIE","destinationName":"Ivan"}"#,
                r#"{"nombre_cliente": "***","destinationName":"***"}"#,
            ),
            (
                r#"{"status": "DELIVERED", "description": "JESSICA"},{"status":"transit","description":"Sorted"}"#,
                r#"{"status": "DELIVERED", "description": "***"},{"status":"transit","description":"Sorted"}"#,
            ),
            (r#"{"t":"Delivered. Signed by: I. PETROV"}"#, r#"{"t":"Delivered. Signed by ***"}"#),
            ("10:31+03:00, GMT+8 2026-11-20, @home, a@b", "10:31+03:00, GMT+8 2026-11-20, @home, a@b"),
        ] {
            assert_eq!(redacted(body.as_bytes()), shown);
        }
    }

    #[test]
    fn a_document_without_anything_personal_stays_as_it_is() {
        let body = r#"{"module":[{"mailNo":"LP00620966542870","detailList":[{"timeStr":"2026-11-06 10:31:00","timeZone":"GMT+3","desc":"Arrived"}]}],"success":true}"#;
        assert_eq!(redacted(body.as_bytes()), body);
    }

    proptest! {
        #[test]
        fn any_bytes_are_survived(bytes in prop::collection::vec(any::<u8>(), 0..80)) {
            let _ = redacted(&bytes);
        }

        #[test]
        fn anything_that_looks_like_a_document_is_survived(
            text in r#"[a-e"{}\[\],:<>/@+.0-9 \\é]{0,60}"#,
            name in prop::sample::select(vec!["phone", "name", "recipient", "x"]),
        ) {
            let shown = redacted(format!("{{\"{name}\":{text}}}<{name}>{text}</{name}>").as_bytes());
            prop_assert!(shown.len() <= 2 * (2 * text.len() + 40));
        }

        #[test]
        fn a_secret_under_a_personal_key_never_shows(secret in "[a-zA-Z]{12,20}", deep in 0..4_usize) {
            let value = format!("{}\"{secret}\"{}", "[".repeat(deep), "]".repeat(deep));
            let json = format!("{{\"id\":1,\"senderPhone\":{value},\"z\":2}}");
            prop_assert!(!redacted(json.as_bytes()).contains(&secret));
            let xml = format!("<r><ns1:Sender><a b=\"c\">{secret}</a></ns1:Sender></r>");
            prop_assert!(!redacted(xml.as_bytes()).contains(&secret));
        }
    }
}
