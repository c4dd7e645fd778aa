//! Sections of sources of the user's own: `[sources.NAME]` with a `command`.

use std::time::Duration;

use toml::de::DeTable;

use super::Problem;
use super::nearest_word::nearest;
use super::parse_value::Value;
use super::schema::{Section, SettingKey, source_ids};
use crate::domain::SourceId;
use crate::sources::CommandSourceSettings;

/// The longest name, in characters.
const LONGEST: usize = 40;

/// Whether a section under a name that is no built-in source's is one of the user's own. A slip in a built-in
/// source's name is not taken for one.
///
/// # Errors
/// What is wrong with its name, or that it does not say what to run.
pub(super) fn check(id: &str, table: &DeTable) -> Result<(), Problem> {
    let has = |name: &str| table.keys().any(|key| key.get_ref() == name);
    if has("command") {
        // What the user says himself is kept under that name.
        return if is_name(id) && id != SourceId::user().as_str() {
            Ok(())
        } else {
            Err(Problem::WrongName { id: id.to_owned() })
        };
    }
    let only_here = Section::Outside.keys().filter(|key| Section::Source.key(key.name).is_none());
    if only_here.map(|key| key.name).any(has) {
        return Err(Problem::NoCommand { section: format!("sources.{id}") });
    }
    Err(Problem::UnknownSource { id: id.to_owned(), nearest: nearest(id, source_ids()) })
}

/// Lower-case letters, digits and dashes, a letter or digit first.
fn is_name(id: &str) -> bool {
    let allowed = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    id.len() <= LONGEST && !id.is_empty() && !id.starts_with('-') && id.bytes().all(allowed)
}

/// Puts a value in its place.
pub(super) fn set(settings: &mut CommandSourceSettings, key: &SettingKey, value: Value) {
    match (key.name, value) {
        (_, Value::List(command)) => settings.command = command,
        (_, Value::Formats(formats)) => settings.formats = formats,
        ("name", Value::Text(name)) => settings.name = Some(name),
        ("page", Value::Text(page)) => settings.page = Some(page),
        ("batch", Value::Whole(numbers)) => settings.batch = Some(numbers),
        ("daily_budget", Value::Whole(runs)) => settings.daily_budget = Some(runs),
        ("min_interval_minutes", Value::Whole(minutes)) => {
            settings.min_interval = Duration::from_secs(u64::from(minutes) * 60);
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_plain() {
        assert!(is_name("my-courier") && is_name("2go"));
        for wrong in ["", "-x", "My", "a_b", "a b", "курьер", &"a".repeat(41)] {
            assert!(!is_name(wrong), "{wrong}");
        }
    }
}
