//! Typed or pasted? Many terminals mark a paste (bracketed paste); GNU screen, `tmux paste-buffer`, the console's mouse and
//! `expect` do not: there pasted text arrives as keys. What comes together is text, never a command.
//!
//! The rule is in `judgement.rs`; here is how long it takes: a key that could be the first of a paste is held for
//! [`TOGETHER`], a paste until it has been quiet for [`QUIET`]. What is drawn was held first, so that whoever answers to what
//! they see is never taken for a part of it.

mod arrival;
mod judgement;
mod pasted_text;
#[cfg(test)]
mod tests;

use std::time::{Duration, Instant};

use crate::app::Key;
use crate::app::keymap::KeyScope;
pub(super) use arrival::Arrival;
use judgement::{Judgement, Together};

/// Keys closer together than this came together: no hand types two in this time, and key repeat is slower.
pub(super) const TOGETHER: Duration = Duration::from_millis(10);
/// After so long without a key a paste is over.
pub(super) const QUIET: Duration = Duration::from_millis(50);
/// Whoever has typed a key by itself so recently is typing.
const TYPING: Duration = Duration::from_secs(1);
/// The longest paste, in keys; what goes beyond it is dropped.
const LONGEST: usize = 1 << 20;

/// The keys that are not decided yet.
#[derive(Default)]
pub(super) struct Arrivals {
    held: Vec<Key>,
    run: Run,
    /// When a key came by itself.
    typed: Option<Instant>,
    /// What is held is a paste, whatever follows.
    is_paste: bool,
}

/// Keys that came together, those that were given out included.
#[derive(Default)]
struct Run {
    length: usize,
    /// How many of them are text.
    texts: usize,
    /// The one that all of them are.
    same: Option<Key>,
    last: Option<Instant>,
    /// Somebody was typing when it began.
    is_typing: bool,
}

impl Arrivals {
    /// Takes a key in, and gives out what was decided before it came. `place` is where it would act now.
    pub fn push(&mut self, key: Key, at: Instant, place: KeyScope) -> Vec<Arrival> {
        let before = self.take(at, place);
        if self.run.last.is_none_or(|last| at.saturating_duration_since(last) >= TOGETHER) {
            if self.run.length == 1 {
                self.typed = self.run.last;
            }
            let is_typing = self.typed.is_some_and(|typed| at.saturating_duration_since(typed) < TYPING);
            self.run = Run { same: Some(key), is_typing, ..Run::default() };
        }
        self.run.length += 1;
        self.run.texts += usize::from(judgement::is_text(key));
        self.run.last = self.run.last.max(Some(at));
        self.run.same = self.run.same.filter(|same| *same == key);
        if self.held.len() < LONGEST {
            self.held.push(key);
        }
        before
    }

    /// When [`Self::take`] will have something to give; `None`: nothing is held.
    pub fn due(&self, place: KeyScope) -> Option<Instant> {
        if self.held.is_empty() {
            return None;
        }
        Some(self.run.last? + wait(self.judge(place)))
    }

    /// Gives out what is decided by now.
    pub fn take(&mut self, now: Instant, place: KeyScope) -> Vec<Arrival> {
        if self.held.is_empty() {
            return Vec::new();
        }
        let judgement = self.judge(place);
        self.is_paste = judgement == Judgement::Pasted;
        let due = self.run.last.is_some_and(|last| now.saturating_duration_since(last) >= wait(judgement));
        if due { self.give(judgement, place) } else { Vec::new() }
    }

    /// Gives out everything, because something else came that is to stay behind it.
    pub fn take_all(&mut self, place: KeyScope) -> Vec<Arrival> {
        let all = self.give(self.judge(place), place);
        self.run = Run::default();
        all
    }

    fn judge(&self, place: KeyScope) -> Judgement {
        let Run { length, texts, same, is_typing, .. } = self.run;
        if self.is_paste {
            Judgement::Pasted
        } else if place.is_text() {
            judgement::in_text(&self.held, place, Together { length, texts, is_same: same.is_some(), is_typing })
        } else {
            judgement::among_commands(&self.held, place)
        }
    }

    fn give(&mut self, judgement: Judgement, place: KeyScope) -> Vec<Arrival> {
        self.is_paste = false;
        let keys = std::mem::take(&mut self.held);
        if judgement == Judgement::Pasted {
            return pasted_text::arrivals(&keys, place);
        }
        keys.into_iter().map(Arrival::Key).collect()
    }
}

fn wait(judgement: Judgement) -> Duration {
    match judgement {
        Judgement::Typed => Duration::ZERO,
        Judgement::Open => TOGETHER,
        Judgement::Pasted => QUIET,
    }
}
