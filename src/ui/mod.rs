//! Draws [`App`] into cells. Decides nothing, changes nothing.
//!
//! ```text
//! header.rs      counts, how the list is shown, place of the cursor
//! list/          heads, rows: marks, title, status, news, expected, dispute by, carrier, number
//! detail/        ── name ───────────────────────── numbers ──
//!                brief.rs: verdict.rs, steps.rs, facts.rs, timeline/ ; all.rs while it has the keyboard
//! status_row.rs  a notice (notice_text.rs), what fails, what is being asked
//! key_hints.rs   the keys that matter here
//! over them, one at a time: dialog/*.rs, help.rs
//! ```
//!
//! `layout.rs` says how high each of these is.

mod date_text;
mod detail;
mod dialog;
mod domain_text;
mod draw_context;
mod error_text;
mod header;
mod help;
mod key_hints;
mod layout;
mod lines_builder;
mod list;
mod marking;
mod notice_text;
mod status_row;
pub mod svg_picture;
mod text_width;
mod theme;
mod timeline;
mod unasked_text;

use chrono::{DateTime, Utc};
use ratatui::Frame;
use ratatui::text::Line;
use ratatui::widgets::Paragraph;

pub use help::markdown as keys_document;
pub use marking::plain_screen;

use crate::app::{App, Drawn, Mode};
use crate::t;
use crate::texts::Texts;
use draw_context::DrawContext;
use layout::LayoutPlan;
use theme::Theme;

/// Draws the whole screen, and says what of it was in view: hand that to [`App::drawn`].
pub fn draw(frame: &mut Frame, app: &App, texts: &Texts, now: DateTime<Utc>) -> Drawn {
    let pen = DrawContext { app, texts, theme: Theme::new(app.settings.ascii, app.looks, app.settings.is_mono()), now };
    let drawn = draw_cells(frame, pen);
    pen.theme.ground(frame.buffer_mut());
    drawn
}

fn draw_cells(frame: &mut Frame, pen: DrawContext) -> Drawn {
    let app = pen.app;
    if matches!(app.mode, Mode::Marking { .. }) {
        marking::draw(frame, pen);
        return Drawn::default();
    }
    let Some(plan) = LayoutPlan::new(frame.area(), app) else {
        draw_too_small(frame, pen);
        return Drawn::default();
    };
    header::draw(frame, plan.header, pen);
    if let Some(heads) = plan.heads {
        list::draw_heads(frame, heads, pen);
    }
    let mut drawn = Drawn {
        list: plan.list.map(|area| list::draw(frame, area, pen)),
        detail: plan.parcel.map(|areas| detail::draw(frame, areas, pen)),
        help: None,
        message: None,
    };
    status_row::draw(frame, plan.status, pen);
    key_hints::draw(frame, plan.keys, pen);
    match &app.mode {
        Mode::Browse | Mode::Filter(_) | Mode::Marking { .. } => {}
        Mode::Add(add) => dialog::add::draw(frame, add, pen),
        Mode::Edit(form) => dialog::edit::draw(frame, form, pen),
        Mode::Snooze(asked) => dialog::snooze::draw(frame, asked, pen),
        Mode::Confirm(question) => dialog::confirm::draw(frame, question, pen),
        Mode::Pages(shown) => dialog::tracking_pages::draw(frame, shown, pen),
        Mode::Barcode(shown) => dialog::barcode::draw(frame, shown, pen),
        Mode::Message(dialog) => drawn.message = Some(dialog::message::draw(frame, dialog, pen)),
        Mode::MessageLog(top) => drawn.help = Some(dialog::message_log::draw(frame, *top, pen)),
        Mode::Help(top) => drawn.help = Some(help::draw(frame, *top, pen)),
    }
    break_nowhere(frame);
    drawn
}

/// A space that must not end a line is a space to the terminal.
fn break_nowhere(frame: &mut Frame) {
    for cell in frame.buffer_mut().content.iter_mut().filter(|cell| cell.symbol() == text_width::NO_BREAK) {
        cell.set_symbol(" ");
    }
}

fn draw_too_small(frame: &mut Frame, pen: DrawContext) {
    let area = frame.area();
    let lines = text_width::wrap(&t!(pen.texts, "small-screen"), usize::from(area.width));
    frame.render_widget(Paragraph::new(lines.into_iter().map(Line::from).collect::<Vec<_>>()), area);
}
