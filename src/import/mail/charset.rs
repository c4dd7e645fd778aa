//! Bytes of a mail to text, also where the mail says wrongly, or not at all, how they are written.

use std::borrow::Cow;

use encoding_rs::{
    BIG5, Encoding, GB18030, IBM866, KOI8_R, KOI8_U, UTF_8, WINDOWS_1250, WINDOWS_1251, WINDOWS_1252, WINDOWS_1254,
};
use mail_parser::decoders::base64::base64_decode;
use mail_parser::decoders::quoted_printable::quoted_printable_decode;

use crate::import::text_encoding;

/// A document names its charset in so many first bytes.
const HEAD: usize = 2_000;

/// Whether what was read by the label is not to be trusted: the label is not known, too plain, or did not fit.
pub(super) fn is_doubtful(text: &str, label: Option<&str>) -> bool {
    !text.is_ascii()
        && (text.contains('\u{fffd}') || label.is_none_or(|label| is_western(label) || of_label(label).is_none()))
}

/// The text of bytes: UTF-8 where they are that, else as the label, or the document itself, says, else guessed.
pub(super) fn decoded<'a>(bytes: &'a [u8], label: Option<&str>) -> Cow<'a, str> {
    let told = label.filter(|label| !is_western(label)).and_then(of_label);
    if told.is_none_or(|told| told == UTF_8)
        && let Ok(text) = std::str::from_utf8(bytes)
    {
        return Cow::Borrowed(text);
    }
    let told = told.filter(|told| *told != UTF_8).or_else(|| in_document(bytes));
    let told = told.or_else(|| label.filter(|label| is_western(label)).map(|_| WINDOWS_1252));
    match told {
        Some(encoding) => encoding.decode_without_bom_handling(bytes).0,
        None if is_mostly_latin(bytes) => WINDOWS_1252.decode_without_bom_handling(bytes).0,
        None => text_encoding::decode(bytes, None).map_or_else(|| String::from_utf8_lossy(bytes), Cow::Owned),
    }
}

/// A label for Western Europe, which programs write without a thought.
fn is_western(label: &str) -> bool {
    matches!(
        plain(label).as_str(),
        "usascii" | "ascii" | "iso88591" | "latin1" | "windows1252" | "cp1252" | "ansix341968" | "iso885915"
    )
}

/// The encoding that a label means, also in spellings that are in no register.
fn of_label(label: &str) -> Option<&'static Encoding> {
    Some(match plain(label).as_str() {
        "koi8" | "koi8r" | "koi8ru" => KOI8_R,
        "koi8u" => KOI8_U,
        "win1251" | "cp1251" | "windows1251" | "xcp1251" | "1251" | "cyrillicwindows" => WINDOWS_1251,
        "win1250" | "cp1250" | "windows1250" | "1250" => WINDOWS_1250,
        "win1254" | "cp1254" | "windows1254" | "1254" => WINDOWS_1254,
        "866" | "cp866" | "dos866" | "ibm866" => IBM866,
        "utf8" | "utf8mb4" | "xutf8" => UTF_8,
        label if label.starts_with("big5") => BIG5,
        "gb2312" | "gbk" | "gb18030" | "cp936" | "xgbk" => GB18030,
        _ => return Encoding::for_label(label.trim().as_bytes()),
    })
}

fn plain(label: &str) -> String {
    label.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_lowercase()).collect()
}

/// The charset that an HTML document names in its head.
fn in_document(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(HEAD)]).to_ascii_lowercase();
    let (_, named) = head.split_once("<meta").and_then(|(_, rest)| rest.split_once("charset="))?;
    let named = named.trim_start_matches(['"', '\'', ' ']);
    let end = named.find(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '-' | '_'))).unwrap_or(named.len());
    of_label(&named[..end]).filter(|found| *found != UTF_8)
}

/// Few bytes beyond ASCII, each among ASCII letters: a language of Western Europe.
fn is_mostly_latin(bytes: &[u8]) -> bool {
    let high = bytes.iter().filter(|byte| !byte.is_ascii()).count();
    let letters = bytes.iter().filter(|byte| byte.is_ascii_alphabetic()).count();
    let runs = bytes.windows(3).filter(|bytes| bytes.iter().all(|byte| !byte.is_ascii())).count();
    high * 6 < letters && runs * 4 < high
}

/// A header's value: its encoded words (RFC 2047), each as [`decoded`], and whatever stands between them.
pub(super) fn header(bytes: &[u8]) -> String {
    let raw = decoded(bytes, None);
    let mut out = String::new();
    let mut rest: &str = raw.trim();
    let mut after_word = false;
    while let Some(at) = rest.find("=?") {
        let between = &rest[..at];
        let Some((text, behind)) = encoded_word(&rest[at + 2..]) else {
            out.push_str(&rest[..at + 2]);
            rest = &rest[at + 2..];
            after_word = false;
            continue;
        };
        if !(after_word && between.trim().is_empty()) {
            out.push_str(between);
        }
        out.push_str(&text);
        rest = behind;
        after_word = true;
    }
    out.push_str(rest);
    out.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The encoded word that a text begins with, behind its `=?`, and what follows it.
fn encoded_word(text: &str) -> Option<(String, &str)> {
    let (label, rest) = text.split_once('?')?;
    let (how, rest) = rest.split_once('?')?;
    let (content, rest) = rest.split_once("?=")?;
    let bytes = match how {
        "B" | "b" => base64_decode(content.as_bytes())?,
        "Q" | "q" => quoted_printable_decode(content.replace('_', " ").as_bytes())?,
        _ => return None,
    };
    Some((decoded(&bytes, Some(label)).into_owned(), rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_that_are_wrong_unknown_or_absent_lose_no_letters() {
        let text = "Ваш заказ отправлен, номер 80760274582874";
        let koi8 = KOI8_R.encode(text).0;
        let cp1251 = WINDOWS_1251.encode(text).0;
        assert_eq!(decoded(&koi8, Some("KOI8R")), text);
        assert_eq!(decoded(&cp1251, Some("win-1251")), text);
        assert_eq!(decoded(&cp1251, Some("ansi")), text);
        assert_eq!(decoded(&cp1251, None), text);
        for label in ["us-ascii", "iso-8859-1", "ansi", "x-unknown"] {
            assert_eq!(decoded(text.as_bytes(), Some(label)), text, "{label}");
        }
        let html =
            [&b"<html><head><meta http-equiv=Content-Type content=\"text/html; charset=koi8-r\"></head>"[..], &koi8]
                .concat();
        assert!(decoded(&html, None).ends_with(text));
        let german = "Ihre Bestellung wurde für Sie verschickt, über DHL";
        assert_eq!(decoded(&WINDOWS_1252.encode(german).0, Some("ansi")), german);
    }

    #[test]
    fn encoded_words_are_read_by_the_same_rules() {
        assert_eq!(header("=?us-ascii?Q?=D0=97=D0=B0?= =?UTF-8?B?0LrQsNC3?= 815".as_bytes()), "Заказ 815");
        assert_eq!(header(b"Order =? 815"), "Order =? 815");
    }
}
