//! How large the terminal is, also where it does not say.

use std::env;

/// What a terminal that says nothing is taken for, in columns and rows.
const USUAL: (u16, u16) = (80, 24);
/// More than any real terminal has: a larger figure is a mistake, and its cells would take all memory.
const MOST: u16 = 2000;

/// Columns and rows: of the terminal, else what the environment says (`COLUMNS`, `LINES`), else 80 x 24. A serial line and
/// a program that opens a terminal without a window report 0 x 0.
pub(super) fn screen_size() -> (u16, u16) {
    let told = rustix::termios::tcgetwinsize(rustix::stdio::stdout()).map_or((0, 0), |size| (size.ws_col, size.ws_row));
    known(told, |name| env::var(name).ok())
}

/// Each dimension by itself: some terminals know only one of them.
fn known((columns, rows): (u16, u16), variable: impl Fn(&str) -> Option<String>) -> (u16, u16) {
    let or = |told: u16, name: &str, usual: u16| {
        let said = || variable(name)?.trim().parse().ok().filter(|size| (1..=MOST).contains(size));
        if told > 0 { told.min(MOST) } else { said().unwrap_or(usual) }
    };
    (or(columns, "COLUMNS", USUAL.0), or(rows, "LINES", USUAL.1))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn size(told: (u16, u16), columns: &str, lines: &str) -> (u16, u16) {
        known(told, |name| Some(if name == "COLUMNS" { columns } else { lines }.to_owned()))
    }

    #[test]
    fn the_terminal_counts_then_the_environment_then_the_usual() {
        assert_eq!(size((100, 30), "90", "20"), (100, 30));
        assert_eq!(size((32768, 40000), "90", "20"), (MOST, MOST));
        assert_eq!(size((0, 0), "90", "20"), (90, 20));
        assert_eq!(size((0, 30), "90", "20"), (90, 30));
        for nonsense in ["", "0", "-3", "many", "65536", "9999"] {
            assert_eq!(size((0, 0), nonsense, nonsense), USUAL);
        }
        assert_eq!(known((0, 0), |_| None), USUAL);
    }
}
