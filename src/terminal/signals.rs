//! Signals as things that happen in the loop.

use std::io;

use rustix::process::{Signal as Sig, getpid, getsid, kill_current_process_group, kill_process};
use tokio::signal::unix::{Signal, SignalKind, signal};

/// What a signal asks for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum SignalRequest {
    /// SIGTERM, SIGQUIT: leave.
    Quit,
    /// SIGINT: leave, unless it is meant for an editor that has the terminal.
    Interrupt,
    /// SIGHUP: the terminal is gone.
    Hangup,
    /// SIGTSTP: stop until continued.
    Suspend,
    /// SIGCONT: somebody else may have used the terminal.
    Resume,
}

/// The signals that the screen answers to.
pub(super) struct Signals {
    term: Signal,
    int: Signal,
    quit: Signal,
    hup: Signal,
    tstp: Signal,
    cont: Signal,
}

impl Signals {
    pub fn new() -> io::Result<Self> {
        Ok(Self {
            term: signal(SignalKind::terminate())?,
            int: signal(SignalKind::interrupt())?,
            quit: signal(SignalKind::quit())?,
            hup: signal(SignalKind::hangup())?,
            tstp: signal(SignalKind::from_raw(Sig::TSTP.as_raw()))?,
            cont: signal(SignalKind::from_raw(Sig::CONT.as_raw()))?,
        })
    }

    /// The next signal. Safe to drop and call again: none is lost.
    pub async fn next(&mut self) -> SignalRequest {
        tokio::select! {
            _ = self.term.recv() => SignalRequest::Quit,
            _ = self.int.recv() => SignalRequest::Interrupt,
            _ = self.quit.recv() => SignalRequest::Quit,
            _ = self.hup.recv() => SignalRequest::Hangup,
            _ = self.tstp.recv() => SignalRequest::Suspend,
            _ = self.cont.recv() => SignalRequest::Resume,
        }
    }
}

/// Whether a shell is there that can continue this program after it has stopped.
fn can_stop() -> bool {
    getsid(None) != Ok(getpid())
}

/// Stops the whole job, as Ctrl-Z does, until SIGCONT.
pub(super) fn stop() {
    // A parent in the same job (cargo run, a wrapper script) has to stop as well, or the shell keeps waiting.
    if kill_current_process_group(Sig::STOP).is_err() {
        let _ = kill_process(getpid(), Sig::STOP);
    }
}

/// Gives the terminal back and stops, until SIGCONT brings the screen back.
pub(super) fn suspend() {
    if can_stop() {
        super::terminal_modes::leave();
        stop();
    }
}
