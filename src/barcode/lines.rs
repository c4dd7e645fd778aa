//! Modules as characters: what is dark is ink.

/// With what the modules are drawn.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ModuleStyle {
    /// Half blocks: two modules a cell.
    Blocks,
    /// `#` and spaces: one module of Code 128 a cell, one module of QR two cells.
    Ascii,
}

/// A row of bars; a module too many is given a light neighbour.
pub(super) fn bars(modules: &[bool], ink: ModuleStyle) -> String {
    match ink {
        ModuleStyle::Ascii => modules.iter().map(|dark| if *dark { '#' } else { ' ' }).collect(),
        ModuleStyle::Blocks => {
            modules.chunks(2).map(|pair| side_by_side(pair[0], pair.get(1) == Some(&true))).collect()
        }
    }
}

/// Rows of a square; below the last one it is light.
pub(super) fn qr(rows: &[Vec<bool>], ink: ModuleStyle) -> Vec<String> {
    match ink {
        ModuleStyle::Ascii => {
            rows.iter().map(|row| row.iter().map(|dark| if *dark { "##" } else { "  " }).collect()).collect()
        }
        ModuleStyle::Blocks => rows.chunks(2).map(|pair| two_rows(&pair[0], pair.get(1))).collect(),
    }
}

/// Whether the whole cell is dark, so that it is to be painted as dark ground: a full block leaves white hairs between the
/// rows in many fonts, and `#` is no ink at all.
#[must_use]
pub fn is_dark(cell: char) -> bool {
    matches!(cell, '█' | '#')
}

fn two_rows(upper: &[bool], lower: Option<&Vec<bool>>) -> String {
    let lower = |at: usize| lower.and_then(|row| row.get(at)) == Some(&true);
    upper.iter().enumerate().map(|(at, upper)| one_above_the_other(*upper, lower(at))).collect()
}

fn side_by_side(left: bool, right: bool) -> char {
    match (left, right) {
        (true, true) => '█',
        (true, false) => '▌',
        (false, true) => '▐',
        (false, false) => ' ',
    }
}

fn one_above_the_other(upper: bool, lower: bool) -> char {
    match (upper, lower) {
        (true, true) => '█',
        (true, false) => '▀',
        (false, true) => '▄',
        (false, false) => ' ',
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_modules_share_a_cell() {
        assert_eq!(bars(&[true, true, false, true, true], ModuleStyle::Blocks), "█▐▌");
        assert_eq!(bars(&[true, false, true], ModuleStyle::Ascii), "# #");
        let rows = [vec![true, false, true], vec![true, true, false], vec![false, true, false]];
        assert_eq!(qr(&rows, ModuleStyle::Blocks), ["█▄▀", " ▀ "]);
        assert_eq!(qr(&rows, ModuleStyle::Ascii), ["##  ##", "####  ", "  ##  "]);
    }
}
