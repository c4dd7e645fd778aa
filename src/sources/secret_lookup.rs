//! Secrets: where they are, and fetching them when first needed.

use std::collections::BTreeMap;
use std::fmt;
use std::path::PathBuf;
use std::time::Duration;

use secrecy::{ExposeSecret, SecretString};
use tokio::sync::Mutex;

use super::secret_line::first_line;
use super::{secret_command, secret_file};
use crate::domain::{Cause, Trouble};

/// How long a command or a file may take to give a secret.
const TIMEOUT: Duration = Duration::from_secs(10);

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
    /// Fetches the secret: runs the command or reads the file. `of`: whose it is, for the log.
    ///
    /// # Errors
    /// [`Trouble::BadKey`] where it is empty; [`Trouble::SecretUnavailable`] where nothing comes within ten seconds, the command fails, or the first line is empty.
    pub async fn fetch(&self, of: &str) -> Result<SecretString, Trouble> {
        let line = match self {
            Self::Plain(secret) => {
                return first_line(secret.expose_secret()).map(SecretString::from).ok_or(Trouble::BadKey);
            }
            Self::Command(command) => secret_command::first_line(of, command, TIMEOUT).await.map_err(Cause::Command),
            Self::File(path) => secret_file::first_line(path.clone(), TIMEOUT).await.map_err(Cause::File),
        };
        line.map(SecretString::from).map_err(|why| {
            tracing::warn!("{of}: {}", why.text());
            Trouble::SecretUnavailable { why }
        })
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

/// The secrets of one source: each fetched on first use, then kept in memory.
#[derive(Debug, Default)]
pub struct Secrets {
    /// Whose they are.
    of: String,
    places: BTreeMap<String, Secret>,
    fetched: Mutex<BTreeMap<String, SecretString>>,
}

impl Secrets {
    /// The secrets of a source, at these places.
    #[must_use]
    pub fn new(of: impl Into<String>, places: BTreeMap<String, Secret>) -> Self {
        Self { of: of.into(), places, fetched: Mutex::default() }
    }

    /// The secrets with these names.
    ///
    /// # Errors
    /// [`Trouble::BadKey`] where one of them is not configured, [`Trouble::SecretUnavailable`] where it cannot be had.
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
    /// [`Trouble::BadKey`] where it is not configured, [`Trouble::SecretUnavailable`] where it cannot be had.
    pub async fn get(&self, name: &str) -> Result<SecretString, Trouble> {
        let place = self.places.get(name).ok_or(Trouble::BadKey)?;
        // Held while fetching, so that a password manager is asked once, not once a question.
        let mut fetched = self.fetched.lock().await;
        if let Some(secret) = fetched.get(name) {
            return Ok(secret.clone());
        }
        let secret = place.fetch(&format!("{}: {name}", self.of)).await?;
        fetched.insert(name.to_owned(), secret.clone());
        Ok(secret)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{CommandFailure, FileFailure};

    async fn why(secret: Secret) -> Option<Cause> {
        match secret.fetch("17track: key").await {
            Err(Trouble::SecretUnavailable { why }) => Some(why),
            _ => None,
        }
    }

    #[tokio::test]
    async fn a_command_gives_its_first_line() {
        let command = Secret::Command("printf ' s3cret \\nlogin: me\\n'".to_owned());
        assert_eq!(command.fetch("17track: key").await.expect("a secret").expose_secret(), "s3cret");
    }

    #[tokio::test]
    async fn a_command_that_gives_none_says_how() {
        for (command, failure) in [
            ("echo key; exit 2", CommandFailure::Code(2)),
            ("true", CommandFailure::Empty),
            ("echo; echo key", CommandFailure::Empty),
            ("no-such-command-at-all", CommandFailure::Code(127)),
            ("kill -9 $$", CommandFailure::Signal),
            ("head -c 100000 /dev/zero | tr '\\0' x", CommandFailure::TooLong),
        ] {
            assert_eq!(why(Secret::Command(command.to_owned())).await, Some(Cause::Command(failure)), "{command}");
        }
    }

    #[tokio::test]
    async fn a_file_that_gives_none_says_why() {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("key");
        assert_eq!(why(Secret::File(file.clone())).await, Some(Cause::File(FileFailure::Missing)));
        std::fs::write(&file, "\nkey").expect("written");
        assert_eq!(why(Secret::File(file)).await, Some(Cause::File(FileFailure::Empty)));
        assert_eq!(why(Secret::File(folder.path().to_owned())).await, Some(Cause::File(FileFailure::Unreadable)));
    }

    #[tokio::test]
    async fn a_secret_is_fetched_once() {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("key");
        std::fs::write(&file, "first\n").expect("written");
        let secrets = Secrets::new("17track", BTreeMap::from([("key".to_owned(), Secret::File(file.clone()))]));
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
