//! A program that is run for a source: in a process group of its own, bounded in what it may say.

use std::convert::Infallible;
use std::io;
use std::process::Stdio;

use rustix::process::{Pid, Signal, kill_process_group};
use tokio::io::AsyncReadExt;
use tokio::process::{Child, ChildStderr, Command};

use crate::domain::CleanText;

/// How much of a program's standard error is logged, in bytes; the rest is read and dropped.
const MOST_STDERR: usize = 8 * 1024;
/// Lines of it that stand in the log one by one.
const MOST_LINES: usize = 20;

/// Starts a program with pipes for what it writes.
pub(in crate::sources) fn spawn(command: &mut Command) -> io::Result<Child> {
    command.stdout(Stdio::piped()).stderr(Stdio::piped());
    // A group of its own: it can be ended as a whole, and a key pressed on the terminal does not reach it.
    command.process_group(0).kill_on_drop(true).spawn()
}

/// Keeps the beginning of standard error and reads on, so that a full pipe never blocks the program.
pub(in crate::sources) async fn drain(mut stderr: ChildStderr, kept: &mut Vec<u8>) -> Infallible {
    let mut piece = [0; 1024];
    while let Ok(length @ 1..) = stderr.read(&mut piece).await {
        let room = MOST_STDERR.saturating_sub(kept.len());
        kept.extend_from_slice(&piece[..length.min(room)]);
    }
    std::future::pending().await
}

/// Whether a run gave an answer that may be read.
#[derive(Clone, Copy)]
pub(in crate::sources) enum RunEnd {
    Success,
    Failure,
}

/// Logs its standard error line by line, without control characters; the lines after the first ones in one: each line of
/// the log has a head of its own, which a flood of short lines would multiply.
pub(in crate::sources) fn log(id: &str, stderr_text: &[u8], end: RunEnd) {
    let text = String::from_utf8_lossy(stderr_text);
    let mut lines = text.lines().filter_map(CleanText::some_line);
    let first: Vec<String> = lines.by_ref().take(MOST_LINES).map(|line| line.to_string()).collect();
    let rest = lines.map(|line| line.to_string()).collect::<Vec<_>>().join(" / ");
    for line in first.iter().chain(Some(&rest).filter(|rest| !rest.is_empty())) {
        match end {
            RunEnd::Failure => tracing::warn!("{id} says: {line}"),
            RunEnd::Success => tracing::info!("{id} says: {line}"),
        }
    }
}

/// The process group of a program, ended when this goes.
pub(in crate::sources) struct ProcessGroup(Option<Pid>);

impl ProcessGroup {
    pub(in crate::sources) fn of(child: &Child) -> Self {
        Self(child.id().and_then(|id| Pid::from_raw(i32::try_from(id).ok()?)))
    }

    pub(in crate::sources) fn kill(&self) {
        if let Some(group) = self.0 {
            let _ = kill_process_group(group, Signal::KILL);
        }
    }

    /// The program ended by itself: its process id may soon be another process's.
    pub(in crate::sources) fn release(&mut self) {
        self.0 = None;
    }
}

impl Drop for ProcessGroup {
    fn drop(&mut self) {
        self.kill();
    }
}
