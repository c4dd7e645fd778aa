//! The first line: how many parcels are in which state, and how the list is shown.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::layout::split_right;
use super::text_width::width;
use super::{domain_text, draw_context::DrawContext};
use crate::domain::{SortKey, Urgency};
use crate::t;
use crate::ui::theme::Theme;

/// Narrower than this, the counts need the room.
const WITH_ORDER: usize = 60;

pub(super) fn draw(frame: &mut Frame, area: Rect, pen: DrawContext) {
    let order = format!("{} ", order(pen));
    let with_order = usize::from(area.width) >= WITH_ORDER;
    let [area, right] = if with_order { split_right(area, &order) } else { [area, Rect::default()] };
    frame.render_widget(Line::styled(order, pen.theme.dim()), right);
    let columns = usize::from(area.width);
    let mut left = vec![Span::raw(" "), Span::styled(t!(pen.texts, "name"), Theme::strong())];
    let mut used = 1 + width(&left[1].content);
    for (i, (text, style)) in counts(pen).into_iter().enumerate() {
        let gap = if i == 0 { "   " } else { pen.theme.marks.dot };
        if used + width(gap) + width(&text) + 1 > columns {
            break;
        }
        used += width(gap) + width(&text);
        left.push(Span::raw(gap));
        left.push(Span::styled(text, style));
    }
    frame.render_widget(Line::from(left), area);
}

fn counts(pen: DrawContext) -> Vec<(String, ratatui::style::Style)> {
    let counts = pen.app.list.counts();
    let stuck = (counts.stuck, t!(pen.texts, "header-stuck", n = counts.stuck), Urgency::Stale);
    let ready = (counts.ready, t!(pen.texts, "header-ready", n = counts.ready), Urgency::Ready);
    let moving = (counts.on_the_way, t!(pen.texts, "header-on-the-way", n = counts.on_the_way), Urgency::Moving);
    let waiting = (counts.waiting, t!(pen.texts, "header-waiting", n = counts.waiting), Urgency::Waiting);
    let finished = (counts.finished, t!(pen.texts, "header-finished", n = counts.finished), Urgency::Finished);
    let all = [moving, ready, stuck, waiting, finished].into_iter();
    all.filter(|(n, ..)| *n > 0).map(|(_, text, urgency)| (text, pen.theme.urgency(urgency))).collect()
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
