//! One value of the file, read as the table of keys says.

use toml::de::DeValue;

use super::error::Wanted;
use super::keys::{Key, Kind};
use super::nearest::nearest;
use super::{ConfigError, Place, Problem};
use crate::domain::Country;

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
}

/// Reads a value.
///
/// # Errors
/// It is of another kind or out of bounds.
pub fn read(key: &Key, path: &str, value: &DeValue, place: Place) -> Result<Value, ConfigError> {
    checked(key.kind, value).ok_or_else(|| {
        let secret = matches!(key.kind, Kind::Secret | Kind::Command | Kind::Proxy | Kind::Url);
        let problem = Problem::WrongValue {
            key: path.to_owned(),
            value: shown(value).filter(|_| !secret),
            wanted: Wanted::Kind(key.kind),
            nearest: meant(key.kind, value),
        };
        ConfigError { place, problem }
    })
}

fn checked(kind: Kind, value: &DeValue) -> Option<Value> {
    let text = value.as_str().map(str::trim).filter(|text| !text.is_empty());
    match kind {
        Kind::OneOf(words) => text.filter(|t| words.contains(t)).map(|t| Value::Text(t.to_owned())),
        Kind::Whole(least, most) => whole(value).filter(|n| (least..=most).contains(n)).map(Value::Whole),
        Kind::Country => text.and_then(Country::parse).map(Value::Country),
        Kind::Switch => value.as_bool().map(Value::Switch),
        Kind::Url => text.filter(|t| is_address(t, &["http", "https"])).map(|t| Value::Text(t.to_owned())),
        Kind::Proxy => {
            let schemes = ["http", "https", "socks5", "socks5h"];
            text.filter(|t| is_address(t, &schemes)).map(|t| Value::Text(t.to_owned()))
        }
        Kind::Secret | Kind::Command | Kind::File => text.map(|t| Value::Text(t.to_owned())),
    }
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

fn meant(kind: Kind, value: &DeValue) -> Option<&'static str> {
    let text = value.as_str()?.trim();
    match kind {
        Kind::OneOf(words) => nearest(text, words.iter().copied()),
        Kind::Switch => nearest(text, ["true", "false"]),
        _ => None,
    }
}
