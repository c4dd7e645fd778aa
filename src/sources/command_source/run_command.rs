//! Running a program: without a shell, in a process group of its own, bounded in time and in what it may say.

use std::ffi::OsString;
use std::io;
use std::process::{ExitStatus, Stdio};
use std::time::Duration;

use tokio::io::{AsyncRead, AsyncReadExt, AsyncWriteExt};
use tokio::process::{Child, ChildStdin, Command};

use crate::domain::{Cause, Trouble};
use crate::sources::child_process::{self, ProcessGroup, RunEnd, drain, log};
use crate::sources::decoding::worded_troubles::temporary;
use crate::sources::http::{KEPT_OF_TOO_LARGE, MAX_BODY};

/// How a run ended.
pub(super) struct RunResult {
    /// What it wrote to its standard output; only the beginning where that was too much.
    pub(super) output: Vec<u8>,
    pub(super) too_large: bool,
    /// That it failed, in words.
    pub(super) failure: Option<String>,
}

/// Runs a program with this input. Unless it ends by itself, and also where the caller stops waiting, nothing of its
/// process group is left running.
pub(super) async fn run(id: &str, command: &[String], input: &[u8], timeout: Duration) -> Result<RunResult, Trouble> {
    let mut child = start(command).map_err(|error| temporary(&format!("the program cannot be started: {error}")))?;
    let mut group = ProcessGroup::of(&child);
    let pipes = (child.stdin.take(), child.stdout.take(), child.stderr.take());
    let (Some(stdin), Some(stdout), Some(stderr)) = pipes else { return Err(temporary("the program has no pipes")) };
    let mut stderr_text = Vec::new();
    let talk = async { tokio::join!(write(stdin, input), read(stdout, &group), child.wait()) };
    let ended = tokio::select! {
        biased;
        // Only as long as the program runs: a process that inherited its standard error may keep it open for ever.
        never = drain(stderr, &mut stderr_text) => match never {},
        ended = tokio::time::timeout(timeout, talk) => ended,
    };
    let Ok(((), output, status)) = ended else {
        log(id, &stderr_text, RunEnd::Failure);
        return Err(Trouble::temporary(&Cause::TimedOut(timeout.as_secs())));
    };
    group.release();
    let (output, too_large) = output.map_err(|error| temporary(&format!("the program's output broke off: {error}")))?;
    let failure = failure(status);
    log(id, &stderr_text, if failure.is_some() { RunEnd::Failure } else { RunEnd::Success });
    Ok(RunResult { output, too_large, failure })
}

fn start(command: &[String]) -> io::Result<Child> {
    let (program, arguments) = command.split_first().ok_or(io::ErrorKind::NotFound)?;
    let mut command = Command::new(program);
    command.args(arguments).stdin(Stdio::piped());
    // Other sources' keys may be among these.
    for name in own_variables() {
        command.env_remove(name);
    }
    child_process::spawn(&mut command)
}

fn own_variables() -> Vec<OsString> {
    let names = std::env::vars_os().map(|(name, _)| name);
    names.filter(|name| name.to_string_lossy().starts_with("POSYLKA_")).collect()
}

/// Writes the question; a program that closes its standard input unread is no error.
async fn write(mut stdin: ChildStdin, input: &[u8]) {
    let _ = stdin.write_all(input).await;
}

/// Reads up to the limit, and ends the program where it writes more.
async fn read(mut stdout: impl AsyncRead + Unpin, group: &ProcessGroup) -> io::Result<(Vec<u8>, bool)> {
    let mut output = Vec::new();
    let limit = u64::try_from(MAX_BODY).unwrap_or(u64::MAX).saturating_add(1);
    (&mut stdout).take(limit).read_to_end(&mut output).await?;
    let too_large = output.len() > MAX_BODY;
    if too_large {
        group.kill();
        output.truncate(KEPT_OF_TOO_LARGE);
        output.shrink_to_fit();
    }
    Ok((output, too_large))
}

fn failure(status: io::Result<ExitStatus>) -> Option<String> {
    match status {
        Ok(status) if status.success() => None,
        Ok(status) => Some(match status.code() {
            Some(code) => format!("the program ended with exit code {code}"),
            None => "the program was ended by a signal".to_owned(),
        }),
        Err(error) => Some(format!("the program's end is not known: {error}")),
    }
}
