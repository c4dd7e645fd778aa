//! What a panic anywhere in the program does while the screen is open.

use std::panic;
use std::sync::Arc;

use tokio::sync::Notify;

use super::{hangup, terminal_modes};

/// Makes a panic anywhere, also in a background task, give the terminal back first and then end the program:
/// a program that goes on drawing on a terminal it has left cannot even be quit.
pub(super) fn end_on_panic() -> Arc<Notify> {
    let alarm = Arc::new(Notify::new());
    let notify = Arc::clone(&alarm);
    let report = panic::take_hook();
    panic::set_hook(Box::new(move |info| {
        if hangup::has_happened() {
            // What reports the panic would panic too, which aborts.
            hangup::detach();
            std::process::exit(1);
        }
        terminal_modes::leave();
        report(info);
        notify.notify_one();
    }));
    alarm
}
