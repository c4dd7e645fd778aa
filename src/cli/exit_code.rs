//! How a command ends.

use std::process::ExitCode;

/// The exit codes, as scripts see them.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Exit {
    /// Everything that was asked for is done.
    Done = 0,
    /// It failed, and nothing was changed.
    Failed = 1,
    /// It was asked for in a wrong way, and nothing was changed.
    Usage = 2,
    /// Some of it is done; what is not is named on standard error.
    Partly = 3,
    /// There is something for a person to do; only `posylka status` says so.
    NeedsYou = 4,
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(exit as u8)
    }
}
