//! A secret from a command: run by a shell, away from the terminal, and ended with all that it started.

use std::process::{ExitStatus, Stdio};
use std::time::Duration;

use tokio::io::{AsyncRead, AsyncReadExt};
use tokio::process::Command;

use super::child_process::{self, ProcessGroup, RunEnd, drain, log};
use super::secret_line::{self, MAX_BYTES};
use crate::domain::CommandFailure;

/// What is left in the pipe of a command that has ended is there at once, unless something that it left behind keeps the
/// pipe open.
const REST: Duration = Duration::from_millis(200);
/// Shorter pieces of its output stand in other words, too.
const SHORTEST_MASKED: usize = 4;

/// The first line that a command prints. Its standard error goes to the log of `of`.
pub(super) async fn first_line(of: &str, command: &str, timeout: Duration) -> Result<String, CommandFailure> {
    let mut shell = Command::new("sh");
    shell.args(["-c", command]).stdin(Stdio::null());
    let mut child = child_process::spawn(&mut shell).map_err(|_| CommandFailure::NotRun)?;
    let mut group = ProcessGroup::of(&child);
    let (Some(mut stdout), Some(stderr)) = (child.stdout.take(), child.stderr.take()) else {
        return Err(CommandFailure::NotRun);
    };
    let (mut output, mut talk) = (Vec::new(), Vec::new());
    let ended = {
        let run = async {
            tokio::select! {
                biased;
                () = fill(&mut stdout, &mut output) => None,
                status = child.wait() => Some(status.map_err(|_| CommandFailure::NotRun)),
            }
        };
        tokio::select! {
            biased;
            never = drain(stderr, &mut talk) => match never {},
            ended = tokio::time::timeout(timeout, run) => ended,
        }
    };
    let status = match ended {
        Err(_) => Err(CommandFailure::TimedOut(timeout.as_secs())),
        Ok(Some(status)) => status,
        Ok(None) => Err(CommandFailure::TooLong),
    };
    if status.is_ok() {
        group.release();
        let _ = tokio::time::timeout(REST, fill(&mut stdout, &mut output)).await;
    }
    let text = String::from_utf8_lossy(&output);
    let line = status.and_then(|status| failure(status).map_or(Ok(()), Err));
    let line = line.and_then(|()| secret_line::first_line(&text).ok_or(CommandFailure::Empty));
    log(of, masked(&talk, &text).as_bytes(), if line.is_ok() { RunEnd::Success } else { RunEnd::Failure });
    line
}

/// Reads all that comes, as far as it is read at all; ends only where there is more.
async fn fill(mut from: impl AsyncRead + Unpin, into: &mut Vec<u8>) {
    let mut piece = [0; 1024];
    while let Ok(length @ 1..) = from.read(&mut piece).await {
        into.extend_from_slice(&piece[..length]);
        if into.len() > MAX_BYTES {
            return;
        }
    }
    std::future::pending::<()>().await;
}

fn failure(status: ExitStatus) -> Option<CommandFailure> {
    match status.code() {
        Some(0) => None,
        Some(code) => Some(CommandFailure::Code(u64::try_from(code).unwrap_or_default())),
        None => Some(CommandFailure::Signal),
    }
}

/// What it said on standard error, without what it printed: that may be the secret.
fn masked(talk: &[u8], output: &str) -> String {
    let printed = output.split_whitespace().filter(|piece| piece.len() >= SHORTEST_MASKED);
    printed.fold(String::from_utf8_lossy(talk).into_owned(), |talk, piece| talk.replace(piece, "…"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_command_prints_is_not_logged() {
        assert_eq!(masked(b"+ echo s3cret\nlocked", "s3cret\n"), "+ echo …\nlocked");
    }

    #[tokio::test]
    async fn a_command_that_hangs_is_ended_with_what_it_started() {
        let folder = tempfile::tempdir().unwrap();
        let mark = folder.path().join("pid");
        let command = format!("sleep 1000 & echo $! > {}; wait", mark.display());
        let wanted = Err(CommandFailure::TimedOut(0));
        assert_eq!(first_line("x: key", &command, Duration::from_millis(500)).await, wanted);
        let pid: i32 = std::fs::read_to_string(&mark).unwrap().trim().parse().unwrap();
        let gone = || std::fs::read_to_string(format!("/proc/{pid}/stat")).map_or(true, |stat| stat.contains(") Z "));
        while !gone() {
            tokio::task::yield_now().await;
        }
    }

    #[tokio::test]
    async fn what_a_command_leaves_running_keeps_nobody_waiting() {
        let line = first_line("x: key", "echo s3cret; sleep 3 &", Duration::from_secs(2)).await;
        assert_eq!(line, Ok("s3cret".to_owned()));
    }
}
