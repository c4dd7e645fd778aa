//! Input that crossterm leaves in the terminal.
//!
//! It reads a kilobyte and then waits to be told of new input; of what the terminal still holds nobody tells it again
//! (an edge-triggered poll), so that the rest of a long paste without brackets would come with the next key.

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::termios::{OptionalActions, tcgetattr, tcsetattr};

/// Has the system tell of input that is still there. Setting the terminal's modes, also to what they are, makes Linux wake
/// everybody who waits for input. Says whether there was any.
pub(super) fn tell_of_the_rest() -> bool {
    let stdin = rustix::stdio::stdin();
    let mut watched = [PollFd::new(&stdin, PollFlags::IN)];
    let there = poll(&mut watched, Some(&Timespec { tv_sec: 0, tv_nsec: 0 })).is_ok_and(|ready| ready > 0);
    if there && let Ok(modes) = tcgetattr(stdin) {
        let _ = tcsetattr(stdin, OptionalActions::Now, &modes);
    }
    there
}
