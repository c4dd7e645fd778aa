//! Mail addresses and phone numbers in any text.

use std::ops::Range;

use super::replacement::MASK;

/// The text without them; digits that are one of `own` stay.
pub(in crate::evidence) fn mask(text: &str, own: &[&str]) -> String {
    let text = without(text, &mails(text));
    without(&text, &phones(&text, own))
}

/// The text without these spans, which are in order.
fn without(text: &str, spans: &[Range<usize>]) -> String {
    let mut out = String::with_capacity(text.len());
    let mut done = 0;
    for span in spans.iter().filter(|span| !span.is_empty()) {
        if span.start >= done {
            out.push_str(&text[done..span.start]);
            out.push_str(MASK);
            done = span.end;
        }
    }
    out.push_str(&text[done..]);
    out
}

fn mails(text: &str) -> Vec<Range<usize>> {
    let bytes = text.as_bytes();
    let local = |b: &u8| b.is_ascii_alphanumeric() || b"._%+-".contains(b);
    let host = |b: &u8| b.is_ascii_alphanumeric() || b".-".contains(b);
    let at_signs = text.match_indices('@').map(|(at, _)| at);
    at_signs
        .filter_map(|at| {
            let start = at - bytes[..at].iter().rev().take_while(|b| local(b)).count();
            let length = bytes[at + 1..].iter().take_while(|b| host(b)).count();
            let name = text[at + 1..at + 1 + length].trim_end_matches(['.', '-']);
            let top = name.rsplit_once('.').map(|(_, top)| top).filter(|top| top.len() >= 2);
            (start < at && top.is_some()).then(|| start..at + 1 + name.len())
        })
        .collect()
}

fn phones(text: &str, own: &[&str]) -> Vec<Range<usize>> {
    let bytes = text.as_bytes();
    let mut spans = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        let begins = matches!(bytes[at], b'+' | b'(' | b'0'..=b'9') && stands_free(text, at);
        let end = if begins { run(bytes, at) } else { at };
        if end > at && ends_free(text, end) && is_phone(&text[at..end], own) {
            spans.push(at..end);
            at = end;
        } else {
            // Past the first group only: the phone number may begin at the next.
            let group = bytes[at + 1..].iter().take_while(|b| b.is_ascii_digit()).count();
            at += 1 + if bytes[at].is_ascii_digit() { group } else { 0 };
        }
    }
    spans
}

fn stands_free(text: &str, at: usize) -> bool {
    !text[..at].chars().next_back().is_some_and(|c| c.is_alphanumeric() || "_-./+#".contains(c))
}

fn ends_free(text: &str, end: usize) -> bool {
    !text[end..].chars().next().is_some_and(|c| c.is_alphanumeric() || "_:".contains(c))
}

/// Longer than any phone number, with all the signs in it.
const LONGEST: usize = 48;

/// The end of the digits, parted by at most two signs, that begin here.
fn run(bytes: &[u8], start: usize) -> usize {
    let mut end = start;
    let mut signs = 0;
    for (at, byte) in bytes.iter().enumerate().skip(start).take(LONGEST) {
        match byte {
            b'0'..=b'9' => (end, signs) = (at + 1, 0),
            b'+' if at == start => {}
            b' ' | b'-' | b'(' | b')' if signs < 2 => signs += 1,
            _ => break,
        }
    }
    end
}

fn is_phone(text: &str, own: &[&str]) -> bool {
    let groups: Vec<&str> = text.split(|c: char| !c.is_ascii_digit()).filter(|group| !group.is_empty()).collect();
    let digits = groups.concat();
    if own.iter().any(|number| number.contains(&digits)) {
        return false;
    }
    let count = digits.len();
    let bracketed = text.contains('(') && text.contains(')');
    if text.starts_with('+') {
        return (8..=15).contains(&count);
    }
    if bracketed {
        return (9..=15).contains(&count);
    }
    match groups.as_slice() {
        [_] => count == 11 && is_mobile(&digits),
        [_, _] => false,
        _ => (10..=12).contains(&count) && !is_date(&groups),
    }
}

/// Eleven digits in one: a mobile number in China, or in Russia and Kazakhstan.
fn is_mobile(digits: &str) -> bool {
    let begins = |prefix: &str, then: std::ops::RangeInclusive<char>| {
        digits.strip_prefix(prefix).is_some_and(|rest| rest.starts_with(|c| then.contains(&c)))
    };
    begins("1", '3'..='9') || begins("7", '9'..='9') || begins("8", '9'..='9') || begins("77", '0'..='9')
}

/// `2026-11-20 …`, `20-11-2026 …`
fn is_date(groups: &[&str]) -> bool {
    let lengths: Vec<usize> = groups.iter().take(3).map(|group| group.len()).collect();
    lengths == [4, 2, 2] || lengths == [2, 2, 4]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn phones_and_mails_go() {
        for (text, masked) in [
            ("Call +7 (900) 123-45-67 now", "Call *** now"),
            ("courier 8 900 123-45-67.", "courier ***."),
            ("快递员 13912345678，请", "快递员 ***，请"),
            ("tel:+86 571 8502 2088", "tel:***"),
            ("(495) 123-45-67", "***"),
            ("010-1234-5678", "***"),
            ("order 12 8 900 123-45-67", "order 12 ***"),
            ("write to ivan.petrov+x@mail.example.ru.", "write to ***."),
            ("79001234567", "***"),
        ] {
            assert_eq!(mask(text, &[]), masked);
        }
    }

    #[test]
    fn times_numbers_and_codes_stay() {
        for text in [
            "2026-11-20 10:31:00",
            "2026-11-20T10:31:00+03:00",
            "20-11-2026 10:31",
            "1793932260000",
            "1793932260",
            "RA123456785RU",
            "LP00620966542870",
            "GMT+8",
            "192.168.100.200",
            "55.751244, 37.618423",
            "123e4567-e89b-12d3-a456-426614174000",
            "a@b",
            "@home",
            "100000, Москва, 200",
            "3-5 days, 20 kg",
            "v1.2.3+20261120",
            "Внуково-1 108811",
        ] {
            assert_eq!(mask(text, &[]), text);
        }
        assert_eq!(mask("13912345678", &["13912345678"]), "13912345678");
    }
}
