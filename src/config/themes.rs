//! Which theme a name means.

use super::nearest_word::nearest;
use super::{Config, Problem};
use crate::themes::{BuiltIn, Theme};

/// The theme of that name: the reader's own, else a built-in one.
///
/// # Errors
/// There is none; with the nearest, and all there are.
pub(super) fn named(config: &Config, name: &str) -> Result<Theme, Problem> {
    if let Some(own) = config.own_themes.get(name) {
        return Ok(own.clone());
    }
    BuiltIn::parse(name).map(Theme::of).ok_or_else(|| {
        let known =
            || BuiltIn::ALL.iter().map(|theme| theme.as_str()).chain(config.own_themes.keys().map(String::as_str));
        Problem::UnknownTheme {
            name: name.to_owned(),
            nearest: nearest(name, known()).map(str::to_owned),
            known: known().map(str::to_owned).collect(),
        }
    })
}
