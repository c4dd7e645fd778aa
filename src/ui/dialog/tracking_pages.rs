//! The list of pages where a parcel can be looked up, with their whole addresses: a terminal may open them by a click.

use ratatui::Frame;
use ratatui::text::{Line, Span};
use ratatui::widgets::Paragraph;

use super::super::draw_context::DrawContext;
use super::open;
use crate::app::tracking_pages::TrackingPagesDialog;
use crate::t;
use crate::ui::text_width::wrap;
use crate::ui::theme::Theme;

const COLUMNS: u16 = 78;

pub(in crate::ui) fn draw(frame: &mut Frame, shown: &TrackingPagesDialog, pen: DrawContext) {
    let columns = usize::from(COLUMNS.min(frame.area().width)).saturating_sub(6);
    let mut lines: Vec<Line> = Vec::new();
    let mut cursor = 0;
    for (place, page) in shown.pages.iter().enumerate() {
        let chosen = place == shown.at;
        if chosen {
            cursor = lines.len();
        }
        let mark = if chosen { pen.theme.marks.cursor } else { " " };
        let style = if chosen { Theme::strong() } else { ratatui::style::Style::new() };
        lines.push(Line::from(vec![Span::styled(mark, pen.theme.key()), Span::styled(page.name.to_string(), style)]));
        lines.extend(
            wrap(&page.url, columns).into_iter().map(|line| Line::styled(format!("  {line}"), pen.theme.dim())),
        );
    }
    let rows = u16::try_from(lines.len() + 2).unwrap_or(u16::MAX);
    let area = open(frame, &t!(pen.texts, "pages-title", name = shown.name.as_str()), COLUMNS, rows, pen);
    // A page takes two rows or more: the cursor's is brought into view.
    let height = usize::from(area.height);
    let top = (cursor + 3).saturating_sub(height).min(cursor);
    frame.render_widget(Paragraph::new(lines.split_off(top.min(lines.len()))), area);
}
