//! The row above the keys: a notice, and what the loop is doing: what fails, what is being asked, when is asked next.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use ratatui::widgets::{Clear, Paragraph};

use super::text_width::width;
use super::{draw_context::DrawContext, notice_text, unasked_text};
use crate::app::Mode;
use crate::app::relative_time;
use crate::t;
use crate::wording;

/// Draws the row if there is something to say. A notice that needs more than one line also covers what is above it.
pub(super) fn draw(frame: &mut Frame, area: Rect, pen: DrawContext) {
    // A dialog covers what a notice would be about.
    let toast = pen.app.toast.as_ref().filter(|_| matches!(pen.app.mode, Mode::Browse | Mode::Confirm(_)));
    let columns = usize::from(area.width).saturating_sub(2);
    let parts = parts(pen);
    let lines = match toast {
        Some(toast) => beside(notice_text::lines(&toast.notice, columns, pen), parts, columns, pen),
        None if parts.is_empty() => return,
        None => vec![joined(parts, columns, pen)],
    };
    let rows = u16::try_from(lines.len()).unwrap_or(u16::MAX).clamp(area.height, area.bottom());
    let area = Rect { y: area.bottom() - rows, height: rows, ..area };
    frame.render_widget(Clear, area);
    let indented = Rect { x: area.x + 1, width: area.width.saturating_sub(1), ..area };
    frame.render_widget(Paragraph::new(lines), indented);
}

/// A notice of one line, and behind it what the loop is doing where there is room.
fn beside(
    mut notice: Vec<Line<'static>>,
    parts: Vec<(String, Style)>,
    columns: usize,
    pen: DrawContext,
) -> Vec<Line<'static>> {
    let ([line], Some((text, style))) = (&mut notice[..], parts.into_iter().next()) else { return notice };
    let room = columns.saturating_sub(line.width());
    if width(&text) + 3 <= room {
        line.spans.push(Span::raw(" ".repeat(room - width(&text))));
        line.spans.push(Span::styled(pen.cut(&text, room), style));
    }
    notice
}

/// The parts, the most important first, as far as there is room.
fn joined(parts: Vec<(String, Style)>, columns: usize, pen: DrawContext) -> Line<'static> {
    let mut spans: Vec<Span> = Vec::new();
    let mut used = 0;
    for (text, style) in parts {
        let dot = if spans.is_empty() { "" } else { pen.theme.marks.dot };
        if !spans.is_empty() && used + width(dot) + width(&text) > columns {
            break;
        }
        used += width(dot) + width(&text);
        spans.push(Span::raw(dot));
        spans.push(Span::styled(pen.cut(&text, columns), style));
    }
    Line::from(spans)
}

/// What there is to say, the most important thing first.
fn parts(pen: DrawContext) -> Vec<(String, Style)> {
    let work = &pen.app.work;
    let mut parts = Vec::new();
    if let Some(failure) = &work.broken {
        let what = failure.message(pen.texts).what;
        parts.push((t!(pen.texts, "bottom-broken", what = what.as_str()), pen.theme.wrong()));
    } else if work.offline {
        parts.push((t!(pen.texts, "bottom-offline"), pen.theme.trouble()));
    } else {
        if let Some((done, total)) = work.checking {
            parts.push((t!(pen.texts, "bottom-checking", done = done, total = total), pen.theme.key()));
        }
        if let Some(text) = trouble(pen) {
            parts.push((format!("{} {text}", pen.theme.marks.failing), pen.theme.trouble()));
        }
        let rest = rest(pen);
        if !rest.is_empty() && work.checking.is_none() {
            parts.push((rest, pen.theme.dim()));
        }
    }
    if pen.app.settings.demo {
        parts.push((t!(pen.texts, "bottom-demo"), pen.theme.dim()));
    }
    parts
}

fn trouble(pen: DrawContext) -> Option<String> {
    let work = &pen.app.work;
    if let Some((source, outcome, until)) = work.pause(pen.now) {
        let ended = wording::trouble::told(pen.texts, outcome, work.detail(source, outcome).map(|detail| &**detail));
        let (source, outcome) = (pen.source_name(source), ended);
        return Some(match until {
            Some(until) => {
                t!(pen.texts, "bottom-trouble-until", source = source, outcome = outcome, time = pen.moment(until))
            }
            None => t!(pen.texts, "bottom-trouble", source = source, outcome = outcome),
        });
    }
    let (source, outcome) = work.failure()?;
    let ended = wording::trouble::told(pen.texts, outcome, work.detail(source, outcome).map(|detail| &**detail));
    let (source, outcome) = (pen.source_name(source), ended);
    Some(t!(pen.texts, "bottom-trouble", source = source, outcome = outcome))
}

fn rest(pen: DrawContext) -> String {
    let work = &pen.app.work;
    let next = work.next_check_at.filter(|at| *at > pen.now);
    if let Some(text) = unasked_text::never_asked(next, pen) {
        return text;
    }
    match next {
        Some(at) => t!(pen.texts, "bottom-fresh-next", time = pen.length(relative_time::until(at, pen.now))),
        None if work.started && !pen.app.list.all().is_empty() => t!(pen.texts, "bottom-fresh"),
        None => String::new(),
    }
}
