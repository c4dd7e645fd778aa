//! Which part of a long text is in view.

/// Which part of a long text is in view.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct ScrollWindow {
    /// The first row in view.
    pub top: usize,
    /// How many rows fit.
    pub height: usize,
    /// How many rows there are.
    pub total: usize,
}

impl ScrollWindow {
    /// The window moved so that it stays inside the text.
    #[must_use]
    pub fn clamped(top: usize, height: usize, total: usize) -> Self {
        Self { top: top.min(total.saturating_sub(height)), height, total }
    }
}
