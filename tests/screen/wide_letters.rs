//! Letters that take two columns, under what is drawn over them.

use posylka::app::{Code, Input, Settings};
use posylka::domain::CleanText;
use posylka::texts::Language;
use unicode_width::UnicodeWidthStr;

use super::world::{Screen, parcels};

/// Every cell that a terminal gets shows what was meant: no border is swallowed by half a wide letter before it.
#[test]
fn a_box_over_wide_letters_keeps_every_border() {
    for columns in (60..110).step_by(3) {
        let mut screen = Screen::full((columns, 24), Language::En, Settings::default());
        // One more blank before each title moves the wide letters by a column.
        for (at, (parcel, _)) in parcels().into_iter().enumerate() {
            let title = CleanText::some_line(&format!("{}{}", "x".repeat(at % 2), "到达目的国".repeat(14)));
            let parcel = posylka::domain::Parcel { title, ..parcel };
            screen.send(Input::Updated(vec![(parcel.id, Some(parcel))]));
        }
        for key in ["a", "e", "d", "b", "m", "?", "o"] {
            screen.press(key);
            let shown = screen.drawn_cells();
            let mut covered = 0;
            for row in shown.content.chunks(usize::from(columns)) {
                for pair in row.windows(2) {
                    let border = ["│", "╭", "╰"].contains(&pair[1].symbol());
                    covered += usize::from(border && pair[0].symbol().width() > 1);
                }
            }
            assert_eq!(covered, 0, "{key} at {columns} columns\n{}", screen.text());
            screen.code(Code::Esc);
            screen.code(Code::Esc);
        }
    }
}
