//! A text cut into pieces, each about one number or order.

use std::ops::Range;

/// Where each piece is, in lines. `anchors`: the lines on which numbers or orders stand that begin a piece, in order, each
/// once. Paragraphs stay whole where each holds one; else a piece goes from its line to the next one's.
pub(super) fn pieces(lines: &[&str], anchors: &[usize]) -> Vec<Range<usize>> {
    let whole = 0..lines.len();
    if anchors.len() < 2 {
        return vec![whole];
    }
    let paragraphs: Vec<usize> = anchors.iter().map(|line| paragraph_of(lines, *line)).collect();
    let apart = paragraphs.windows(2).all(|pair| pair[0] != pair[1]);
    let starts = if apart {
        paragraphs
    } else if is_titled_above(lines, anchors) {
        anchors.iter().map(|line| above(lines, *line).unwrap_or(*line)).collect()
    } else {
        anchors.to_vec()
    };
    let ends = starts.iter().skip(1).copied().chain([whole.end]);
    starts.iter().copied().zip(ends).map(|(start, end)| start..end).collect()
}

/// The first line of the paragraph that a line is in.
fn paragraph_of(lines: &[&str], line: usize) -> usize {
    lines[..line].iter().rposition(|line| line.trim().is_empty()).map_or(0, |blank| blank + 1)
}

/// Whether names stand above their numbers: every line that is not blank is one or the other, in turns.
fn is_titled_above(lines: &[&str], anchors: &[usize]) -> bool {
    let filled: Vec<usize> = (0..lines.len()).filter(|at| !lines[*at].trim().is_empty()).collect();
    filled.len() == 2 * anchors.len() && filled.chunks(2).zip(anchors).all(|(pair, anchor)| pair[1] == *anchor)
}

fn above(lines: &[&str], line: usize) -> Option<usize> {
    lines[..line].iter().rposition(|line| !line.trim().is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(text: &str) -> Vec<String> {
        let lines: Vec<&str> = text.split('/').collect();
        let anchors: Vec<usize> = (0..lines.len()).filter(|at| lines[*at].contains('#')).collect();
        pieces(&lines, &anchors).into_iter().map(|piece| lines[piece].join("/")).collect()
    }

    #[test]
    fn each_piece_is_about_one() {
        assert_eq!(cut("hello/#1/a"), ["hello/#1/a"]);
        assert_eq!(cut("hello/#1/a/#2/b"), ["#1/a", "#2/b"]);
        assert_eq!(cut("a/#1/b/#2"), ["a/#1", "b/#2"]);
        assert_eq!(cut("hello//a/#1/x//b/#2/y//bye"), ["a/#1/x/", "b/#2/y//bye"]);
    }
}
