//! Secrets: where they are, and fetching them when first needed.

use std::collections::BTreeMap;
use std::fmt;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::Duration;

use secrecy::{ExposeSecret, SecretString};
use tokio::io::AsyncReadExt;
use tokio::process::Command;
use tokio::sync::{Mutex, oneshot};

use crate::domain::Trouble;

/// How long a command or a file may take to give a secret.
const TIMEOUT: Duration = Duration::from_secs(10);
/// How much of a command's output or of a file is read, in bytes.
const MAX_BYTES: u64 = 16 * 1024;

/// A key or a password, or where to get it. Never shown, not even by `{:?}`.
#[derive(Clone)]
pub enum Secret {
    /// The secret itself.
    Plain(SecretString),
    /// A shell command whose first line of output is the secret.
    Command(String),
    /// A file whose first line is the secret.
    File(PathBuf),
}

impl Secret {
    /// Fetches the secret: runs the command or reads the file.
    ///
    /// # Errors
    /// [`Trouble::BadKey`] where nothing comes within ten seconds, the command fails, or the first line is empty.
    pub async fn fetch(&self) -> Result<SecretString, Trouble> {
        let text = match self {
            Self::Plain(secret) => Some(secret.expose_secret().to_owned()),
            Self::Command(command) => in_time(run(command)).await,
            Self::File(path) => in_time(read(path.clone())).await,
        };
        let line = text.as_deref().and_then(|text| text.lines().next()).map(str::trim).unwrap_or_default();
        if line.is_empty() { Err(Trouble::BadKey) } else { Ok(SecretString::from(line)) }
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Plain(_) => "Plain(…)",
            Self::Command(_) => "Command(…)",
            Self::File(_) => "File(…)",
        })
    }
}

async fn in_time(fetching: impl Future<Output = Option<String>>) -> Option<String> {
    tokio::time::timeout(TIMEOUT, fetching).await.ok().flatten()
}

/// Runs a command away from the terminal: it may neither read keys nor write onto the screen.
async fn run(command: &str) -> Option<String> {
    let mut child = Command::new("sh")
        .args(["-c", command])
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .kill_on_drop(true)
        .spawn()
        .ok()?;
    let mut text = String::new();
    child.stdout.take()?.take(MAX_BYTES).read_to_string(&mut text).await.ok()?;
    child.wait().await.ok()?.success().then_some(text)
}

/// Reads a file on a thread of its own: it may be a pipe that never answers, and the program must be able to end
/// all the same, which a thread of the runtime would keep it from.
async fn read(path: PathBuf) -> Option<String> {
    let (answer, answered) = oneshot::channel();
    std::thread::spawn(move || answer.send(read_blocking(&path)));
    answered.await.ok().flatten()
}

fn read_blocking(path: &Path) -> Option<String> {
    let mut text = String::new();
    std::fs::File::open(path).ok()?.take(MAX_BYTES).read_to_string(&mut text).ok()?;
    Some(text)
}

/// The secrets of one source: each fetched on first use, then kept in memory.
#[derive(Debug, Default)]
pub struct Secrets {
    places: BTreeMap<String, Secret>,
    fetched: Mutex<BTreeMap<String, SecretString>>,
}

impl Secrets {
    /// The secrets at these places.
    #[must_use]
    pub fn new(places: BTreeMap<String, Secret>) -> Self {
        Self { places, fetched: Mutex::default() }
    }

    /// The secrets with these names.
    ///
    /// # Errors
    /// [`Trouble::BadKey`] where one of them is not configured or cannot be fetched.
    pub async fn all(&self, names: &[&'static str]) -> Result<BTreeMap<&'static str, SecretString>, Trouble> {
        let mut values = BTreeMap::new();
        for name in names {
            values.insert(*name, self.get(name).await?);
        }
        Ok(values)
    }

    /// The secret with that name. A failure is not remembered: the user may unlock the store and try again.
    ///
    /// # Errors
    /// [`Trouble::BadKey`] where it is not configured or cannot be fetched.
    pub async fn get(&self, name: &str) -> Result<SecretString, Trouble> {
        let place = self.places.get(name).ok_or(Trouble::BadKey)?;
        // Held while fetching, so that a password manager is asked once, not once a question.
        let mut fetched = self.fetched.lock().await;
        if let Some(secret) = fetched.get(name) {
            return Ok(secret.clone());
        }
        let secret = place.fetch().await?;
        fetched.insert(name.to_owned(), secret.clone());
        Ok(secret)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_command_gives_its_first_line() {
        let secret = Secret::Command("printf ' s3cret \\nlogin: me\\n'".to_owned()).fetch().await.expect("a secret");
        assert_eq!(secret.expose_secret(), "s3cret");
    }

    #[tokio::test]
    async fn a_failing_or_silent_command_is_a_bad_key() {
        for command in ["echo key; exit 1", "true", "echo; echo key", "no-such-command-at-all"] {
            let fetched = Secret::Command(command.to_owned()).fetch().await;
            assert_eq!(fetched.map(|_| ()), Err(Trouble::BadKey), "{command}");
        }
    }

    #[tokio::test]
    async fn a_secret_is_fetched_once() {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("key");
        std::fs::write(&file, "first\n").expect("written");
        let secrets = Secrets::new(BTreeMap::from([("key".to_owned(), Secret::File(file.clone()))]));
        assert_eq!(secrets.get("key").await.expect("a key").expose_secret(), "first");
        std::fs::write(&file, "second\n").expect("written");
        assert_eq!(secrets.get("key").await.expect("a key").expose_secret(), "first");
        assert_eq!(secrets.get("password").await.map(|_| ()), Err(Trouble::BadKey));
    }

    #[test]
    fn nothing_of_a_secret_is_shown() {
        let secrets = [
            Secret::Plain(SecretString::from("hunter2")),
            Secret::Command("echo hunter2".to_owned()),
            Secret::File(PathBuf::from("/home/me/hunter2")),
        ];
        assert!(!format!("{secrets:?}").contains("hunter2"));
    }
}
