//! When to draw: at once after a key, and not more often than an eye can follow otherwise.

use std::time::{Duration, Instant};

/// Least time between two frames that no key asked for.
const FRAME: Duration = Duration::from_millis(50);

/// What a frame is drawn for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum FrameFor {
    /// A key, pasted text or a new size: a person waits for it.
    Person,
    /// What came by itself.
    News,
}

pub(super) struct Pace {
    drawn: Option<Instant>,
}

impl Pace {
    pub fn new() -> Self {
        Self { drawn: None }
    }

    pub fn last_drawn(&self) -> Option<Instant> {
        self.drawn
    }

    pub fn drew(&mut self, at: Instant) {
        self.drawn = Some(at);
    }

    /// How long the next frame has to wait; nothing when a person waits for it.
    pub fn wait(&self, now: Instant, frame_for: FrameFor) -> Duration {
        match self.drawn {
            Some(drawn) if frame_for == FrameFor::News => (drawn + FRAME).saturating_duration_since(now),
            _ => Duration::ZERO,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_answered_at_once_and_news_wait_for_the_frame() {
        let mut pace = Pace::new();
        let start = Instant::now();
        assert_eq!(pace.wait(start, FrameFor::News), Duration::ZERO);
        pace.drew(start);
        assert_eq!(pace.wait(start, FrameFor::Person), Duration::ZERO);
        assert_eq!(pace.wait(start, FrameFor::News), FRAME);
        assert_eq!(pace.wait(start + FRAME, FrameFor::News), Duration::ZERO);
    }
}
