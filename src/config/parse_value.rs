//! One value of the file, read as the table of keys says.

use toml::de::DeValue;

use super::error::ExpectedValue;
use super::nearest_word::nearest;
use super::schema::{SettingKey, ValueKind};
use super::{ConfigError, ConfigLocation, Problem};
use crate::domain::notice::{QuietHours, time_of_day};
use crate::domain::{Country, number};
use crate::themes::{Look, LookError};

/// A value that is what it has to be.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Value {
    /// A word, an address, a command, a path, a secret.
    Text(String),
    /// A whole number.
    Whole(u32),
    /// On or off.
    Switch(bool),
    /// A country.
    Country(Country),
    /// A program and its arguments.
    List(Vec<String>),
    /// Formats of numbers.
    Formats(Vec<&'static str>),
    /// How a role looks.
    Look(Look),
}

/// Reads a value.
///
/// # Errors
/// It is of another kind or out of bounds.
pub fn read(key: &SettingKey, path: &str, value: &DeValue, place: ConfigLocation) -> Result<Value, ConfigError> {
    checked(key.kind, value).ok_or_else(|| {
        let secret = matches!(
            key.kind,
            ValueKind::Secret
                | ValueKind::Command
                | ValueKind::Proxy
                | ValueKind::Url
                | ValueKind::Server
                | ValueKind::Program
        );
        // Of a list, what is wrong in it.
        let odd = stranger(key.kind, value);
        let problem = Problem::WrongValue {
            key: path.to_owned(),
            value: shown(odd.unwrap_or(value)).filter(|_| !secret),
            wanted: ExpectedValue::Kind(key.kind),
            nearest: odd.map_or_else(|| meant(key.kind, value), |odd| nearest_in_list(key.kind, odd)),
        };
        ConfigError { place, problem }
    })
}

fn checked(kind: ValueKind, value: &DeValue) -> Option<Value> {
    let text = value.as_str().map(str::trim).filter(|text| !text.is_empty());
    match kind {
        ValueKind::OneOf(words) => text.filter(|t| words.contains(t)).map(|t| Value::Text(t.to_owned())),
        ValueKind::Whole(least, most) => whole(value).filter(|n| (least..=most).contains(n)).map(Value::Whole),
        ValueKind::Country => text.and_then(Country::parse).map(Value::Country),
        ValueKind::Switch => value.as_bool().map(Value::Switch),
        ValueKind::Url => text.filter(|t| is_address(t, &["http", "https"])).map(|t| Value::Text(t.to_owned())),
        ValueKind::Proxy => {
            let schemes = ["http", "https", "socks5", "socks5h"];
            text.filter(|t| is_address(t, &schemes)).map(|t| Value::Text(t.to_owned()))
        }
        ValueKind::Look => value.as_str().and_then(|text| Look::parse(text).ok()).map(Value::Look),
        ValueKind::Secret | ValueKind::Command | ValueKind::File | ValueKind::Words | ValueKind::Theme => {
            text.map(|t| Value::Text(t.to_owned()))
        }
        ValueKind::Page => text
            .filter(|t| is_address(t, &["http", "https"]) && t.contains("{number}"))
            .map(|t| Value::Text(t.to_owned())),
        ValueKind::Server => {
            let schemes = ["http", "https", "smtp", "smtps"];
            text.filter(|t| is_address(t, &schemes)).map(|t| Value::Text(t.to_owned()))
        }
        ValueKind::Hours => {
            text.filter(|t| *t == "off" || QuietHours::parse(t).is_some()).map(|t| Value::Text(t.to_owned()))
        }
        ValueKind::TimeOfDay => text.filter(|t| time_of_day(t).is_some()).map(|t| Value::Text(t.to_owned())),
        ValueKind::SomeOf(words) => texts(value, |text| words.contains(&text)).map(Value::List),
        ValueKind::List => texts(value, |_| true).map(Value::List),
        ValueKind::Program => program(value).map(Value::List),
        ValueKind::Formats => formats(value).map(Value::Formats),
    }
}

