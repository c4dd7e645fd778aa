//! Which part of the screen goes where, by size.
//!
//! From 100 columns: list and detail side by side. From 60: one above the other where there are rows enough, or
//! else the one that has the keyboard. Below 30x8: nothing.

use ratatui::layout::{Constraint, Layout, Rect};

use crate::app::{App, Focus};

const SMALLEST: (u16, u16) = (30, 8);
const SIDE_BY_SIDE: u16 = 100;
const STACKED: (u16, u16) = (60, 20);
/// The frame above and below the rows of the list.
const AROUND_LIST: u16 = 2;
const LOWEST_LIST: u16 = 5;
/// What an empty list says.
const ROWS_OF_ADVICE: u16 = 6;

/// Where everything goes.
pub(super) struct LayoutPlan {
    pub header: Rect,
    pub list: Option<Rect>,
    pub detail: Option<Rect>,
    pub bottom: Rect,
}

impl LayoutPlan {
    /// `None`: the screen is too small for anything.
    pub fn new(area: Rect, app: &App) -> Option<Self> {
        if area.width < SMALLEST.0 || area.height < SMALLEST.1 {
            return None;
        }
        let [header, body, bottom] =
            Layout::vertical([Constraint::Length(1), Constraint::Fill(1), Constraint::Length(1)]).areas(area);
        let (list, detail) = panes(body, area, app);
        Some(Self { header, list, detail, bottom })
    }
}

fn panes(body: Rect, area: Rect, app: &App) -> (Option<Rect>, Option<Rect>) {
    if area.width >= SIDE_BY_SIDE {
        let list = (area.width * 9 / 20).clamp(45, 76);
        let [list, detail] = Layout::horizontal([Constraint::Length(list), Constraint::Fill(1)]).areas(body);
        return (Some(list), Some(detail));
    }
    if area.width >= STACKED.0 && area.height >= STACKED.1 {
        let list = list_height(body.height, app);
        let [list, detail] = Layout::vertical([Constraint::Length(list), Constraint::Fill(1)]).areas(body);
        return (Some(list), Some(detail));
    }
    match app.focus {
        Focus::List => (Some(body), None),
        Focus::Detail => (None, Some(body)),
    }
}

/// How high the list is above the detail: as high as its rows need, up to about half of the screen; low while the
/// keyboard is in the detail.
fn list_height(body: u16, app: &App) -> u16 {
    let most = match app.focus {
        Focus::List => body / 2 + 1,
        Focus::Detail => body / 4,
    };
    let rows = match app.list.rows().len() {
        0 => ROWS_OF_ADVICE,
        rows => u16::try_from(rows).unwrap_or(u16::MAX),
    };
    rows.saturating_add(AROUND_LIST).clamp(LOWEST_LIST, most.max(LOWEST_LIST))
}

/// A line in two: what is left, and as much on the right as a text needs.
pub(super) fn split_right(area: Rect, text: &str) -> [Rect; 2] {
    let columns = u16::try_from(super::text_width::width(text)).unwrap_or(u16::MAX);
    Layout::horizontal([Constraint::Fill(1), Constraint::Length(columns.min(area.width))]).areas(area)
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
        width: area.width.saturating_sub(AROUND_LIST),
        height: area.height.saturating_sub(AROUND_LIST),
    }
}
