//! The reader's own editor: the terminal is left to it, and taken back when it is done.

use std::ffi::OsString;
use std::fs::{File, OpenOptions};
use std::io::{self, Read, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::os::unix::process::ExitStatusExt;
use std::path::{Path, PathBuf};
use std::process::ExitStatus;
use std::time::{SystemTime, UNIX_EPOCH};

use tokio::process::{Child, Command};

use super::signals::{self, SignalRequest, Signals};
use super::terminal_modes;
use crate::domain::CleanText;
use crate::domain::clean_text::MAX_NOTE;
use crate::error_messages::EditorError;

/// A character takes at most so many bytes.
const LONGEST_CHARACTER: u64 = 4;

/// How it ended.
pub(super) enum Edited {
    /// With this text.
    Text(CleanText),
    /// It failed.
    Failed(EditorError),
    /// Somebody asked the program to leave meanwhile.
    Leave(SignalRequest),
}

/// Has a text changed by the editor that the environment names. The terminal is left to it; whoever calls enters it
/// again.
pub(super) async fn edit(text: &CleanText, signals: &mut Signals) -> Edited {
    let Some(editor) = named() else {
        return Edited::Failed(EditorError::NotSet);
    };
    let file_failed = |error: &io::Error| Edited::Failed(EditorError::File(error.to_string()));
    let file = match TextFile::write(text) {
        Ok(file) => file,
        Err(error) => return file_failed(&error),
    };
    terminal_modes::leave();
    let failed = |why: &str| {
        let command = editor.to_string_lossy().into_owned();
        Edited::Failed(EditorError::Failed { command, why: why.to_owned() })
    };
    let child = match start(&editor, &file.path) {
        Ok(child) => child,
        Err(error) => return failed(&error.to_string()),
    };
    match wait(child, signals).await {
        Err(asked) => Edited::Leave(asked),
        Ok(Err(error)) => failed(&error.to_string()),
        Ok(Ok(status)) if !status.success() => failed(&said(status)),
        Ok(Ok(_)) => file.read().map_or_else(|error| file_failed(&error), Edited::Text),
    }
}

/// The editor's command; an empty variable is none.
fn named() -> Option<OsString> {
    ["VISUAL", "EDITOR"].into_iter().filter_map(std::env::var_os).find(|command| !command.is_empty())
}

/// The command may have arguments of its own, so a shell reads it; the file is handed over beside it.
fn start(editor: &OsString, file: &Path) -> io::Result<Child> {
    let mut script = editor.clone();
    script.push(" \"$1\"");
    Command::new("/bin/sh").arg("-c").arg(script).arg("sh").arg(file).spawn()
}

/// Until the editor ends. The keys that stop or interrupt a job reach both: then the program only follows the editor.
async fn wait(mut child: Child, signals: &mut Signals) -> Result<io::Result<ExitStatus>, SignalRequest> {
    loop {
        tokio::select! {
            status = child.wait() => return Ok(status),
            asked = signals.next() => match asked {
                SignalRequest::Suspend => signals::stop(),
                SignalRequest::Resume | SignalRequest::Interrupt => {}
                SignalRequest::Quit | SignalRequest::Hangup => {
                    let _ = child.start_kill();
                    return Err(asked);
                }
            },
        }
    }
}

fn said(status: ExitStatus) -> String {
    match (status.code(), status.signal()) {
        (Some(code), _) => code.to_string(),
        (None, Some(signal)) => format!("SIG {signal}"),
        (None, None) => "?".to_owned(),
    }
}

/// A file that only its owner can read, and that goes when it is done with.
struct TextFile {
    path: PathBuf,
}

impl TextFile {
    fn write(text: &CleanText) -> io::Result<Self> {
        let folder = std::env::var_os("XDG_RUNTIME_DIR").filter(|dir| !dir.is_empty()).map(PathBuf::from);
        let folder = folder.filter(|dir| dir.is_dir()).unwrap_or_else(std::env::temp_dir);
        let moment = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default().as_nanos();
        let path = folder.join(format!("posylka-letter-{}-{moment}.txt", std::process::id()));
        let mut file = OpenOptions::new().write(true).create_new(true).mode(0o600).open(&path)?;
        let written = Self { path };
        file.write_all(text.as_bytes())?;
        file.write_all(b"\n")?;
        Ok(written)
    }

    /// What the editor left: bounded, and without what a terminal would take for a command.
    fn read(&self) -> io::Result<CleanText> {
        let mut bytes = Vec::new();
        File::open(&self.path)?.take(MAX_NOTE as u64 * LONGEST_CHARACTER).read_to_end(&mut bytes)?;
        Ok(CleanText::note(&String::from_utf8_lossy(&bytes)))
    }
}

impl Drop for TextFile {
    fn drop(&mut self) {
        let _ = std::fs::remove_file(&self.path);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_file_is_the_owners_alone_bounded_and_goes() {
        use std::os::unix::fs::PermissionsExt;
        let file = TextFile::write(&CleanText::note("One\n\nтри")).unwrap();
        assert_eq!(std::fs::metadata(&file.path).unwrap().permissions().mode() & 0o777, 0o600);
        assert_eq!(file.read().unwrap(), CleanText::note("One\n\nтри"));
        std::fs::write(&file.path, [b"a\x1b[31mb\xff\n".repeat(20_000), vec![0; 100]].concat()).unwrap();
        let read = file.read().unwrap();
        assert!(read.starts_with("a[31mb\u{fffd}\n") && read.chars().count() <= MAX_NOTE);
        let path = file.path.clone();
        drop(file);
        assert!(!path.exists());
    }
}
