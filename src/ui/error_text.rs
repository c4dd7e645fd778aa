//! An error in lines: what went wrong, and below it what to do.

use ratatui::text::Line;

use super::text_width::wrap;
use super::theme::Theme;
use crate::error_messages::ErrorMessage;

/// The sentence, then the hint, each from a line of its own on.
pub(super) fn lines(message: &ErrorMessage, columns: usize, theme: Theme) -> Vec<Line<'static>> {
    let what = wrap(&message.what, columns).into_iter().map(|line| Line::styled(line, theme.wrong()));
    let hint = message.hint.as_ref().map(|hint| wrap(hint, columns)).unwrap_or_default();
    what.chain(hint.into_iter().map(Line::raw)).collect()
}
