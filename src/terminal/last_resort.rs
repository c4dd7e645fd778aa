//! Ending although the terminal takes no bytes any more, as on a stalled line: a write to it never returns, and whoever
//! waits for that answers no signal.

use std::time::Duration;

use rustix::termios::{Action, QueueSelector, tcflow, tcflush};
use tokio::signal::unix::{SignalKind, signal};
use tokio::time::sleep;

use super::terminal_modes;

/// What an orderly end may take before what the terminal has not taken is thrown away, and after that.
const PATIENCE: Duration = Duration::from_millis(800);

/// Waits for a signal that ends the program; where it does not end by itself then, ends it with the terminal's modes as
/// they were.
pub(super) async fn end_when_told() {
    let kinds = [SignalKind::terminate(), SignalKind::hangup(), SignalKind::quit()];
    let [Ok(mut term), Ok(mut hup), Ok(mut quit)] = kinds.map(signal) else { return };
    tokio::select! {
        _ = term.recv() => {}
        _ = hup.recv() => {}
        _ = quit.recv() => {}
    }
    sleep(PATIENCE).await;
    let out = rustix::stdio::stdout();
    let _ = tcflow(out, Action::OOn);
    let _ = tcflush(out, QueueSelector::OFlush);
    sleep(PATIENCE).await;
    tracing::warn!("the terminal takes no bytes: ended without it");
    terminal_modes::leave_without_waiting();
    std::process::exit(0);
}
