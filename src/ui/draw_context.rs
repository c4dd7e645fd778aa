//! What every part of the drawing needs.

use chrono::{DateTime, Utc};

use super::theme::Theme;
use crate::app::App;
use crate::texts::Texts;

/// The state, the texts, the marks and colours, and the time of one frame.
#[derive(Clone, Copy)]
pub(super) struct DrawContext<'a> {
    pub(super) app: &'a App,
    pub(super) texts: &'a Texts,
    pub(super) theme: Theme,
    pub(super) now: DateTime<Utc>,
}
