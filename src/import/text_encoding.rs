//! Bytes to text: Unicode with and without its mark, and what old spreadsheets write.

use encoding_rs::{GB18030, UTF_16BE, UTF_16LE, WINDOWS_1251};

/// How the bytes of a text that is no Unicode are read.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Encoding {
    /// What Russian spreadsheets write.
    Windows1251,
    /// What Chinese ones write.
    Gb18030,
}

/// So many first bytes tell what a text is.
const HEAD: usize = 64 << 10;

/// The text; `None` where it is none: bytes that no text has.
pub(super) fn decode(bytes: &[u8], wanted: Option<Encoding>) -> Option<String> {
    let wide = wide(bytes);
    if let Some(encoding) = wide {
        return Some(encoding.decode(bytes).0.into_owned());
    }
    if bytes[..bytes.len().min(HEAD)].contains(&0) {
        return None;
    }
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Some(text.to_owned());
    }
    let encoding = match wanted {
        Some(Encoding::Windows1251) => WINDOWS_1251,
        Some(Encoding::Gb18030) => GB18030,
        None => likeliest(bytes),
    };
    Some(encoding.decode_without_bom_handling(bytes).0.into_owned())
}

/// UTF-16: by its mark, or by every other byte of a text that is mostly ASCII being zero.
fn wide(bytes: &[u8]) -> Option<&'static encoding_rs::Encoding> {
    match bytes {
        [0xff, 0xfe, ..] => return Some(UTF_16LE),
        [0xfe, 0xff, ..] => return Some(UTF_16BE),
        _ => {}
    }
    let head = &bytes[..bytes.len().min(HEAD)];
    let zeros = |from: usize| head.iter().skip(from).step_by(2).filter(|byte| **byte == 0).count();
    let (first, second) = (zeros(0), zeros(1));
    let many = head.len() / 8;
    if head.len() < 8 || first.max(second) <= many {
        return None;
    }
    match (first, second) {
        (0, _) => Some(UTF_16LE),
        (_, 0) => Some(UTF_16BE),
        _ => None,
    }
}

/// Bytes beyond ASCII stand alone or in runs of any length in Russian; in Chinese they come in pairs that make
/// characters in use.
fn likeliest(bytes: &[u8]) -> &'static encoding_rs::Encoding {
    let head = &bytes[..bytes.len().min(HEAD)];
    let (chinese, _, wrong) = GB18030.decode(head);
    if wrong {
        return WINDOWS_1251;
    }
    let common = |c: char| ('\u{4e00}'..='\u{9fa5}').contains(&c);
    let wide = chinese.chars().filter(|c| !c.is_ascii()).count();
    let (russian, ..) = WINDOWS_1251.decode(head);
    let letters = russian.chars().filter(|c| matches!(c, 'а'..='я' | 'А'..='Я' | 'ё' | 'Ё' | '№' | '«' | '»')).count();
    let beyond = russian.chars().filter(|c| !c.is_ascii()).count();
    // Russian read as Russian is letters throughout; Chinese read as Russian is full of signs.
    if letters * 10 >= beyond * 9 || chinese.chars().filter(|c| common(*c)).count() * 2 < wide {
        WINDOWS_1251
    } else {
        GB18030
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_way_of_writing_is_read() {
        let russian = "Заказ;Трек-номер;Дата заказа\n815;RB123456785CN;03.11.2026\n";
        let chinese = "订单编号,运单号,下单时间,商品标题\n815,RB123456785CN,2026-11-03,蓝色茶壶\n";
        let (cyrillic, ..) = WINDOWS_1251.encode(russian);
        let (gb, ..) = GB18030.encode(chinese);
        assert_eq!(decode(&cyrillic, None).as_deref(), Some(russian));
        assert_eq!(decode(&gb, None).as_deref(), Some(chinese));
        for text in [russian, chinese] {
            assert_eq!(decode(text.as_bytes(), None).as_deref(), Some(text));
            assert_eq!(decode(format!("\u{feff}{text}").as_bytes(), None).as_deref(), Some(text));
            let le: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
            let be: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
            assert_eq!(decode(&[b"\xff\xfe", &le[..]].concat(), None).as_deref(), Some(text));
            assert_eq!(decode(&[b"\xfe\xff", &be[..]].concat(), None).as_deref(), Some(text));
            assert_eq!(decode(&le, None).as_deref(), Some(text));
            assert_eq!(decode(&be, None).as_deref(), Some(text));
        }
    }

    #[test]
    fn what_the_user_says_counts_and_a_picture_is_no_text() {
        let (cyrillic, ..) = WINDOWS_1251.encode("Заказ");
        assert_eq!(decode(&cyrillic, Some(Encoding::Windows1251)).as_deref(), Some("Заказ"));
        assert_ne!(decode(&cyrillic, Some(Encoding::Gb18030)).as_deref(), Some("Заказ"));
        assert_eq!(decode(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x01\0", None), None);
    }
}
