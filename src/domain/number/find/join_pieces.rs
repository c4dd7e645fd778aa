//! Putting the pieces of a spaced or dashed number together.

use super::tokens::Token;
use crate::domain::number::TrackingNumber;
use crate::domain::number::normalise::{narrow, separates, unseen};

/// A number in pieces has no more of them, unless every character stands alone.
const MOST_PIECES: usize = 12;
/// A number in pieces is no longer.
const LONGEST: usize = 40;

/// Whether two pieces of one number may be so far apart: one space or dash.
fn joins(gap: &str) -> bool {
    let mut chars = gap.chars().filter(|&c| !unseen(c));
    match (chars.next(), chars.next()) {
        (None, _) => true,
        (Some('\n' | '\r' | '\t'), _) => false,
        (Some(c), None) => separates(c),
        _ => false,
    }
}

/// The ends of the pieces that may make one number from atom `i` on, farthest first; always `i + 1` as the last.
pub(super) fn ends(text: &str, atoms: &[Token], i: usize) -> Vec<usize> {
    let mut ends = vec![i + 1];
    let mut length = atoms[i].end - atoms[i].start;
    let mut digits = atoms[i].digits;
    let mut single = length <= 2;
    for end in i + 1..atoms.len() {
        let (last, next) = (&atoms[end - 1], &atoms[end]);
        length += next.end - next.start;
        single &= next.end - next.start <= 2;
        let pieces = end - i + 1;
        let gap = &text[last.end..next.start];
        if !next.ascii || length > LONGEST || (pieces > MOST_PIECES && !single) || !joins(gap) {
            break;
        }
        digits += next.digits;
        // a number has digits early on; prose has not
        if pieces >= 4 && digits == 0 {
            break;
        }
        if digits >= 5 && length >= 8 {
            ends.push(end + 1);
        }
    }
    ends.reverse();
    ends
}

/// The stretches of joinable pieces that hold atom `i`, a few pieces to each side.
pub(super) fn around(text: &str, atoms: &[Token], i: usize) -> Vec<(usize, usize)> {
    const SIDE: usize = 5;
    let joined = |k: usize| joins(&text[atoms[k - 1].end..atoms[k].start]);
    let least = (i.saturating_sub(SIDE)..i).rev().take_while(|&k| joined(k + 1)).last().unwrap_or(i);
    let most = (i + 1..atoms.len().min(i + 1 + SIDE)).take_while(|&k| joined(k)).last().map_or(i + 1, |k| k + 1);
    (least..=i).flat_map(|start| (i + 1..=most).map(move |end| (start, end))).collect()
}

/// The end of the groups of digits that start at atom `i`.
pub(super) fn digits(text: &str, atoms: &[Token], i: usize) -> usize {
    let mut end = i + 1;
    while let (Some(last), Some(next)) = (atoms.get(end - 1), atoms.get(end)) {
        if !last.is_digits() || !next.is_digits() || !joins(&text[last.end..next.start]) || end - i > LONGEST {
            break;
        }
        end += 1;
    }
    end
}

/// The end of what goes on with dashes right after `end`.
pub(super) fn dashed(text: &str, atoms: &[Token], i: usize, mut end: usize) -> usize {
    while let (Some(last), Some(next)) = (atoms.get(end - 1), atoms.get(end)) {
        if &text[last.end..next.start] != "-" || !next.ascii || end - i > 5 {
            break;
        }
        end += 1;
    }
    end
}

/// The pieces as one normalised number.
pub(super) fn joined(text: &str, atoms: &[Token]) -> String {
    let chars = atoms.iter().flat_map(|a| a.text(text).chars());
    chars.filter(|&c| !unseen(c)).map(|c| narrow(c).to_ascii_uppercase()).take(TrackingNumber::MAX + 1).collect()
}

/// What kind a character is of; numbers glued to something end where it changes.
fn kind(c: char) -> u8 {
    match c {
        '0'..='9' => 0,
        'A'..='Z' => 1,
        'a'..='z' => 2,
        _ => 3,
    }
}

/// The parts of a run between changes of kind that may be a number: ASCII, 8 to 34 characters, longest first.
pub(super) fn inner(run: &str) -> Vec<(usize, usize)> {
    const MOST_CHANGES: usize = 24;
    let mut cuts = vec![0];
    let mut before = None;
    for (at, c) in run.char_indices() {
        let now = kind(c);
        if before.is_some_and(|b| b != now) {
            cuts.push(at);
        }
        before = Some(now);
        if cuts.len() > MOST_CHANGES {
            return Vec::new();
        }
    }
    cuts.push(run.len());
    let mut parts = Vec::new();
    for (k, &start) in cuts.iter().enumerate() {
        let fits = |end: usize| (8..=34).contains(&(end - start)) && end - start < run.len();
        parts.extend(cuts[k + 1..].iter().copied().filter(|&end| fits(end)).map(|end| (start, end)));
    }
    parts.retain(|&(start, end)| run[start..end].is_ascii());
    parts.sort_by_key(|(start, end)| std::cmp::Reverse(end - start));
    parts
}
