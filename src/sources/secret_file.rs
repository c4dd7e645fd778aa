//! A secret from a file.

use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::time::Duration;

use tokio::sync::oneshot;

use super::secret_line::{self, MAX_BYTES};
use crate::domain::FileFailure;

/// The first line of a file.
///
/// It is read on a thread of its own: it may be a pipe that never answers, and the program must be able to end all the
/// same, which a thread of the runtime would keep it from.
pub(super) async fn first_line(path: PathBuf, timeout: Duration) -> Result<String, FileFailure> {
    let (answer, answered) = oneshot::channel();
    std::thread::spawn(move || answer.send(read(&path)));
    let text = tokio::time::timeout(timeout, answered).await.map_err(|_| FileFailure::TimedOut(timeout.as_secs()))?;
    let text = text.map_err(|_| FileFailure::Unreadable)?.map_err(|error| match error.kind() {
        io::ErrorKind::NotFound => FileFailure::Missing,
        io::ErrorKind::PermissionDenied => FileFailure::Denied,
        _ => FileFailure::Unreadable,
    })?;
    secret_line::first_line(&text).ok_or(FileFailure::Empty)
}

fn read(path: &Path) -> io::Result<String> {
    let mut text = String::new();
    File::open(path)?.take(MAX_BYTES as u64).read_to_string(&mut text)?;
    Ok(text)
}
