//! The phrases of twelve languages that tell a step of an order, and the words around them that take it back.
//!
//! A phrase is words apart by spaces, phrases are apart by `|`. `a/b` is one of several words, `word*` a stem,
//! `word?` may be absent, `_` up to four words, `^` the beginning. Case, accents and apostrophes do not count.

mod chinese;
mod dutch;
mod english;
mod french;
mod german;
mod italian;
mod language;
mod polish;
mod portuguese;
mod russian;
mod spanish;
mod turkish;
mod ukrainian;

pub(super) use language::Language;

/// All of them.
pub(super) const LANGUAGES: [&Language; 12] = [
    &english::ENGLISH,
    &russian::RUSSIAN,
    &chinese::CHINESE,
    &german::GERMAN,
    &french::FRENCH,
    &spanish::SPANISH,
    &italian::ITALIAN,
    &polish::POLISH,
    &ukrainian::UKRAINIAN,
    &portuguese::PORTUGUESE,
    &dutch::DUTCH,
    &turkish::TURKISH,
];
