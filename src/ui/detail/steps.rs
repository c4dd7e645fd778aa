//! What to do, numbered: the number is the key that does it.

use ratatui::text::{Line, Span};

use super::super::draw_context::DrawContext;
use super::shown::Shown;
use crate::app::advice_steps::steps_on_screen;
use crate::domain::advice::Step;
use crate::t;
use crate::ui::lines_builder::TextLines;
use crate::ui::text_width::width;
use crate::wording;

/// Between two steps of a line.
const BETWEEN: usize = 3;

/// The steps one behind the other in at most so many lines; the last line says how many more there are.
pub(super) fn flowing(shown: Shown, columns: usize, rows: usize, pen: DrawContext) -> Vec<Line<'static>> {
    let mut steps = short(shown, pen).into_iter().enumerate().peekable();
    let mut lines: Vec<Line> = Vec::new();
    while steps.peek().is_some() && lines.len() < rows {
        let mut line = vec![Span::raw("  ")];
        let mut left = columns.saturating_sub(3);
        while let Some((at, text)) = steps.next_if(|(_, text)| line.len() == 1 || width(text) + 2 + BETWEEN <= left) {
            let gap = if line.len() == 1 { 0 } else { BETWEEN };
            let text = pen.cut(&text, left.saturating_sub(2 + gap));
            left = left.saturating_sub(width(&text) + 2 + gap);
            line.push(Span::raw(" ".repeat(gap)));
            line.push(Span::styled((at + 1).to_string(), pen.theme.key()));
            line.push(Span::raw(format!(" {text}")));
        }
        lines.push(Line::from(line));
    }
    let more = steps.count();
    if let (1.., Some(last)) = (more, lines.last_mut()) {
        let room = columns.saturating_sub(last.width() + BETWEEN);
        let texts = [t!(pen.texts, "detail-more-steps", n = more), format!("+{more}")];
        let text = texts.into_iter().find(|text| width(text) < room);
        last.spans.extend(text.map(|text| Span::styled(format!("   {text}"), pen.theme.dim())));
    }
    lines
}

/// Each step on a line of its own; with its reason where that is wanted.
pub(super) fn add(text: &mut TextLines, shown: Shown, with_reasons: bool, pen: DrawContext) {
    for (at, step) in steps(shown).iter().enumerate() {
        let said = if with_reasons {
            wording::advice::step(pen.texts, step, |day| pen.date(day))
        } else {
            wording::advice::action(pen.texts, step, |day| pen.date(day))
        };
        text.add_hanging(&format!("{} ", at + 1), pen.theme.key(), &said);
    }
}

fn short(shown: Shown, pen: DrawContext) -> Vec<String> {
    steps(shown).iter().map(|step| wording::advice::action(pen.texts, step, |day| pen.date(day))).collect()
}

fn steps(shown: Shown<'_>) -> Vec<&Step> {
    shown.advice.map(steps_on_screen).unwrap_or_default()
}
