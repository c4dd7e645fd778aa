//! Whatever was pasted becomes readable text: mails with MIME, fragments of them, HTML.

use std::borrow::Cow;

use mail_parser::{Message, PartType};

use super::parse_mail::parse_mail;
use super::{html_to_text, transfer_encoding};

/// Mails within mails are read so deep.
const DEEPEST: usize = 3;
/// The headers are looked for in so many first bytes.
const HEAD: usize = 16 * 1024;

/// A text to search.
pub(super) struct Readable<'a> {
    /// The text.
    pub text: Cow<'a, str>,
    /// Whether it is the given text, so that places in it are places in that.
    pub as_given: bool,
}

/// Makes bytes readable.
pub(super) fn readable(bytes: &[u8]) -> Readable<'_> {
    if is_mail(bytes)
        && let Some(message) = parse_mail(bytes)
    {
        let mut text = String::new();
        read_mail(&message, &mut text, 0);
        return Readable { text: plain(Cow::Owned(text)), as_given: false };
    }
    let given = String::from_utf8_lossy(bytes);
    let was_text = matches!(given, Cow::Borrowed(_));
    let text = plain(given);
    let as_given = was_text && matches!(text, Cow::Borrowed(_));
    Readable { text, as_given }
}

/// Undoes what a fragment of a mail is still wrapped in.
fn plain(text: Cow<'_, str>) -> Cow<'_, str> {
    let text = transfer_encoding::base64_parts(text);
    let text = transfer_encoding::unquote(text);
    html_to_text::strip(text)
}

/// Whether the text starts with a mail's headers, some of which speak of MIME.
fn is_mail(bytes: &[u8]) -> bool {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(HEAD)]);
    let lines = head.trim_start().lines().take_while(|l| !l.trim().is_empty());
    let mut names = Vec::new();
    let mut encoded = false;
    for line in lines {
        if line.starts_with([' ', '\t', '>']) || line.starts_with("From ") {
            continue;
        }
        match line.split_once(':') {
            Some((name, value)) if is_header(name) => {
                names.push(name.to_ascii_lowercase());
                encoded |= is_encoded_word(value);
            }
            _ => return false,
        }
    }
    let has = |name: &str| names.iter().any(|n| n == name);
    let envelope = ["from", "to", "subject", "date", "message-id", "received"].iter().filter(|n| has(n)).count();
    encoded || has("mime-version") || has("content-type") || has("content-transfer-encoding") || envelope >= 3
}

/// Whether a header's value is spelt as RFC 2047 spells what is not ASCII: nobody writes that by hand.
fn is_encoded_word(value: &str) -> bool {
    let value = value.trim();
    value.starts_with("=?") && value.ends_with("?=")
}

fn is_header(name: &str) -> bool {
    !name.is_empty() && name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
}

fn read_mail(message: &Message<'_>, text: &mut String, depth: usize) {
    if let Some(subject) = message.subject() {
        push(text, subject);
    }
    for part in &message.parts {
        match &part.body {
            PartType::Text(body) => push(text, body),
            PartType::Html(body) => push(text, &html_to_text::strip(Cow::Borrowed(body))),
            PartType::Message(inner) if depth < DEEPEST => read_mail(inner, text, depth + 1),
            _ => {}
        }
    }
}

fn push(text: &mut String, piece: &str) {
    text.push_str(piece);
    text.push_str("\n\n");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mail_is_decoded_and_plain_text_is_left_alone() {
        let mail = b"Subject: =?utf-8?Q?=D0=A2?=\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\nUkIxMjM0NTY3ODVDTg==\r\n";
        let read = readable(mail);
        assert!(read.text.contains("RB123456785CN") && read.text.contains('Т') && !read.as_given);
        assert!(readable(b"RB123456785CN on its way: 5 days").as_given);
    }

    #[test]
    fn one_encoded_subject_is_a_mail_as_well() {
        let read = readable(b"Subject: =?UTF-8?B?UkIxMjM0NTY3ODVDTg==?=\n\nsee above");
        assert!(read.text.contains("RB123456785CN") && read.text.contains("see above"));
    }

    #[test]
    fn a_colon_alone_makes_no_mail() {
        assert!(readable(b"Tracking: RB123456785CN\n\nthanks").as_given);
    }
}
