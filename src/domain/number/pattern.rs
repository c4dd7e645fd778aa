//! Reads the notation of shapes (see [`super::format::Format`]) into byte matchers.

use super::normalise::{CODES, code};

/// Which characters may stand at one place: bit `code` is set for each.
pub(super) type Mask = u64;

/// All ten digits.
pub(super) const DIGITS: Mask = (1 << 10) - 1;
/// All twenty-six letters.
pub(super) const LETTERS: Mask = ((1 << CODES) - 1) & !DIGITS;

/// One shape with all lengths settled.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Pattern {
    /// One mask a character.
    pub masks: Vec<Mask>,
    /// The first character that the check digit covers.
    pub start: usize,
    /// The check digit's own place.
    pub check: usize,
}

/// Every fixed-length pattern of a shape; empty where the notation is not understood.
pub(super) fn patterns(shape: &str) -> Vec<Pattern> {
    let mut all = vec![Draft::default()];
    let bytes = shape.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        let Some(after) = step(bytes, at, &mut all) else { return Vec::new() };
        at = after;
    }
    all.into_iter().map(Draft::finish).collect()
}

#[derive(Clone, Default)]
struct Draft {
    masks: Vec<Mask>,
    open: Option<usize>,
    close: Option<usize>,
}

impl Draft {
    fn finish(self) -> Pattern {
        let last = self.close.unwrap_or(self.masks.len()).saturating_sub(1);
        Pattern { masks: self.masks, start: self.open.unwrap_or(0), check: last }
    }
}

/// Reads one piece of the notation; `None` where it is not understood.
fn step(bytes: &[u8], at: usize, all: &mut Vec<Draft>) -> Option<usize> {
    match bytes[at] {
        b'(' => {
            for draft in all.iter_mut() {
                draft.open = Some(draft.masks.len());
            }
            Some(at + 1)
        }
        b')' => {
            for draft in all.iter_mut() {
                draft.close = Some(draft.masks.len());
            }
            Some(at + 1)
        }
        _ => {
            let (mask, after) = class(bytes, at)?;
            let (least, most, after) = times(bytes, after)?;
            let grown = all.iter().flat_map(|draft| (least..=most).map(move |n| repeat(draft, mask, n)));
            *all = grown.collect();
            Some(after)
        }
    }
}

fn repeat(draft: &Draft, mask: Mask, n: usize) -> Draft {
    let mut draft = draft.clone();
    draft.masks.extend(std::iter::repeat_n(mask, n));
    draft
}

/// The class that starts there, and what follows it.
fn class(bytes: &[u8], at: usize) -> Option<(Mask, usize)> {
    match bytes[at] {
        b'd' => Some((DIGITS, at + 1)),
        b'l' => Some((LETTERS, at + 1)),
        b'x' => Some((DIGITS | LETTERS, at + 1)),
        b'[' => {
            let end = at + bytes[at..].iter().position(|&b| b == b']')?;
            Some((set(&bytes[at + 1..end])?, end + 1))
        }
        literal => Some((1 << code(literal)?, at + 1)),
    }
}

fn set(inside: &[u8]) -> Option<Mask> {
    let mut mask = 0;
    let mut at = 0;
    while at < inside.len() {
        let from = code(inside[at])?;
        let is_range = inside.get(at + 1) == Some(&b'-');
        let to = if is_range { code(*inside.get(at + 2)?)? } else { from };
        (from..=to).for_each(|c| mask |= 1 << c);
        at += if is_range { 3 } else { 1 };
    }
    Some(mask)
}

/// The `{n}` or `{n,m}` that starts there, or once.
fn times(bytes: &[u8], at: usize) -> Option<(usize, usize, usize)> {
    if bytes.get(at) != Some(&b'{') {
        return Some((1, 1, at));
    }
    let end = at + bytes[at..].iter().position(|&b| b == b'}')?;
    let inside = std::str::from_utf8(&bytes[at + 1..end]).ok()?;
    let (least, most) = inside.split_once(',').unwrap_or((inside, inside));
    Some((least.parse().ok()?, most.parse().ok()?, end + 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_shape_becomes_masks_and_a_checked_part() {
        let all = patterns("4PX(d{13})CN");
        assert_eq!(all.len(), 1);
        assert_eq!(all[0].masks.len(), 18);
        assert_eq!((all[0].start, all[0].check), (3, 15));
        assert_eq!(all[0].masks[3], DIGITS);
    }

    #[test]
    fn a_range_of_lengths_becomes_several_patterns() {
        let lengths: Vec<_> = patterns("Zx{2,4}").iter().map(|p| p.masks.len()).collect();
        assert_eq!(lengths, [3, 4, 5]);
    }

    #[test]
    fn a_set_holds_ranges_and_single_characters() {
        let mask = patterns("[A-CX9]")[0].masks[0];
        assert_eq!(mask.count_ones(), 5);
        assert_eq!(mask & DIGITS, 1 << 9);
    }

    #[test]
    fn nonsense_gives_nothing() {
        for shape in ["d{", "[A", "d{x}", "?", "[]{2", "[-"] {
            assert!(patterns(shape).is_empty(), "{shape}");
        }
    }
}
