//! What an input brings about: effects, and a new frame unless nothing that is seen has changed.

use super::effect::Effect;

/// What [`super::update`] answers. Every input brings about a new frame, except where its handler says
/// [`Reaction::quiet`]: a change cannot be left undrawn by forgetting to ask for a frame.
#[derive(Debug)]
#[must_use = "effects are to be carried out, and what changed is to be drawn"]
pub struct Reaction {
    /// To be carried out, in this order.
    pub effects: Vec<Effect>,
    /// Whether a new frame is to be drawn.
    pub redraw: bool,
}

impl Reaction {
    /// A new frame.
    pub fn redraw() -> Self {
        Self { effects: Vec::new(), redraw: true }
    }

    /// No new frame: nothing that is seen has changed.
    pub fn quiet() -> Self {
        Self { effects: Vec::new(), redraw: false }
    }

    /// A new frame only if something that is seen has changed.
    pub fn redraw_if(changed: bool) -> Self {
        if changed { Self::redraw() } else { Self::quiet() }
    }

    /// The same, and these effects after those that it has.
    pub fn with(mut self, effects: impl IntoIterator<Item = impl Into<Effect>>) -> Self {
        self.effects.extend(effects.into_iter().map(Into::into));
        self
    }
}
