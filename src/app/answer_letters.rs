//! The letters that answer a question: they mean what they stand for in the reader's language, wherever they are on the
//! keyboard.

use super::layout_free_key::Key;
use crate::texts::Language;

/// An answer.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Answer {
    /// Do it.
    Yes,
    /// Leave it.
    No,
}

/// The letters for yes and for no, the one to show first. A letter that would be yes in one language or layout and no in
/// another is never yes: "н" shares its key with "y".
#[must_use]
pub fn letters(answer: Answer, language: Language) -> &'static [Key] {
    const YES_EN: &[Key] = &[Key::char('y'), Key::char('Y'), Key::char('д'), Key::char('Д')];
    const YES_RU: &[Key] = &[Key::char('д'), Key::char('Д'), Key::char('l'), Key::char('L')];
    const NO_EN: &[Key] =
        &[Key::char('n'), Key::char('N'), Key::char('т'), Key::char('Т'), Key::char('н'), Key::char('Н')];
    const NO_RU: &[Key] =
        &[Key::char('н'), Key::char('Н'), Key::char('n'), Key::char('N'), Key::char('т'), Key::char('Т')];
    match (answer, language) {
        (Answer::Yes, Language::En) => YES_EN,
        (Answer::Yes, Language::Ru) => YES_RU,
        (Answer::No, Language::En) => NO_EN,
        (Answer::No, Language::Ru) => NO_RU,
    }
}

/// What a letter answers.
#[must_use]
pub fn answer(key: Key, language: Language) -> Option<Answer> {
    [Answer::Yes, Answer::No].into_iter().find(|answer| letters(*answer, language).contains(&key))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn n_is_never_yes_and_d_is_in_russian() {
        for language in [Language::En, Language::Ru] {
            for no in ['н', 'Н', 'n', 'N', 'т'] {
                assert_eq!(answer(Key::char(no), language), Some(Answer::No), "{no}");
            }
            assert_eq!(answer(Key::char('д'), language), Some(Answer::Yes));
        }
        assert_eq!(answer(Key::char('y'), Language::En), Some(Answer::Yes));
        assert_eq!(answer(Key::char('y'), Language::Ru), None, "it is on the key of «н»");
    }
}
