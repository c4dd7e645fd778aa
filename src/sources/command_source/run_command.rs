//! Running a program: without a shell, in a process group of its own, bounded in time and in what it may say.

use std::convert::Infallible;
use std::ffi::OsString;
use std::io;
use std::process::{ExitStatus, Stdio};
use std::time::Duration;

use rustix::process::{Pid, Signal, kill_process_group};
use tokio::io::{AsyncRead, AsyncReadExt, AsyncWriteExt};
use tokio::process::{Child, ChildStderr, ChildStdin, Command};

use crate::domain::{CleanText, Trouble};
use crate::sources::http::{KEPT_OF_TOO_LARGE, MAX_BODY};
use crate::sources::response_class::temporary;

/// How much of a program's complaints is logged, in bytes; the rest is read and let go.
const MOST_COMPLAINTS: usize = 8 * 1024;

/// How a run ended.
pub(super) struct Ended {
    /// What it wrote to its standard output; only the beginning where that was too much.
    pub(super) output: Vec<u8>,
    pub(super) too_large: bool,
    /// That it failed, in words.
    pub(super) failure: Option<String>,
}

/// Runs a program with this input. Unless it ends by itself, and also where the caller stops waiting, nothing of its
/// process group is left running.
pub(super) async fn run(id: &str, command: &[String], input: &[u8], patience: Duration) -> Result<Ended, Trouble> {
    let mut child = start(command).map_err(|error| temporary(&format!("the program cannot be started: {error}")))?;
    let mut group = Group::of(&child);
    let pipes = (child.stdin.take(), child.stdout.take(), child.stderr.take());
    let (Some(stdin), Some(stdout), Some(stderr)) = pipes else { return Err(temporary("the program has no pipes")) };
    let mut complaints = Vec::new();
    let talk = async { tokio::join!(write(stdin, input), read(stdout, &group), child.wait()) };
    let ended = tokio::select! {
        biased;
        // Only as long as the program runs: who inherited its standard error may keep it open for ever.
        never = listen(stderr, &mut complaints) => match never {},
        ended = tokio::time::timeout(patience, talk) => ended,
    };
    let Ok(((), output, status)) = ended else {
        log(id, &complaints, true);
        return Err(temporary(&format!("no answer within {} s", patience.as_secs())));
    };
    group.is_over();
    let (output, too_large) = output.map_err(|error| temporary(&format!("the program's output broke off: {error}")))?;
    let failure = failure(status);
    log(id, &complaints, failure.is_some());
    Ok(Ended { output, too_large, failure })
}

fn start(command: &[String]) -> io::Result<Child> {
    let (program, arguments) = command.split_first().ok_or(io::ErrorKind::NotFound)?;
    let mut command = Command::new(program);
    command.args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    // Other sources' keys may be among these.
    for name in ours() {
        command.env_remove(name);
    }
    // A group of its own: it can be ended as a whole, and a key pressed on the terminal does not reach it.
    command.process_group(0).kill_on_drop(true).spawn()
}

fn ours() -> Vec<OsString> {
    let names = std::env::vars_os().map(|(name, _)| name);
    names.filter(|name| name.to_string_lossy().starts_with("POSYLKA_")).collect()
}

/// A program that does not want to read is none of our business.
async fn write(mut stdin: ChildStdin, input: &[u8]) {
    let _ = stdin.write_all(input).await;
}

/// Reads up to the limit, and ends the program where it has more to say.
async fn read(mut stdout: impl AsyncRead + Unpin, group: &Group) -> io::Result<(Vec<u8>, bool)> {
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

/// Keeps the beginning of what is said and reads on, so that the program is never stuck for saying too much.
async fn listen(mut stderr: ChildStderr, kept: &mut Vec<u8>) -> Infallible {
    let mut piece = [0; 1024];
    while let Ok(length @ 1..) = stderr.read(&mut piece).await {
        let room = MOST_COMPLAINTS.saturating_sub(kept.len());
        kept.extend_from_slice(&piece[..length.min(room)]);
    }
    std::future::pending().await
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

/// Its complaints, made harmless, one line each.
fn log(id: &str, complaints: &[u8], failed: bool) {
    for line in String::from_utf8_lossy(complaints).lines().filter_map(CleanText::some_line) {
        if failed {
            tracing::warn!("{id} says: {line}");
        } else {
            tracing::info!("{id} says: {line}");
        }
    }
}

/// The process group of a program, ended when this goes.
struct Group(Option<Pid>);

impl Group {
    fn of(child: &Child) -> Self {
        Self(child.id().and_then(|id| Pid::from_raw(i32::try_from(id).ok()?)))
    }

    fn kill(&self) {
        if let Some(group) = self.0 {
            let _ = kill_process_group(group, Signal::KILL);
        }
    }

    /// The program ended by itself: its number may soon be somebody else's.
    fn is_over(&mut self) {
        self.0 = None;
    }
}

impl Drop for Group {
    fn drop(&mut self) {
        self.kill();
    }
}
