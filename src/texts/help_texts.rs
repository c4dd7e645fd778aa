//! What the command line says of itself. In English most of it stands in the code, beside the arguments; the manual pages'
//! own words, and all of it in Russian, are in `i18n/<language>/help.ftl`.

use std::collections::HashMap;

use i18n_embed::LanguageLoader;
use i18n_embed::fluent::FluentLanguageLoader;

use super::{Files, Language};

/// The words of help and manual pages in one language.
pub struct HelpTexts {
    language: Language,
    loader: FluentLanguageLoader,
}

impl HelpTexts {
    /// Loads them. The files are inside the program, so this cannot fail at run time.
    #[must_use]
    pub fn new(language: Language) -> Self {
        let id = language.code().parse::<unic_langid::LanguageIdentifier>().unwrap_or_default();
        let loader = FluentLanguageLoader::new("help", id.clone());
        let _ = loader.load_languages(&Files, &[id]);
        loader.set_use_isolating(false);
        Self { language, loader }
    }

    /// Which language it is.
    #[must_use]
    pub fn language(&self) -> Language {
        self.language
    }

    /// The text with that id, where there is one.
    #[must_use]
    pub fn find(&self, id: &str) -> Option<String> {
        self.loader.has(id).then(|| self.loader.get(id))
    }

    /// The part of a text, where there is one: of a command the word about an argument.
    #[must_use]
    pub fn part(&self, id: &str, part: &str) -> Option<String> {
        self.loader.has_attr(id, part).then(|| self.loader.get_attr(id, part))
    }

    /// The text with that id and these values in it.
    #[must_use]
    pub fn get<const N: usize>(&self, id: &str, values: [(&'static str, &str); N]) -> String {
        let values = values.map(|(name, value)| (name, value.to_owned()));
        self.loader.get_args_concrete(
            id,
            values.map(|(name, value)| (name, value.into())).into_iter().collect::<HashMap<_, _>>(),
        )
    }
}