/// A program that is named, and its arguments, which may be empty but hold no NUL, as nothing that is run can.
fn program(value: &DeValue) -> Option<Vec<String>> {
    let parts = value.as_array()?.iter().map(|part| part.get_ref().as_str().map(str::to_owned));
    let parts: Vec<String> = parts.collect::<Option<_>>()?;
    let is_named = parts.first().is_some_and(|program| !program.trim().is_empty());
    (is_named && !parts.iter().any(|part| part.contains('\0'))).then_some(parts)
}

/// A list of texts that are not empty, at least one.
fn texts(value: &DeValue, fits: impl Fn(&str) -> bool) -> Option<Vec<String>> {
    let list = value.as_array().filter(|list| !list.is_empty())?;
    let text = |value: &toml::Spanned<DeValue>| {
        let text = value.get_ref().as_str()?.trim().to_owned();
        (!text.is_empty() && fits(&text)).then_some(text)
    };
    list.iter().map(text).collect()
}

/// Formats that the table knows, at least one.
fn formats(value: &DeValue) -> Option<Vec<&'static str>> {
    let list = value.as_array().filter(|list| !list.is_empty())?;
    list.iter().map(|id| number::format(id.get_ref().as_str()?.trim()).map(|format| format.id)).collect()
}

fn nearest_in_list(kind: ValueKind, value: &DeValue) -> Option<&'static str> {
    let written = value.as_str()?.trim();
    match kind {
        ValueKind::SomeOf(words) => nearest(written, words.iter().copied()),
        _ => nearest(written, number::formats().map(|format| format.id)),
    }
}

/// The first element of a list of words that is none of them.
fn stranger<'v, 'i>(kind: ValueKind, value: &'v DeValue<'i>) -> Option<&'v DeValue<'i>> {
    let fits = |text: &str| match kind {
        ValueKind::Formats => number::format(text.trim()).is_some(),
        ValueKind::SomeOf(words) => words.contains(&text.trim()),
        _ => true,
    };
    let mut list = value.as_array()?.iter().map(toml::Spanned::get_ref);
    list.find(|value| !value.as_str().is_some_and(fits))
        .filter(|_| matches!(kind, ValueKind::Formats | ValueKind::SomeOf(_)))
}

fn whole(value: &DeValue) -> Option<u32> {
    let integer = value.as_integer()?;
    u32::from_str_radix(integer.as_str(), integer.radix()).ok()
}

fn is_address(text: &str, schemes: &[&str]) -> bool {
    let Some((scheme, rest)) = text.split_once("://") else { return false };
    schemes.contains(&scheme.to_ascii_lowercase().as_str())
        && reqwest::Url::parse(text).is_ok_and(|url| url.has_host())
        && !rest.is_empty()
}

/// A value as it is shown in a message; tables and arrays are not.
fn shown(value: &DeValue) -> Option<String> {
    match value {
        DeValue::String(text) => Some(format!("\"{text}\"")),
        DeValue::Integer(number) => Some(number.as_str().to_owned()),
        DeValue::Float(number) => Some(number.as_str().to_owned()),
        DeValue::Boolean(on) => Some(on.to_string()),
        DeValue::Datetime(time) => Some(time.to_string()),
        DeValue::Array(_) | DeValue::Table(_) => None,
    }
}

fn meant(kind: ValueKind, value: &DeValue) -> Option<&'static str> {
    let text = value.as_str()?.trim();
    match kind {
        ValueKind::OneOf(words) => nearest(text, words.iter().copied()),
        ValueKind::Switch => nearest(text, ["true", "false"]),
        ValueKind::Look => match Look::parse(text) {
            Err(LookError::Word(word)) => nearest(&word, Look::words()),
            _ => None,
        },
        _ => None,
    }
}
