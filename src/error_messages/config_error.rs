//! Mistakes in the configuration.

use super::error_message::ErrorMessage;
use crate::config::error::ExpectedValue;
use crate::config::schema::ValueKind;
use crate::config::{ConfigError, ConfigLocation, Problem};
use crate::t;
use crate::texts::Texts;

/// A sentence with file, line and key, and the nearest right one as the hint.
pub(super) fn message(texts: &Texts, error: &ConfigError) -> ErrorMessage {
    let (what, hint) = problem(texts, &error.problem);
    let what = t!(texts, "config-place", place = place(texts, &error.place), what = what);
    ErrorMessage::usage(&what, hint.as_deref())
}

fn place(texts: &Texts, place: &ConfigLocation) -> String {
    match place {
        ConfigLocation::File(path, 0) => path.display().to_string(),
        ConfigLocation::File(path, line) => {
            t!(texts, "config-line", file = path.display().to_string(), line = line.to_string())
        }
        ConfigLocation::Variable(name) => name.clone(),
    }
}

fn problem(texts: &Texts, problem: &Problem) -> (String, Option<String>) {
    match problem {
        Problem::Unreadable(why) => (t!(texts, "config-unreadable", why = why.as_str()), None),
        Problem::Syntax(what) => (t!(texts, "config-syntax", what = what.as_str()), None),
        Problem::UnknownKey { key, nearest } => {
            let hint = match nearest {
                Some(right) => t!(texts, "config-did-you-mean", right = right.as_str()),
                None => t!(texts, "config-see-keys"),
            };
            (t!(texts, "config-unknown-key", key = key.as_str()), Some(hint))
        }
        Problem::UnknownSource { id, nearest } => {
            let hint = match nearest {
                Some(right) => t!(texts, "config-did-you-mean", right = format!("sources.{right}")),
                None => t!(texts, "config-see-sources"),
            };
            (t!(texts, "config-unknown-source", id = id.as_str()), Some(hint))
        }
        Problem::WrongName { id } => {
            (t!(texts, "config-wrong-name", id = id.as_str()), Some(t!(texts, "config-wanted-name")))
        }
        Problem::NoCommand { section } => {
            (t!(texts, "config-no-command", section = section.as_str()), Some(t!(texts, "config-wanted-program")))
        }
        Problem::WrongValue { key, value, wanted, nearest } => {
            let what = match value {
                Some(value) => t!(texts, "config-wrong-value", key = key.as_str(), value = value.as_str()),
                None => t!(texts, "config-wrong-secret", key = key.as_str()),
            };
            let hint = match nearest {
                Some(right) => t!(texts, "config-did-you-mean", right = (*right).to_owned()),
                None => self::wanted(texts, *wanted),
            };
            (what, Some(hint))
        }
        Problem::UnknownTheme { name, nearest, known } => {
            let hint = match nearest {
                Some(right) => t!(texts, "config-did-you-mean", right = right.as_str()),
                None => t!(texts, "config-wanted-one-of", words = known.join(", ")),
            };
            (t!(texts, "config-unknown-theme", name = name.as_str()), Some(hint))
        }
        Problem::WrongChannelName { id } => {
            (t!(texts, "config-wrong-channel-name", id = id.as_str()), Some(t!(texts, "config-wanted-channel-name")))
        }
        Problem::MissingKey { key, wanted } => {
            let hint = self::wanted(texts, ExpectedValue::Kind(*wanted));
            (t!(texts, "config-missing-key", key = key.as_str()), Some(hint))
        }
        Problem::TwoWays { first, second } => {
            let what = t!(texts, "config-two-ways", first = first.as_str(), second = second.as_str());
            (what, Some(t!(texts, "config-keep-one")))
        }
        Problem::NoHome => (t!(texts, "config-no-home"), Some(t!(texts, "config-no-home-hint"))),
    }
}

fn wanted(texts: &Texts, wanted: ExpectedValue) -> String {
    match wanted {
        ExpectedValue::Kind(ValueKind::OneOf(words)) => t!(texts, "config-wanted-one-of", words = words.join(", ")),
        ExpectedValue::Kind(ValueKind::Whole(least, most)) => {
            t!(texts, "config-wanted-whole", least = least.to_string(), most = most.to_string())
        }
        ExpectedValue::Kind(ValueKind::Country) => t!(texts, "config-wanted-country"),
        ExpectedValue::Kind(ValueKind::Switch) => t!(texts, "config-wanted-switch"),
        ExpectedValue::Kind(ValueKind::Url) => t!(texts, "config-wanted-url"),
        ExpectedValue::Kind(ValueKind::Server) => t!(texts, "config-wanted-server"),
        ExpectedValue::Kind(ValueKind::Hours) => t!(texts, "config-wanted-hours"),
        ExpectedValue::Kind(ValueKind::TimeOfDay) => t!(texts, "config-wanted-time-of-day"),
        ExpectedValue::Kind(ValueKind::SomeOf(words)) => t!(texts, "config-wanted-some-of", words = words.join(", ")),
        ExpectedValue::Kind(ValueKind::List) => t!(texts, "config-wanted-list"),
        ExpectedValue::Kind(ValueKind::Proxy) => t!(texts, "config-wanted-proxy"),
        ExpectedValue::Kind(ValueKind::Page) => t!(texts, "config-wanted-page"),
        ExpectedValue::Kind(ValueKind::Program) => t!(texts, "config-wanted-program"),
        ExpectedValue::Kind(ValueKind::Formats) => t!(texts, "config-wanted-formats"),
        ExpectedValue::Kind(ValueKind::Look) => t!(texts, "config-wanted-look"),
        ExpectedValue::Kind(
            ValueKind::Secret | ValueKind::Command | ValueKind::File | ValueKind::Words | ValueKind::Theme,
        ) => t!(texts, "config-wanted-text"),
        ExpectedValue::Table => t!(texts, "config-wanted-table"),
        ExpectedValue::Bit => t!(texts, "config-wanted-bit"),
        ExpectedValue::Time => t!(texts, "config-wanted-time"),
    }
}
