//! The first line: how many parcels are in which state, those that are stuck first; how the list is shown, and where in
//! it the cursor is.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::layout::split_right;
use super::text_width::width;
use super::{domain_text, draw_context::DrawContext};
use crate::domain::{SortKey, Urgency};
use crate::t;
use crate::ui::theme::Theme;

/// Narrower than this, the counts need the room of the name.
const WITH_NAME: usize = 44;

pub(super) fn draw(frame: &mut Frame, area: Rect, pen: DrawContext) {
    let right = format!(" {} ", shown_how(pen, usize::from(area.width) / 2));
    let [area, end] = split_right(area, &right);
    frame.render_widget(Line::styled(right, Theme::strong()), end);
    let columns = usize::from(area.width);
    let mut line = Vec::new();
    let mut used = 0;
    if usize::from(pen.app.size.0) >= WITH_NAME {
        line.push(Span::styled(format!(" {} ", t!(pen.texts, "name")), Theme::strong()));
        used = width(&line[0].content);
    }
    for (i, (text, style)) in counts(pen).into_iter().enumerate() {
        let gap = if i == 0 { " " } else { pen.theme.marks.dot };
        if used + width(gap) + width(&text) > columns {
            break;
        }
        used += width(gap) + width(&text);
        line.push(Span::raw(gap));
        line.push(Span::styled(text, style));
    }
    frame.render_widget(Line::from(line), area);
}

/// How many of each kind, behind the kind's mark.
fn counts(pen: DrawContext) -> Vec<(String, Style)> {
    let (counts, marks, texts) = (pen.app.list.counts(), pen.theme.marks, pen.texts);
    let all = [
        (counts.stuck, marks.stale, t!(texts, "header-stuck", n = counts.stuck), Urgency::Stale),
        (counts.ready, marks.ready, t!(texts, "header-ready", n = counts.ready), Urgency::Ready),
        (counts.trouble, marks.trouble, t!(texts, "header-trouble", n = counts.trouble), Urgency::Trouble),
        (counts.quiet, marks.quiet, t!(texts, "header-quiet", n = counts.quiet), Urgency::Quiet),
        (counts.on_the_way, marks.moving, t!(texts, "header-on-the-way", n = counts.on_the_way), Urgency::Moving),
        (counts.waiting, marks.waiting, t!(texts, "header-waiting", n = counts.waiting), Urgency::Waiting),
        (counts.finished, marks.done, t!(texts, "header-finished", n = counts.finished), Urgency::Finished),
    ];
    let there = all.into_iter().filter(|(n, ..)| *n > 0);
    there.map(|(_, mark, text, urgency)| (format!("{mark} {text}"), pen.theme.urgency(urgency))).collect()
}

/// The archive, the filter and the order, where they are not the usual ones; then the row of the cursor, of how many.
fn shown_how(pen: DrawContext, columns: usize) -> String {
    let list = &pen.app.list;
    let news = list.counts().news;
    let place = list.position().map_or(0, |row| row + 1);
    let place = format!("{place}/{}", if list.is_complete() { list.rows().len() } else { list.counts().listed() });
    let mut how = Vec::new();
    if news > 0 {
        how.push(format!("{} {}", pen.theme.marks.news, t!(pen.texts, "header-news", n = news)));
    }
    if list.archived {
        how.push(t!(pen.texts, "list-title-archived"));
    }
    if !list.filter.is_empty() {
        how.push(t!(pen.texts, "list-filter", text = list.filter.text()));
    }
    if list.sort != SortKey::Urgency {
        how.push(order(pen));
    }
    if how.is_empty() {
        return place;
    }
    let how = pen.cut(&how.join(pen.theme.marks.dot), columns.saturating_sub(width(&place) + 2));
    format!("{how}  {place}")
}

fn order(pen: DrawContext) -> String {
    domain_text::lookup(
        pen.texts,
        match pen.app.list.sort {
            SortKey::Urgency => "sort-urgency",
            SortKey::Title => "sort-title",
            SortKey::Number => "sort-number",
            SortKey::Status => "sort-status",
            SortKey::Silent => "sort-silence",
            SortKey::Eta => "sort-eta",
            SortKey::Protection => "sort-protection",
            SortKey::Changed => "sort-changed",
            SortKey::Added => "sort-added",
        },
    )
}
