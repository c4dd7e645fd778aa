//! Entering and leaving the terminal's full-screen mode, exactly once each, whatever happens in between.

use std::io;
use std::sync::atomic::{AtomicBool, Ordering};

use crossterm::terminal::{disable_raw_mode, enable_raw_mode};
use rustix::fs::OFlags;

/// Alternate screen, bracketed paste on, cursor hidden; then an empty screen, whatever another program left behind
/// (colours, a scrolling region). mosh and GNU screen have no alternate screen: without the clear, old text would shine
/// through every blank of the first frame, which sends only what is not blank.
const ENTER: &[u8] = b"\x1b[?1049h\x1b[?2004h\x1b[?25l\x1b[r\x1b[m\x1b[H\x1b[2J";
/// Ends a frame that was cut short, then undoes [`ENTER`] and resets colours. Where there is no alternate screen the last
/// frame stays: its last row is cleared, so that the shell's prompt stands there alone.
const LEAVE: &[u8] = b"\x1b[?2026l\x1b[0m\x1b[?2004l\x1b[?25h\x1b[r\x1b[999;1H\x1b[2K\x1b[?1049l";

static ENTERED: AtomicBool = AtomicBool::new(false);

/// Holds the terminal in full-screen mode; leaves it when dropped.
pub(super) struct TerminalGuard(());

impl TerminalGuard {
    pub fn enter() -> io::Result<Self> {
        enter()?;
        Ok(Self(()))
    }
}

impl Drop for TerminalGuard {
    fn drop(&mut self) {
        leave();
    }
}

/// Enters full-screen mode; a second call without [`leave`] between them does nothing.
pub(super) fn enter() -> io::Result<()> {
    if ENTERED.swap(true, Ordering::SeqCst) {
        return Ok(());
    }
    enable_raw_mode()?;
    write_all(ENTER)
}

/// Leaves full-screen mode; errors do not matter any more, the terminal may be gone.
pub(super) fn leave() {
    if ENTERED.swap(false, Ordering::SeqCst) {
        let _ = write_all(LEAVE);
        let _ = disable_raw_mode();
    }
}

/// Leaves full-screen mode as far as the terminal takes it at once; what is typed is read by lines again in any case.
pub(super) fn leave_without_waiting() {
    let out = rustix::stdio::stdout();
    let flags = rustix::fs::fcntl_getfl(out).unwrap_or(OFlags::empty());
    let _ = rustix::fs::fcntl_setfl(out, flags | OFlags::NONBLOCK);
    let _ = rustix::io::write(out, LEAVE);
    let _ = rustix::fs::fcntl_setfl(out, flags);
    let _ = disable_raw_mode();
}

/// Enters again after somebody else may have used the terminal and changed its modes.
pub(super) fn reenter() -> io::Result<()> {
    leave();
    enter()
}

/// Whether the terminal is in full-screen mode: a frame that comes after a panic has left it is not to be sent.
pub(super) fn is_entered() -> bool {
    ENTERED.load(Ordering::SeqCst)
}

/// Forgets that the terminal was entered: it is gone, and nothing may be written to it.
pub(super) fn forsake() {
    ENTERED.store(false, Ordering::SeqCst);
}

/// Writes past every buffer and lock, so that it works from a panic hook too.
pub(super) fn write_all(mut bytes: &[u8]) -> io::Result<()> {
    while !bytes.is_empty() {
        match rustix::io::write(rustix::stdio::stdout(), bytes) {
            Ok(0) => return Err(io::ErrorKind::WriteZero.into()),
            Ok(written) => bytes = &bytes[written..],
            Err(rustix::io::Errno::INTR) => {}
            Err(error) => return Err(error.into()),
        }
    }
    Ok(())
}
