//! The reader's language before the command line is understood: for what is said about the command line itself.

use std::ffi::OsString;
use std::path::PathBuf;

use crate::config::{Config, Env, Flags, environment_snapshot};
use crate::texts::Language;

/// The language that flag, environment, configuration or locale name, in this order; mistakes in any of them are passed over.
#[must_use]
pub fn reader_language(arguments: &[OsString], env: &Env) -> Language {
    let words: Vec<&str> = arguments.iter().skip(1).filter_map(|word| word.to_str()).collect();
    // Of a message it is the message's language.
    let of_message = words.iter().find(|word| !word.starts_with('-')) == Some(&"message");
    let language = value(&words, "--lang").filter(|_| !of_message).and_then(Language::parse);
    let flags = Flags { language, config: value(&words, "--config").map(PathBuf::from), ..Flags::default() };
    Config::load(&flags, env).map_or_else(
        |_| environment_snapshot::language(&flags, env).ok().flatten().unwrap_or_else(|| env.locale()),
        |config| config.language,
    )
}

/// The value of a flag, whether it follows or stands behind `=`.
fn value<'a>(words: &[&'a str], flag: &str) -> Option<&'a str> {
    let at = |(at, word): (usize, &&'a str)| {
        let rest = word.strip_prefix(flag)?;
        if rest.is_empty() { words.get(at + 1).copied() } else { rest.strip_prefix('=') }
    };
    words.iter().enumerate().find_map(at)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn language(line: &str, env: &[(&str, &str)]) -> Language {
        let arguments: Vec<OsString> = line.split(' ').map(OsString::from).collect();
        let env = [&[("HOME", "/nowhere"), ("XDG_CONFIG_HOME", "/nowhere")], env].concat();
        reader_language(&arguments, &Env::of(&env))
    }

    #[test]
    fn flag_variable_and_locale_name_it_in_this_order() {
        let ru = [("LANG", "ru_RU.UTF-8")];
        assert_eq!(language("posylka --foo", &ru), Language::Ru);
        assert_eq!(language("posylka --foo --lang en", &ru), Language::En);
        assert_eq!(language("posylka list --lang=ru --foo", &[]), Language::Ru);
        assert_eq!(language("posylka --foo", &[("LANG", "ru_RU.UTF-8"), ("POSYLKA_LANG", "en")]), Language::En);
        assert_eq!(language("posylka message 1 --lang zh --foo", &ru), Language::Ru);
        assert_eq!(language("posylka --lang", &[]), Language::En);
    }
}
