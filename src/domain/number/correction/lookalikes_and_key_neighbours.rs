//! What lies next to what: on the keyboard, and to the eye.

/// The rows of a keyboard as they are staggered.
const ROWS: [&[u8]; 4] = [b"1234567890", b"QWERTYUIOP", b"ASDFGHJKL", b"ZXCVBNM"];
/// The digits of a numeric pad.
const PAD: [&[u8]; 4] = [b"789", b"456", b"123", b"0"];
/// Characters that are taken for each other when read.
const ALIKE: &[&[u8; 2]] = &[
    b"08", b"06", b"09", b"17", b"38", b"56", b"68", b"69", b"89", b"14", b"49", b"35", b"27", b"PR", b"MN", b"VU",
    b"VY", b"CG", b"EF", b"IL", b"OQ", b"DO", b"UV", b"KX",
];

/// The digit and the letter that are taken for each other.
const CONFUSED: &[(u8, u8)] = &[(b'0', b'O'), (b'1', b'I'), (b'5', b'S'), (b'8', b'B'), (b'2', b'Z'), (b'6', b'G')];

/// The character that another one is confused with across digits and letters.
pub(super) fn confused(byte: u8) -> Option<u8> {
    match byte {
        b'Q' => Some(b'0'),
        b'L' => Some(b'1'),
        _ => CONFUSED.iter().find_map(|&(d, l)| match byte {
            b if b == d => Some(l),
            b if b == l => Some(d),
            _ => None,
        }),
    }
}

/// Whether two characters look alike.
pub(super) fn alike(a: u8, b: u8) -> bool {
    ALIKE.iter().any(|pair| **pair == [a, b] || **pair == [b, a])
}

/// Whether two keys are neighbours.
pub(super) fn neighbours(a: u8, b: u8) -> bool {
    let near = |x: Option<(usize, usize)>, y: Option<(usize, usize)>| matches!((x, y), (Some(x), Some(y)) if x.0.abs_diff(y.0) <= 1 && x.1.abs_diff(y.1) <= 1);
    near(place(&ROWS, a), place(&ROWS, b)) || near(place(&PAD, a), place(&PAD, b))
}

fn place(rows: &[&[u8]], key: u8) -> Option<(usize, usize)> {
    rows.iter().enumerate().find_map(|(r, keys)| Some((r, keys.iter().position(|&k| k == key)?)))
}

/// The Latin letter that a letter of another alphabet looks like, in upper case.
pub(super) fn look_alike(c: char) -> Option<char> {
    Some(match c {
        'А' | 'Α' => 'A',
        'В' | 'Β' => 'B',
        'С' | 'Ϲ' => 'C',
        'Ԁ' => 'D',
        'Е' | 'Ё' | 'Ε' => 'E',
        'Ԍ' => 'G',
        'Н' | 'Η' | 'Һ' => 'H',
        'І' | 'Ι' | 'Ӏ' | 'Ї' => 'I',
        'Ј' => 'J',
        'К' | 'Κ' => 'K',
        'М' | 'Μ' => 'M',
        'Ν' => 'N',
        'О' | 'Ο' => 'O',
        'Р' | 'Ρ' => 'P',
        'Ԛ' => 'Q',
        'Ѕ' => 'S',
        'Т' | 'Τ' => 'T',
        'У' | 'Υ' | 'Ү' => 'Y',
        'Ѵ' => 'V',
        'Ԝ' => 'W',
        'Х' | 'Χ' => 'X',
        'Ζ' => 'Z',
        // digits that a letter is typed for
        'З' => '3',
        'Ч' => '4',
        'Б' => '6',
        _ => return None,
    })
}

/// The Latin letter on the key of a Russian or Ukrainian one, in upper case.
pub(super) fn layout(c: char) -> Option<char> {
    const RUSSIAN: &str = "ЙЦУКЕНГШЩЗФЫВАПРОЛДЯЧСМИТЬІ";
    const LATIN: &str = "QWERTYUIOPASDFGHJKLZXCVBNMS";
    let place = RUSSIAN.chars().position(|r| r == c)?;
    LATIN.chars().nth(place)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_layout_is_one_to_one() {
        assert_eq!("КИ".chars().filter_map(layout).collect::<String>(), "RB");
        let all: String = "ЙЦУКЕНГШЩЗФЫВАПРОЛДЯЧСМИТЬ".chars().filter_map(layout).collect();
        assert_eq!(all, "QWERTYUIOPASDFGHJKLZXCVBNM");
        assert_eq!(layout('Х'), None);
    }

    #[test]
    fn neighbours_are_on_the_row_and_on_the_pad() {
        assert!(neighbours(b'4', b'5') && neighbours(b'4', b'7') && neighbours(b'4', b'1'));
        assert!(!neighbours(b'1', b'9') && !neighbours(b'A', b'L'));
    }

    #[test]
    fn letters_and_digits_are_confused_both_ways() {
        assert_eq!(confused(b'O'), Some(b'0'));
        assert_eq!(confused(b'8'), Some(b'B'));
        assert_eq!(confused(b'X'), None);
    }
}
