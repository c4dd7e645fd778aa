//! The environment: a snapshot, so that tests can bring their own.

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::path::PathBuf;

use chrono::{DateTime, Utc};
use secrecy::SecretString;

use super::error::ExpectedValue;
use super::schema::{SECRETS, Section, VARIABLES, ValueKind, source_ids};
use super::{Config, ConfigError, Flags, nearest_word};
use crate::notify::CHANNEL_SECRETS;
use crate::sources::Secret;
use crate::texts::Language;

/// The variables of the environment.
#[derive(Clone, Default)]
pub struct Env(BTreeMap<OsString, OsString>);

impl Env {
    /// The environment of this process.
    #[must_use]
    pub fn process() -> Self {
        Self(std::env::vars_os().collect())
    }

    /// An environment of one's own.
    #[must_use]
    pub fn of(variables: &[(&str, &str)]) -> Self {
        Self(variables.iter().map(|(name, value)| (name.into(), value.into())).collect())
    }

    /// A variable that is set, not empty, and text.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&str> {
        self.0.get(&OsString::from(name)).and_then(|v| v.to_str()).filter(|v| !v.is_empty())
    }

    /// A variable that is set and not empty, as a path.
    #[must_use]
    pub fn path(&self, name: &str) -> Option<PathBuf> {
        self.0.get(&OsString::from(name)).filter(|v| !v.is_empty()).map(PathBuf::from)
    }

    /// The language of the locale: the first that is set of `LC_ALL`, `LC_MESSAGES`, `LANG`; English where it is
    /// none of ours.
    #[must_use]
    pub fn locale(&self) -> Language {
        let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().find_map(|name| self.get(name));
        locale.and_then(Language::parse).unwrap_or_default()
    }

    /// Whether the locale says that the terminal takes UTF-8; `None` where no locale is set.
    #[must_use]
    pub fn is_utf8(&self) -> Option<bool> {
        let locale = ["LC_ALL", "LC_CTYPE", "LANG"].into_iter().find_map(|name| self.get(name))?;
        let charset = locale.split('@').next().unwrap_or_default().to_ascii_lowercase();
        Some(charset.ends_with("utf-8") || charset.ends_with("utf8"))
    }

    /// Variables that begin like ours and are none: probably misspelt.
    #[must_use]
    pub fn strangers(&self) -> Vec<(String, Option<String>)> {
        let known: Vec<String> =
            VARIABLES.iter().map(|(name, _)| (*name).to_owned()).chain(secrets().map(|(name, ..)| name)).collect();
        let ours = self.0.keys().filter_map(|name| name.to_str()).filter(|name| name.starts_with("POSYLKA_"));
        // Which channels there are, only the file tells.
        let ours = ours.filter(|name| !name.starts_with("POSYLKA_NOTIFY_"));
        ours.filter(|name| !known.iter().any(|k| k == name)).map(|name| (name.to_owned(), near(name, &known))).collect()
    }
}

/// The variable that was probably meant: what all names begin with says nothing.
fn near(name: &str, known: &[String]) -> Option<String> {
    let own = |name: &str| name.trim_start_matches("POSYLKA_").to_lowercase();
    let known: Vec<String> = known.iter().map(|k| own(k)).collect();
    let nearest = nearest_word::nearest(&own(name), known.iter().map(String::as_str))?;
    Some(format!("POSYLKA_{}", nearest.to_uppercase()))
}

/// Every variable that can hold a secret: its name, the source, the secret.
fn secrets() -> impl Iterator<Item = (String, &'static str, &'static str)> {
    source_ids().into_iter().flat_map(|id| SECRETS.into_iter().map(move |secret| (variable(id, secret), id, secret)))
}

/// The variable for a secret of a source: `POSYLKA_17TRACK_KEY`.
#[must_use]
pub fn variable(id: &str, secret: &str) -> String {
    format!("POSYLKA_{}_{}", id.to_uppercase().replace('-', "_"), secret.to_uppercase())
}

/// The variable for a secret of a channel: `POSYLKA_NOTIFY_PHONE_TOKEN`.
#[must_use]
pub fn channel_variable(name: &str, secret: &str) -> String {
    variable(&format!("notify-{name}"), secret)
}

