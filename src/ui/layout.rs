//! Which part of the screen goes where, by size. One rule for all sizes, so that a wider or taller window never shows
//! less: the table above, the chosen parcel below it, each as high as the height allows, and neither ever lower in a
//! higher window. `docs/screen.md` gives the reasons. Below 30x8: nothing.

use ratatui::layout::{Constraint, Layout, Rect};

use crate::app::{App, Focus};

const SMALLEST: (u16, u16) = (30, 8);
/// The header, the rule above the parcel and the keys.
const FIXED: u16 = 3;
/// From so many rows on, the row of trouble is kept free when there is nothing to say.
const OWN_STATUS_ROW: u16 = 12;
/// From so many rows for table and parcel on, the columns have heads.
const WITH_HEADS: u16 = 9;
/// While the parcel has the keyboard: what it gets before the table gets anything, and the most that the table gets.
const PARCEL_FIRST: u16 = 14;
const MOST_ABOVE: u16 = 5;

/// Where everything goes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct LayoutPlan {
    pub header: Rect,
    pub heads: Option<Rect>,
    pub list: Option<Rect>,
    /// The rule that names the parcel, and the parcel below it.
    pub parcel: Option<[Rect; 2]>,
    /// Notices, trouble and progress; in a low window it covers the parcel's last row while there is something to say.
    pub status: Rect,
    pub keys: Rect,
}

impl LayoutPlan {
    /// `None`: the screen is too small for anything.
    pub fn new(area: Rect, app: &App) -> Option<Self> {
        if area.width < SMALLEST.0 || area.height < SMALLEST.1 {
            return None;
        }
        let row = |y, height| Rect { x: area.x, y: area.y + y, width: area.width, height };
        let own_status = u16::from(area.height >= OWN_STATUS_ROW);
        let (header, keys) = (row(0, 1), row(area.height - 1, 1));
        let status = row(area.height - 2, 1);
        let rows = u16::try_from(app.list.rows().len()).unwrap_or(u16::MAX);
        if rows == 0 {
            let list = row(1, area.height - 2 - own_status);
            return Some(Self { header, heads: None, list: Some(list), parcel: None, status, keys });
        }
        let room = area.height - FIXED - own_status;
        let heads = u16::from(room >= WITH_HEADS);
        let table = table_height(room, app.focus).min(rows.saturating_add(heads));
        let heads = heads.min(table);
        let parcel = [row(1 + table, 1), row(2 + table, room - table)];
        Some(Self {
            header,
            heads: (heads > 0).then(|| row(1, 1)),
            list: (table > heads).then(|| row(1 + heads, table - heads)),
            parcel: Some(parcel),
            status,
            keys,
        })
    }
}

/// How high the table with its heads is at most: somewhat less than half of what there is; low while the keyboard is in
/// the parcel.
fn table_height(room: u16, focus: Focus) -> u16 {
    match focus {
        Focus::List => (room * 9).div_ceil(19),
        Focus::Detail => room.saturating_sub(PARCEL_FIRST).min(MOST_ABOVE),
    }
}

/// A box in the middle of the screen, as large as there is room for.
pub(super) fn centred(area: Rect, columns: u16, rows: u16) -> Rect {
    area.centered(Constraint::Length(columns.min(area.width)), Constraint::Length(rows.min(area.height)))
}

/// What is inside a frame.
pub(super) fn inside(area: Rect) -> Rect {
    Rect {
        x: area.x.saturating_add(1),
        y: area.y.saturating_add(1),
        width: area.width.saturating_sub(2),
        height: area.height.saturating_sub(2),
    }
}

/// A line in two: what is left, and as much on the right as a text needs.
pub(super) fn split_right(area: Rect, text: &str) -> [Rect; 2] {
    let columns = u16::try_from(super::text_width::width(text)).unwrap_or(u16::MAX);
    Layout::horizontal([Constraint::Fill(1), Constraint::Length(columns.min(area.width))]).areas(area)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Rows of the table, of its heads, and of the parcel, in a window of that height with many parcels.
    fn heights(height: u16, focus: Focus) -> (u16, u16, u16) {
        let mut app = App::new(crate::app::Settings::default(), (80, height), chrono::DateTime::UNIX_EPOCH);
        let parcels =
            (0..99).map(|id| crate::domain::Parcel::new(crate::domain::ParcelId(id), chrono::DateTime::UNIX_EPOCH));
        let _ =
            crate::app::update(&mut app, crate::app::Input::Parcels(parcels.collect()), chrono::DateTime::UNIX_EPOCH);
        app.focus = focus;
        let plan = LayoutPlan::new(Rect::new(0, 0, 80, height), &app).unwrap();
        let high = |rect: Option<Rect>| rect.map_or(0, |rect| rect.height);
        (high(plan.list), high(plan.heads), plan.parcel.unwrap()[1].height)
    }

    #[test]
    fn the_usual_terminal_has_nine_rows_and_ten_lines_of_the_parcel() {
        assert_eq!(heights(24, Focus::List), (9, 1, 10));
        assert_eq!(heights(40, Focus::List), (17, 1, 18));
        assert_eq!(heights(8, Focus::List), (3, 0, 2));
        assert_eq!(heights(24, Focus::Detail), (4, 1, 15));
        assert_eq!(heights(15, Focus::Detail), (0, 0, 11));
    }

    #[test]
    fn nothing_gets_lower_in_a_higher_window() {
        for focus in [Focus::List, Focus::Detail] {
            for height in 8..100 {
                let (now, higher) = (heights(height, focus), heights(height + 1, focus));
                assert!(now.0 <= higher.0 && now.1 <= higher.1 && now.2 <= higher.2, "{height}: {now:?} {higher:?}");
            }
        }
    }
}
