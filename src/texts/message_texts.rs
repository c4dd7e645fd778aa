//! The texts of letters, in the language of whoever reads them.

use std::collections::HashMap;

use i18n_embed::LanguageLoader;
use i18n_embed::fluent::FluentLanguageLoader;

use super::Files;

/// What the file of each language is called.
const DOMAIN: &str = "message";

/// The texts of letters in one language.
pub struct MessageTexts {
    loader: FluentLanguageLoader,
}

/// What stands in the place of a name in a text.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Value {
    /// A text.
    Text(String),
    /// A number: texts may be chosen by it.
    Count(u32),
}

impl MessageTexts {
    /// Loads the texts of a language by its two-letter code. The files are inside the program, so this cannot fail at
    /// run time; a file that does not parse fails the tests.
    #[must_use]
    pub fn new(code: &str) -> Self {
        // The language itself stands in for it: half a letter in another one would be worse than none.
        let language = code.parse::<unic_langid::LanguageIdentifier>().unwrap_or_default();
        let loader = FluentLanguageLoader::new(DOMAIN, language.clone());
        let _ = loader.load_languages(&Files, &[language]);
        loader.set_use_isolating(false);
        Self { loader }
    }

    /// Whether there is such a text.
    #[must_use]
    pub fn has(&self, id: &str) -> bool {
        self.loader.has(id)
    }

    /// The text with these values in it.
    #[must_use]
    pub fn get<const N: usize>(&self, id: &str, values: [(&'static str, Value); N]) -> String {
        let values = values.into_iter().map(|(name, value)| match value {
            Value::Text(text) => (name, text.into()),
            Value::Count(n) => (name, n.into()),
        });
        self.loader.get_args_concrete(id, values.collect::<HashMap<_, _>>())
    }
}