/// The language that flag or environment name; `None`: neither, or `auto`.
///
/// # Errors
/// `POSYLKA_LANG` names a language we do not speak.
pub fn language(flags: &Flags, env: &Env) -> Result<Option<Language>, ConfigError> {
    let Some(word) = env.get("POSYLKA_LANG").filter(|_| flags.language.is_none()) else { return Ok(flags.language) };
    match (word, Language::parse(word)) {
        ("auto", _) => Ok(None),
        (_, Some(language)) => Ok(Some(language)),
        _ => {
            let kind = Section::Top.key("language").map_or(ValueKind::OneOf(&[]), |key| key.kind);
            Err(ConfigError::variable("POSYLKA_LANG", word, ExpectedValue::Kind(kind)))
        }
    }
}

/// Lays the environment over the configuration.
///
/// # Errors
/// A variable with a value that cannot be.
pub fn apply(config: &mut Config, env: &Env) -> Result<(), ConfigError> {
    if let Some(now) = env.get("POSYLKA_NOW") {
        config.now = Some(instant(now)?);
    }
    config.offline = match env.get("POSYLKA_OFFLINE") {
        None | Some("0" | "false" | "no") => false,
        Some("1" | "true" | "yes") => true,
        Some(other) => return Err(ConfigError::variable("POSYLKA_OFFLINE", other, ExpectedValue::Bit)),
    };
    for (name, id, secret) in secrets() {
        if let Some(value) = env.get(&name) {
            let settings = config.sources.entry(id.to_owned()).or_default();
            settings.secrets.insert(secret.to_owned(), Secret::Plain(SecretString::from(value)));
        }
    }
    for channel in &mut config.notify.channels {
        for secret in CHANNEL_SECRETS {
            if let Some(value) = env.get(&channel_variable(&channel.name, secret)) {
                channel.secrets.insert(secret.to_owned(), Secret::Plain(SecretString::from(value)));
            }
        }
    }
    Ok(())
}

fn instant(text: &str) -> Result<DateTime<Utc>, ConfigError> {
    let wrong = |_| ConfigError::variable("POSYLKA_NOW", text, ExpectedValue::Time);
    DateTime::parse_from_rfc3339(text).map(|t| t.to_utc()).map_err(wrong)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_locale_that_is_set_counts() {
        assert_eq!(Env::of(&[("LANG", "ru_RU.UTF-8")]).locale(), Language::Ru);
        assert_eq!(Env::of(&[("LANG", "ru_RU.UTF-8"), ("LC_ALL", "C")]).locale(), Language::En);
        assert_eq!(Env::of(&[("LC_MESSAGES", "ru"), ("LC_ALL", "")]).locale(), Language::Ru);
        assert_eq!(Env::of(&[("LANG", "de_DE.UTF-8")]).locale(), Language::En);
    }

    #[test]
    fn only_a_locale_that_says_utf_8_is_utf_8() {
        assert_eq!(Env::of(&[]).is_utf8(), None);
        assert_eq!(Env::of(&[("LANG", "ru_RU.utf8")]).is_utf8(), Some(true));
        assert_eq!(Env::of(&[("LANG", "ru_RU.UTF-8"), ("LC_ALL", "POSIX")]).is_utf8(), Some(false));
        assert_eq!(Env::of(&[("LANG", "uk_UA.UTF-8@euro")]).is_utf8(), Some(true));
    }

    #[test]
    fn a_misspelt_variable_is_found_with_the_right_one() {
        let env =
            Env::of(&[("POSYLKA_17TRAK_KEY", "x"), ("POSYLKA_LANG", "ru"), ("PATH", "/"), ("POSYLKA_XYZZY", "1")]);
        let right = Some("POSYLKA_17TRACK_KEY".to_owned());
        assert_eq!(env.strangers(), [("POSYLKA_17TRAK_KEY".to_owned(), right), ("POSYLKA_XYZZY".to_owned(), None)]);
    }

    #[test]
    fn a_variable_gives_a_source_its_secret_and_wins_over_the_file() {
        let env = Env::of(&[("POSYLKA_RUSSIAN_POST_PASSWORD", "p")]);
        let mut config = Config::defaults(PathBuf::new(), PathBuf::new());
        let settings = config.sources.entry("russian-post".to_owned()).or_default();
        settings.secrets.insert("password".to_owned(), Secret::Command("pass".to_owned()));
        apply(&mut config, &env).unwrap();
        assert!(matches!(config.sources["russian-post"].secrets["password"], Secret::Plain(_)));
    }
}
