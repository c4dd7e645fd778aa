//! Spellings that can be compared: lower case, one alphabet, and the letters that transliterations disagree on made
//! equal. `Внуково` and `Vnukovo` come out the same; Chinese and other scripts without an alphabet stay as they are
//! and can only be compared with themselves.

/// A text reduced to what its transliterations have in common: words of letters and digits, parted by single spaces.
pub(super) fn reduced(text: &str) -> String {
    let latin = latin(text);
    let mut out = String::with_capacity(latin.len());
    let mut rest = latin.trim_start();
    while let Some(first) = rest.chars().next() {
        let (sound, length) = sound(rest.as_bytes()).unwrap_or((&rest[..first.len_utf8()], first.len_utf8()));
        rest = &rest[length..];
        for c in sound.chars() {
            // Doubled letters are often written singly.
            if c.is_ascii_digit() || !out.ends_with(c) {
                out.push(c);
            }
        }
    }
    out.truncate(out.trim_end().len());
    out
}

/// Letters that are one sound, or one of several spellings of it, and how many bytes of the text they are.
fn sound(text: &[u8]) -> Option<(&'static str, usize)> {
    Some(match text {
        [b's', b'h', b'c', b'h', ..] => ("s", 4),
        [b's', b'c', b'h', ..] => ("s", 3),
        [b's', b'h' | b'z', ..] => ("s", 2),
        [b't', b'c', b'h', ..] => ("q", 3),
        [b'c', b'h' | b'z', ..] | [b't', b's' | b'z', ..] => ("q", 2),
        [b'z', b'h', ..] => ("z", 2),
        [b'k', b'h', ..] => ("h", 2),
        [b'c', b'k', ..] => ("k", 2),
        [b'p', b'h', ..] => ("f", 2),
        [b'y' | b'j' | b'i', b'e', ..] => ("e", 2),
        [b'c', ..] => ("k", 1),
        [b'y' | b'j', ..] => ("i", 1),
        [b'w', ..] => ("v", 1),
        _ => return None,
    })
}

/// Lower case in the Latin alphabet, as far as the letters can be; everything but letters and digits is a space.
fn latin(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars().flat_map(char::to_lowercase) {
        match c {
            'a'..='z' | '0'..='9' => out.push(c),
            '\'' | '’' | '`' | 'ʼ' => {}
            _ if c.is_ascii() => out.push(' '),
            _ => match letter(c) {
                Some(latin) => out.push_str(latin),
                None => out.push(if c.is_alphanumeric() { c } else { ' ' }),
            },
        }
    }
    out
}

/// A Cyrillic letter or a Latin one with a mark, in plain Latin letters; the Cyrillic ones as passports spell them.
fn letter(c: char) -> Option<&'static str> {
    Some(match c {
        'а' | 'ә' | 'á' | 'à' | 'â' | 'ä' | 'ã' | 'å' | 'ą' | 'ă' | 'ā' => "a",
        'б' => "b",
        'в' | 'ў' => "v",
        'г' | 'ґ' | 'ғ' | 'ğ' => "g",
        'д' | 'ď' | 'đ' | 'ð' => "d",
        'е' | 'ё' | 'э' | 'є' | 'é' | 'è' | 'ê' | 'ë' | 'ę' | 'ě' | 'ė' | 'ē' => "e",
        'ж' => "zh",
        'з' | 'ź' | 'ž' | 'ż' => "z",
        'и' | 'й' | 'ы' | 'і' | 'ї' | 'í' | 'ì' | 'î' | 'ï' | 'ı' | 'ī' | 'į' | 'ý' | 'ÿ' => "i",
        'к' | 'қ' | 'ķ' => "k",
        'л' | 'ł' | 'ľ' | 'ļ' => "l",
        'м' => "m",
        'н' | 'ң' | 'ñ' | 'ń' | 'ň' | 'ņ' => "n",
        'о' | 'ө' | 'ó' | 'ò' | 'ô' | 'ö' | 'õ' | 'ø' | 'ő' => "o",
        'п' => "p",
        'р' | 'ř' => "r",
        'с' | 'ś' | 'ş' | 'ș' | 'ß' | 'š' => "s",
        'т' | 'ť' | 'ț' | 'ţ' => "t",
        'у' | 'ү' | 'ұ' | 'ú' | 'ù' | 'û' | 'ü' | 'ů' | 'ű' | 'ū' | 'ų' => "u",
        'ф' => "f",
        'х' | 'һ' => "kh",
        'ц' => "ts",
        'ч' | 'č' => "ch",
        'ш' => "sh",
        'щ' => "shch",
        'ю' => "iu",
        'я' => "ia",
        'ь' | 'ъ' | '\u{301}' | '\u{307}' => "",
        'ç' | 'ć' => "c",
        'æ' => "ae",
        'œ' => "oe",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_one_name_come_together() {
        for (one, other) in [
            ("Внуково", "VNUKOVO"),
            ("Шереметьево", "Sheremetyevo"),
            ("Екатеринбург", "Yekaterinburg"),
            ("Нижний Новгород", "Nizhny Novgorod"),
            ("Ярославль", "Yaroslavl'"),
            ("Алматы", "Almaty"),
            ("Вроцлав", "Wrotslav"),
            ("Łódź", "Lodz"),
            ("Köln", "koln"),
            ("Хабаровск", "Khabarovsk"),
            ("Щёлково", "Schelkovo"),
        ] {
            assert_eq!(reduced(one), reduced(other), "{one} {other}");
        }
        assert_eq!(reduced(" Moscow,  EMS-11 "), "moskov ems 11");
        assert_eq!(reduced("广州 Guangzhou"), "广州 guangzou");
        assert_ne!(reduced("Vnukovo"), reduced("Domodedovo"));
    }
}
