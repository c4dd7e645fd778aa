//! A text alone on the screen, to be marked with the mouse: no frame beside it, and rows that the terminal breaks itself, so
//! that what is marked over several of them is copied as one line.

use ratatui::Frame;
use ratatui::text::Line;
use ratatui::widgets::{Clear, Paragraph};
use unicode_segmentation::UnicodeSegmentation;

use super::draw_context::DrawContext;
use super::text_width::width;
use crate::app::{App, Mode};
use crate::t;
use crate::texts::Texts;

/// One row of the text; `goes_on`: the terminal breaks it here, the text does not.
#[derive(Clone, PartialEq, Eq, Debug)]
struct Row {
    text: String,
    goes_on: bool,
}

/// What is shown of the text, and what is said below it.
struct Page {
    rows: Vec<Row>,
    hint: String,
}

/// Draws it into cells.
pub(super) fn draw(frame: &mut Frame, pen: DrawContext) {
    let area = frame.area();
    let Some(page) = page(pen.app, pen.texts, area.width, area.height) else { return };
    let mut lines: Vec<Line> = page.rows.into_iter().map(|row| Line::raw(row.text)).collect();
    lines.resize(usize::from(area.height.saturating_sub(1)), Line::default());
    lines.push(Line::styled(page.hint, pen.theme.dim()));
    frame.render_widget(Clear, area);
    frame.render_widget(Paragraph::new(lines), area);
}

/// The same for a terminal, as lines that it breaks itself; the last row is the hint's. `None`: something else is shown.
#[must_use]
pub fn plain_screen(app: &App, texts: &Texts) -> Option<(String, String)> {
    let page = page(app, texts, app.size.0, app.size.1)?;
    let mut text = String::new();
    for row in &page.rows {
        text.push_str(&row.text);
        if !row.goes_on {
            text.push_str("\r\n");
        }
    }
    Some((text.trim_end_matches("\r\n").to_owned(), page.hint))
}

fn page(app: &App, texts: &Texts, columns: u16, height: u16) -> Option<Page> {
    let Mode::Marking { text, page, is_needed, .. } = &app.mode else { return None };
    let rows = rows(text, usize::from(columns).max(2));
    let height = usize::from(height.saturating_sub(1)).max(1);
    let pages = rows.len().div_ceil(height).max(1);
    let at = (*page).min(pages - 1);
    let mut hint = if *is_needed { t!(texts, "marking-needed") } else { t!(texts, "marking-hint") };
    if pages > 1 {
        hint = format!("{} {hint}", t!(texts, "marking-page", page = (at + 1).to_string(), pages = pages.to_string()));
    }
    let hint = super::text_width::cut(&hint, usize::from(columns).saturating_sub(1), "");
    Some(Page { rows: rows.into_iter().skip(at * height).take(height).collect(), hint })
}

/// The text in rows as a terminal breaks it: wherever a row is full.
fn rows(text: &str, columns: usize) -> Vec<Row> {
    let mut rows = Vec::new();
    for line in text.lines() {
        let mut row = Row { text: String::new(), goes_on: false };
        let mut used = 0;
        for grapheme in line.graphemes(true) {
            let wide = width(grapheme);
            if used + wide > columns {
                rows.push(Row {
                    goes_on: true,
                    ..std::mem::replace(&mut row, Row { text: String::new(), goes_on: false })
                });
                used = 0;
            }
            row.text.push_str(grapheme);
            used += wide;
        }
        rows.push(row);
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_line_is_broken_by_the_terminal_and_a_short_one_by_the_text() {
        let shown: Vec<(String, bool)> =
            rows("abcdefg\n\n到达目", 3).into_iter().map(|r| (r.text, r.goes_on)).collect();
        let row = |text: &str, goes_on| (text.to_owned(), goes_on);
        let wide = [row("到", true), row("达", true), row("目", false)];
        assert_eq!(shown[..4], [row("abc", true), row("def", true), row("g", false), row("", false)]);
        assert_eq!(shown[4..], wide);
    }
}
