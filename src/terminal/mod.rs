//! The shell around the screen: raw mode, keys, signals, escape sequences, effects, and the one loop.
//!
//! It runs `app` and `ui`, and carries the effects of `app` out against `store` and `sync`. Nothing else in the
//! program writes to the terminal while the screen is open.

mod backend;
mod context;
mod database_watch;
mod effects;
mod event_loop;
mod external_editor;
mod first_screen;
mod frame_pacing;
mod hangup;
mod osc52;
mod paint;
mod setup;
mod sgr;
mod signals;
mod terminal_modes;
mod wakeup;

pub use context::ScreenContext;
pub use setup::run;

use std::io::IsTerminal;

/// Whether there is a terminal that can show the screen: both ends are one, and it can move its cursor.
#[must_use]
pub fn is_usable() -> bool {
    let dumb = std::env::var("TERM").is_ok_and(|term| term == "dumb");
    std::io::stdin().is_terminal() && std::io::stdout().is_terminal() && !dumb
}
