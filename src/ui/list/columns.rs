//! How wide each column of the table is. Room is given away in a fixed order, so that no column ever gets narrower in
//! a wider window.

use crate::texts::Language;

/// How many columns of the screen each part of a row has; 0: it is not there.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(super) struct Columns {
    pub title: usize,
    pub status: usize,
    pub news: usize,
    pub expected: usize,
    pub dispute: usize,
    pub carrier: usize,
    pub number: usize,
}

/// Cursor, mark, space; the space behind the title, two small marks, a space.
pub(super) const MARKS: usize = 3;
pub(super) const FLAGS: usize = 4;
/// Blank columns in front of a column of dates and of those behind it.
pub(super) const GAP: usize = 2;

/// Room for a column: the width it grows to, bit by bit, or comes with, behind so many blank columns.
enum Grant {
    Grows(fn(&mut Columns) -> &mut usize, usize),
    Comes(fn(&mut Columns) -> &mut usize, usize, usize),
}

impl Columns {
    pub fn new(total: usize, language: Language) -> Self {
        let mut columns = Self::default();
        let mut left = total.saturating_sub(MARKS + FLAGS);
        for grant in order(language) {
            let whole = match grant {
                Grant::Grows(column, width) => {
                    let column = column(&mut columns);
                    let more = (width - *column).min(left);
                    *column += more;
                    left -= more;
                    *column == width
                }
                Grant::Comes(column, width, gap) if left >= width + gap => {
                    *column(&mut columns) = width;
                    left -= width + gap;
                    true
                }
                Grant::Comes(..) => false,
            };
            if !whole {
                break;
            }
        }
        columns
    }
}

/// Who gets room first. Status and title come before all; then the dates that decide; then who has it, and its number.
fn order(language: Language) -> [Grant; 19] {
    let (news, expected, dispute) = if language == Language::Ru { (7, 10, 9) } else { (6, 9, 10) };
    [
        Grant::Grows(|c| &mut c.title, 9),
        Grant::Grows(|c| &mut c.status, 18),
        Grant::Grows(|c| &mut c.title, 11),
        Grant::Comes(|c| &mut c.news, news, 1),
        Grant::Grows(|c| &mut c.status, 21),
        Grant::Comes(|c| &mut c.dispute, dispute, GAP),
        Grant::Grows(|c| &mut c.title, 13),
        Grant::Grows(|c| &mut c.status, 26),
        Grant::Comes(|c| &mut c.expected, expected, GAP),
        Grant::Grows(|c| &mut c.title, 16),
        Grant::Grows(|c| &mut c.status, 31),
        Grant::Comes(|c| &mut c.carrier, 12, GAP),
        Grant::Comes(|c| &mut c.number, 16, GAP),
        Grant::Grows(|c| &mut c.title, 24),
        Grant::Grows(|c| &mut c.status, 38),
        Grant::Grows(|c| &mut c.expected, 13),
        Grant::Grows(|c| &mut c.carrier, 20),
        Grant::Grows(|c| &mut c.number, 22),
        Grant::Grows(|c| &mut c.title, 48),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(c: Columns) -> [usize; 7] {
        [c.title, c.status, c.news, c.expected, c.dispute, c.carrier, c.number]
    }

    #[test]
    fn eighty_columns_have_both_dates_and_a_hundred_and_twenty_the_number() {
        assert_eq!(all(Columns::new(80, Language::Ru)), [16, 26, 7, 10, 9, 0, 0]);
        assert_eq!(all(Columns::new(80, Language::En)), [16, 27, 6, 9, 10, 0, 0]);
        assert_eq!(all(Columns::new(60, Language::Ru)), [13, 21, 7, 0, 9, 0, 0]);
        assert!(all(Columns::new(120, Language::Ru)).iter().all(|width| *width > 0));
        assert!(all(Columns::new(30, Language::En))[..2].iter().all(|width| *width >= 9));
    }

    #[test]
    fn no_column_gets_narrower_in_a_wider_window_and_none_is_outside() {
        for language in [Language::En, Language::Ru] {
            for total in 30..300 {
                let (now, wider) = (Columns::new(total, language), Columns::new(total + 1, language));
                assert!(all(now).iter().zip(all(wider)).all(|(now, wider)| *now <= wider), "{total}");
                let used: usize = all(now).iter().map(|w| if *w > 0 { w + GAP } else { 0 }).sum();
                assert!(used + MARKS <= total + 3, "{total}: {now:?}");
            }
        }
    }
}
