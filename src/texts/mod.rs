//! What the program says, in English and Russian: `i18n/<language>/posylka.ftl`, checked when it is compiled; and
//! what messages say, in Chinese too: `i18n/<language>/message.ftl`; and what the command line says of itself:
//! `i18n/<language>/help.ftl`.
//!
//! [`t!`](crate::t) fails the build where the English text is missing; a test fails where the
//! Russian one is, or where it takes other arguments.

mod help_texts;
mod message_texts;

use std::sync::{Arc, OnceLock};

use i18n_embed::LanguageLoader;
use i18n_embed::fluent::{FluentLanguageLoader, fluent_language_loader};
use rust_embed::RustEmbed;

pub use help_texts::HelpTexts;
pub use message_texts::{MessageTexts, Value};

#[derive(RustEmbed)]
#[folder = "i18n"]
struct Files;

/// A language the program speaks.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Language {
    /// English.
    #[default]
    En,
    /// Russian.
    Ru,
}

/// The texts in one language. They are parsed when the first one is asked for, since most runs that print JSON need
/// none. Cheap to clone; clones share what was parsed.
#[derive(Clone)]
pub struct Texts {
    language: Language,
    loader: Arc<OnceLock<FluentLanguageLoader>>,
}

impl Language {
    /// The language with that code; region and encoding are ignored (`ru_RU.UTF-8` is Russian).
    #[must_use]
    pub fn parse(code: &str) -> Option<Self> {
        let primary = code.split(['_', '-', '.', '@']).next().unwrap_or_default();
        match primary.to_ascii_lowercase().as_str() {
            "en" => Some(Self::En),
            "ru" => Some(Self::Ru),
            _ => None,
        }
    }

    /// The two-letter code.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Ru => "ru",
        }
    }
}

impl Texts {
    /// The texts of a language. The files are inside the program, so this cannot fail at run time; a file that does
    /// not parse fails the tests.
    #[must_use]
    pub fn new(language: Language) -> Self {
        Self { language, loader: Arc::default() }
    }

    /// Which language it is.
    #[must_use]
    pub fn language(&self) -> Language {
        self.language
    }

    /// The loader, for [`t!`](crate::t).
    #[must_use]
    pub fn loader(&self) -> &FluentLanguageLoader {
        self.loader.get_or_init(|| load(self.language))
    }
}

fn load(language: Language) -> FluentLanguageLoader {
    let loader = fluent_language_loader!();
    if let Ok(id) = language.code().parse() {
        let _ = loader.load_languages(&Files, &[id]);
    }
    loader.set_use_isolating(false);
    loader
}

/// A text in the reader's language: `t!(texts, "message-id", argument = value)`.
#[macro_export]
macro_rules! t {
    ($texts:expr, $id:literal $(, $name:ident = $value:expr)* $(,)?) => {
        i18n_embed_fl::fl!($texts.loader(), $id $(, $name = $value)*)
    };
}
