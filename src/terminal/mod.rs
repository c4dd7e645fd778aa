//! The shell around the screen: raw mode, keys, signals, escape sequences, effects, and the one loop.
//!
//! It runs `app` and `ui`, and carries the effects of `app` out against `store` and `sync`. Nothing else in the
//! program writes to the terminal while the screen is open.

mod arrivals;
mod backend;
mod clipboard;
mod colour_answers;
mod daily_backup;
mod database_watch;
mod effects;
mod event_loop;
mod external_editor;
mod first_screen_data;
mod frame_pacing;
mod hangup;
mod keyboard;
mod last_resort;
mod paint;
mod panic_end;
mod screen_context;
mod screen_size;
mod setup;
mod sgr;
mod signals;
mod sized_backend;
mod terminal_modes;
mod unread_input;
mod wait_for_input;

pub use screen_context::{ScreenContext, ScreenNotify};
pub use setup::run;

use std::io::IsTerminal;

/// Whether there is a terminal that can show the screen: both ends are one, and it can move its cursor.
#[must_use]
pub fn is_usable() -> bool {
    let dumb = std::env::var("TERM").is_ok_and(|term| term == "dumb");
    std::io::stdin().is_terminal() && std::io::stdout().is_terminal() && !dumb
}
