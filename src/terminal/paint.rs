//! Drawing one frame of the screen.

use std::io;

use chrono::{DateTime, Utc};

use super::backend::TerminalBackend;
use crate::app::App;
use crate::texts::Texts;
use crate::ui;

/// Draws a frame and hands back what of it was in view.
pub(super) fn paint(screen: &mut TerminalBackend, app: &mut App, texts: &Texts, now: DateTime<Utc>) -> io::Result<()> {
    if let Some((text, hint)) = ui::plain_screen(app, texts) {
        return screen.draw_plain(&text, &hint);
    }
    let mut drawn = None;
    screen.draw(|frame| drawn = Some(ui::draw(frame, app, texts, now)))?;
    if let Some(drawn) = drawn {
        app.drawn(drawn);
    }
    Ok(())
}
