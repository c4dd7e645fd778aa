//! Colours in the oldest spelling that every terminal knows.

/// Spells the sixteen basic colours as `31` or `97` where crossterm writes `38;5;1` and `38;5;15`: the same colours,
/// also on terminals without the palette of 256, in a third of the bytes. ECMA-48 8.3.117; 90–107 are aixterm's.
pub(super) fn shorten(frame: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(frame.len());
    let mut rest = frame;
    while let Some(start) = find(rest, b"\x1b[") {
        let (before, sequence) = rest.split_at(start + 2);
        out.extend_from_slice(before);
        let length = sequence.iter().take_while(|b| b.is_ascii_digit() || **b == b';').count();
        let (parameters, after) = sequence.split_at(length);
        if after.first() == Some(&b'm') {
            colours(parameters, &mut out);
        } else {
            out.extend_from_slice(parameters);
        }
        rest = after;
    }
    out.extend_from_slice(rest);
    out
}

fn find(bytes: &[u8], what: &[u8]) -> Option<usize> {
    bytes.windows(what.len()).position(|window| window == what)
}

fn colours(parameters: &[u8], out: &mut Vec<u8>) {
    let fields: Vec<&[u8]> = parameters.split(|b| *b == b';').collect();
    let mut fields = fields.as_slice();
    let mut first = true;
    while let [field, others @ ..] = fields {
        if !std::mem::take(&mut first) {
            out.push(b';');
        }
        if let Some(code) = basic(fields) {
            out.extend_from_slice(code.to_string().as_bytes());
            fields = &others[2..];
        } else {
            out.extend_from_slice(field);
            fields = others;
        }
    }
}

/// The short code of `38;5;n` or `48;5;n` with n below sixteen.
fn basic(fields: &[&[u8]]) -> Option<u8> {
    let [ground, b"5", index, ..] = fields else { return None };
    let base = match *ground {
        b"38" => 30,
        b"48" => 40,
        _ => return None,
    };
    match std::str::from_utf8(index).ok()?.parse::<u8>().ok()? {
        index @ 0..8 => Some(base + index),
        index @ 8..16 => Some(base + 60 + index - 8),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shortened(text: &str) -> String {
        String::from_utf8(shorten(text.as_bytes())).unwrap()
    }

    #[test]
    fn basic_colours_get_short_and_everything_else_stays() {
        assert_eq!(shortened("a\x1b[38;5;1;49mb"), "a\x1b[31;49mb");
        assert_eq!(shortened("\x1b[38;5;15;48;5;8m"), "\x1b[97;100m");
        for same in ["\x1b[38;5;16m", "\x1b[38;2;1;2;3m", "\x1b[1;5;3H", "\x1b[0m", "\x1b[m", "plain", "\x1b[38;5", "ж\x1b["] {
            assert_eq!(shortened(same), same);
        }
    }
}
