//! Quoted-printable and base64 in fragments that lost their mail's headers.

use std::borrow::Cow;

/// Undoes quoted-printable where the text is that; joins soft line breaks inside words anywhere.
pub(super) fn unquote(text: Cow<'_, str>) -> Cow<'_, str> {
    if !text.contains('=') {
        return text;
    }
    if is_quoted(text.as_bytes()) {
        return Cow::Owned(String::from_utf8_lossy(&decode(text.as_bytes())).into_owned());
    }
    join_soft_breaks(text)
}

/// In quoted-printable every `=` starts an escape or ends a line; one soft break, one escape of `=` or two escapes in
/// a row of bytes beyond ASCII have to be there, so that `nums=86511318` is not taken for it.
fn is_quoted(bytes: &[u8]) -> bool {
    let mut evidence = false;
    for (at, _) in bytes.iter().enumerate().filter(|(_, b)| **b == b'=') {
        match escape(&bytes[at + 1..]) {
            Some(Escape::Break(_)) => evidence = true,
            Some(Escape::Byte(b)) => {
                let next =
                    bytes.get(at + 3) == Some(&b'=') && matches!(escape(&bytes[at + 4..]), Some(Escape::Byte(0x80..)));
                evidence |= b == b'=' || (b >= 0x80 && next);
            }
            None => return false,
        }
    }
    evidence
}

enum Escape {
    /// A soft line break of so many bytes.
    Break(usize),
    Byte(u8),
}

fn escape(after: &[u8]) -> Option<Escape> {
    match after {
        [b'\r', b'\n', ..] => Some(Escape::Break(2)),
        [b'\n', ..] => Some(Escape::Break(1)),
        [a, b, ..] => {
            let hex = |c: u8| char::from(c).to_digit(16).and_then(|d| u8::try_from(d).ok());
            Some(Escape::Byte(hex(*a)? << 4 | hex(*b)?))
        }
        _ => None,
    }
}

fn decode(bytes: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while at < bytes.len() {
        if bytes[at] != b'=' {
            out.push(bytes[at]);
            at += 1;
            continue;
        }
        match escape(&bytes[at + 1..]) {
            Some(Escape::Break(n)) => at += 1 + n,
            Some(Escape::Byte(b)) => {
                out.push(b);
                at += 3;
            }
            None => {
                out.push(b'=');
                at += 1;
            }
        }
    }
    out
}

fn join_soft_breaks(text: Cow<'_, str>) -> Cow<'_, str> {
    if !text.contains("=\n") && !text.contains("=\r\n") {
        return text;
    }
    Cow::Owned(text.replace("=\r\n", "").replace("=\n", ""))
}

/// So many parts are read.
const MOST_PARTS: usize = 32;
/// A blank line is looked for so far behind a header.
const HEADERS: usize = 2_000;

/// The offset after the first blank line, or after everything looked at.
fn blank_line(text: &str) -> usize {
    let near = &text[..text.floor_char_boundary(HEADERS)];
    let found = near.find("\n\n").map(|at| at + 2).or_else(|| near.find("\r\n\r\n").map(|at| at + 4));
    found.unwrap_or(near.len())
}

/// Adds the text of parts whose header says base64 and that no mail parser would see.
pub(super) fn base64_parts(text: Cow<'_, str>) -> Cow<'_, str> {
    const HEADER: &str = "content-transfer-encoding: base64";
    // lower case in ASCII only, so that offsets stay
    let lower = text.to_ascii_lowercase();
    if !lower.contains(HEADER) {
        return text;
    }
    let mut decoded = String::new();
    for (at, _) in lower.match_indices(HEADER).take(MOST_PARTS) {
        let body = &text[at + blank_line(&text[at..])..];
        let lines = body.lines().map(str::trim).take_while(|l| !l.is_empty() && l.bytes().all(is_base64));
        let bytes = base64(lines.flat_map(str::bytes));
        decoded.push('\n');
        decoded.push_str(&String::from_utf8_lossy(&bytes));
    }
    Cow::Owned(text.into_owned() + &decoded)
}

fn is_base64(b: u8) -> bool {
    b.is_ascii_alphanumeric() || matches!(b, b'+' | b'/' | b'=')
}

fn base64(bytes: impl Iterator<Item = u8>) -> Vec<u8> {
    let mut out = Vec::new();
    let (mut held, mut bits) = (0_u32, 0);
    for b in bytes {
        let six = match b {
            b'A'..=b'Z' => b - b'A',
            b'a'..=b'z' => b - b'a' + 26,
            b'0'..=b'9' => b - b'0' + 52,
            b'+' => 62,
            b'/' => 63,
            _ => continue,
        };
        held = (held << 6 | u32::from(six)) & 0x00ff_ffff;
        bits += 6;
        if bits >= 8 {
            bits -= 8;
            out.push(u8::try_from(held >> bits & 0xff).unwrap_or(0));
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn unquoted(text: &str) -> String {
        unquote(Cow::Borrowed(text)).into_owned()
    }

    #[test]
    fn quoted_printable_is_undone_where_it_is_that() {
        assert_eq!(unquoted("4PX300182=\n2512396CN"), "4PX3001822512396CN");
        assert_eq!(unquoted("=D0=A2=D1=80=D0=B5=D0=BA: a=3Db"), "Трек: a=b");
        assert_eq!(unquoted("?nums=00340434&x=20251120"), "?nums=00340434&x=20251120");
        assert_eq!(unquoted("?match=865113&l=de"), "?match=865113&l=de");
        assert_eq!(unquoted("a = b, LP0012=\r\n3456789012"), "a = b, LP00123456789012");
    }

    #[test]
    fn base64_without_a_mail_around_it_is_read() {
        let text = "--x\nContent-Transfer-Encoding: base64\n\nUkIxMjM0NTY3\nODVDTg==\n--x--";
        assert!(base64_parts(Cow::Borrowed(text)).contains("RB123456785CN"));
    }
}
