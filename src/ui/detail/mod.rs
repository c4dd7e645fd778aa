//! The chosen parcel: what is known of it in short, then its timeline. One long text that scrolls.

mod advice;
mod orders;
mod parcel_facts;
mod source_health;

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::Line;
use ratatui::widgets::{Block, Paragraph};

use super::layout::inside;
use super::lines_builder::TextLines;
use super::{draw_context::DrawContext, timeline};
use crate::app::{DetailData, Focus, ScrollWindow};
use crate::domain::Parcel;
use crate::t;
use crate::ui::theme::Theme;

/// Draws the detail into a frame; says which rows were in view.
pub(super) fn draw(frame: &mut Frame, area: Rect, pen: DrawContext) -> ScrollWindow {
    let focused = pen.app.focus == Focus::Detail;
    let title_style = if focused { Theme::strong() } else { Style::new() };
    let mut block = Block::bordered().border_set(pen.theme.marks.border).border_style(pen.theme.frame(focused));
    if let Some((parcel, _)) = pen.app.shown() {
        let title = pen.cut(parcel.name(), usize::from(area.width).saturating_sub(4));
        block = block.title(Line::styled(format!(" {title} "), title_style));
    }
    frame.render_widget(block, area);
    let inner = inside(area);
    let text = TextLines::new(usize::from(inner.width));
    let lines = match pen.app.shown() {
        Some((parcel, dossier)) => contents(text, parcel, dossier, pen),
        None => nothing(text, pen),
    };
    let window = ScrollWindow::clamped(pen.app.detail.window.top, usize::from(inner.height), lines.len());
    let shown: Vec<Line> = lines.into_iter().skip(window.top).take(window.height).collect();
    frame.render_widget(Paragraph::new(shown), inner);
    window
}

fn nothing(mut text: TextLines, pen: DrawContext) -> Vec<Line<'static>> {
    let loading = pen.app.selected().is_some();
    let word = if loading { t!(pen.texts, "detail-loading") } else { t!(pen.texts, "detail-none") };
    text.add(&word, pen.theme.dim());
    text.lines
}

fn contents(mut text: TextLines, parcel: &Parcel, dossier: &DetailData, pen: DrawContext) -> Vec<Line<'static>> {
    parcel_facts::add(&mut text, parcel, dossier, pen);
    source_health::add(&mut text, parcel, dossier, pen);
    text.gap();
    timeline::add(&mut text, parcel, &dossier.timeline, pen);
    text.lines
}
