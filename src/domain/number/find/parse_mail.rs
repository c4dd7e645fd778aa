//! Parsing a mail, whatever it holds.

use std::panic::{AssertUnwindSafe, catch_unwind};

use mail_parser::{Message, MessageParser};

/// A mail's structure; `None` where the bytes are none, and where the parser's own panics say that it cannot follow their
/// parts (mail-parser 0.11 does, at parts within parts that end before they began).
#[must_use]
pub fn parse_mail(bytes: &[u8]) -> Option<Message<'_>> {
    catch_unwind(AssertUnwindSafe(|| MessageParser::default().parse(bytes))).ok().flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_that_cannot_be_followed_are_no_mail() {
        assert!(parse_mail(include_bytes!("../../../../tests/data/numbers/unclosed_parts.eml")).is_none());
        assert!(parse_mail(b"Subject: x\n\ntext").is_some());
    }
}
