//! Mistakes in the configuration, in the reader's words.

use crate::config::error::Wanted;
use crate::config::schema::Kind;
use crate::config::{ConfigError, Place, Problem};
use crate::t;
use crate::texts::Texts;

/// A sentence with file, line and key, and the nearest right one as the hint.
#[must_use]
pub fn config(texts: &Texts, error: &ConfigError) -> (String, Option<String>) {
    let (what, hint) = problem(texts, &error.problem);
    (t!(texts, "config-place", place = place(texts, &error.place), what = what), hint)
}

fn place(texts: &Texts, place: &Place) -> String {
    match place {
        Place::File(path, 0) => path.display().to_string(),
        Place::File(path, line) => {
            t!(texts, "config-line", file = path.display().to_string(), line = line.to_string())
        }
        Place::Variable(name) => name.clone(),
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
        Problem::TwoWays { first, second } => {
            let what = t!(texts, "config-two-ways", first = first.as_str(), second = second.as_str());
            (what, Some(t!(texts, "config-keep-one")))
        }
        Problem::NoHome => (t!(texts, "config-no-home"), Some(t!(texts, "config-no-home-hint"))),
    }
}

fn wanted(texts: &Texts, wanted: Wanted) -> String {
    match wanted {
        Wanted::Kind(Kind::OneOf(words)) => t!(texts, "config-wanted-one-of", words = words.join(", ")),
        Wanted::Kind(Kind::Whole(least, most)) => {
            t!(texts, "config-wanted-whole", least = least.to_string(), most = most.to_string())
        }
        Wanted::Kind(Kind::Country) => t!(texts, "config-wanted-country"),
        Wanted::Kind(Kind::Switch) => t!(texts, "config-wanted-switch"),
        Wanted::Kind(Kind::Url) => t!(texts, "config-wanted-url"),
        Wanted::Kind(Kind::Proxy) => t!(texts, "config-wanted-proxy"),
        Wanted::Kind(Kind::Page) => t!(texts, "config-wanted-page"),
        Wanted::Kind(Kind::Program) => t!(texts, "config-wanted-program"),
        Wanted::Kind(Kind::Formats) => t!(texts, "config-wanted-formats"),
        Wanted::Kind(Kind::Secret | Kind::Command | Kind::File | Kind::Words) => t!(texts, "config-wanted-text"),
        Wanted::Table => t!(texts, "config-wanted-table"),
        Wanted::Bit => t!(texts, "config-wanted-bit"),
        Wanted::Time => t!(texts, "config-wanted-time"),
    }
}
