//! Noticing that the terminal is gone, also where no SIGHUP arrives.

use std::fs::OpenOptions;
use std::sync::Arc;
use std::thread;

use rustix::event::{PollFd, PollFlags, poll};
use tokio::sync::Notify;

/// Waits, without ever waking up, until the terminal behind standard input hangs up. crossterm's reader would
/// spin at full load then (crossterm issue 793).
pub(super) fn watch() -> Arc<Notify> {
    let gone = Arc::new(Notify::new());
    let notify = Arc::clone(&gone);
    // Without this thread the screen still works; SIGHUP is the usual messenger.
    let _ = thread::Builder::new().name("hangup".into()).spawn(move || {
        let stdin = rustix::stdio::stdin();
        loop {
            let mut watched = [PollFd::new(&stdin, PollFlags::empty())];
            match poll(&mut watched, None) {
                Err(rustix::io::Errno::INTR) => {}
                _ => break,
            }
        }
        notify.notify_one();
    });
    gone
}

/// Whether the terminal behind standard input has hung up by now.
pub(super) fn has_happened() -> bool {
    let stdin = rustix::stdio::stdin();
    let mut watched = [PollFd::new(&stdin, PollFlags::empty())];
    let now = rustix::event::Timespec { tv_sec: 0, tv_nsec: 0 };
    poll(&mut watched, Some(&now)).is_ok() && watched[0].revents().contains(PollFlags::HUP)
}

/// Points standard input, output and error at nothing: writing to a dead terminal fails, and what reports the
/// failure would fail too.
pub(super) fn detach() {
    super::terminal_modes::forsake();
    let Ok(nothing) = OpenOptions::new().read(true).write(true).open("/dev/null") else { return };
    let _ = rustix::stdio::dup2_stdin(&nothing);
    let _ = rustix::stdio::dup2_stdout(&nothing);
    let _ = rustix::stdio::dup2_stderr(&nothing);
}
