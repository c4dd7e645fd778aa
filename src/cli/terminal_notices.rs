//! The terminal as a channel of a command without a screen: what it is told goes to standard error.

use std::io::{self, IsTerminal, Write};

use tokio::sync::mpsc::unbounded_channel;

use super::context::CommandContext;
use crate::notify::TerminalSink;

/// Where the terminal is told, where standard error is one. Needs a running runtime.
pub(super) fn sink(context: &CommandContext) -> Option<TerminalSink> {
    if !io::stderr().is_terminal() {
        return None;
    }
    let (bytes, mut notices) = unbounded_channel::<crate::notify::TerminalNotice>();
    tokio::spawn(async move {
        while let Some((bytes, written)) = notices.recv().await {
            let done = io::stderr().lock().write_all(&bytes).is_ok();
            let _ = written.send(done);
        }
    });
    Some(TerminalSink { host: context.terminal_host(), bytes })
}
