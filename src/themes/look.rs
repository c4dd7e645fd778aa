//! How a role looks: colours and weight.

use super::colour::{Colour, NAMES};

/// Colours and weight of a role.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Look {
    /// The letters.
    pub text: Colour,
    /// Behind them.
    pub background: Colour,
    /// The mark before them, where it is another than that of the letters.
    pub mark: Option<Colour>,
    /// Bold.
    pub bold: bool,
    /// Underlined.
    pub underline: bool,
    /// Letters and background change places.
    pub reverse: bool,
}

/// What is wrong with a look that somebody wrote.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum LookError {
    /// A word that is neither a colour nor a weight.
    Word(String),
    /// `on` or `mark` without a colour behind it.
    NoColour(&'static str),
}

const ON: &str = "on";
const MARK: &str = "mark";

impl Look {
    /// Every word that can stand in one, for the nearest one to a slip.
    pub fn words() -> impl Iterator<Item = &'static str> {
        NAMES.into_iter().chain(["default", "bold", "underline", "reverse", ON, MARK])
    }

    /// Reads a look: `203 bold`, `black on #ffd700`, `reverse`, `bold mark red`. No word at all is the terminal's own text.
    ///
    /// # Errors
    /// The first word that says nothing.
    pub fn parse(text: &str) -> Result<Self, LookError> {
        let mut look = Self::default();
        let mut words = text.split_whitespace();
        while let Some(word) = words.next() {
            match word {
                "bold" => look.bold = true,
                "underline" => look.underline = true,
                "reverse" => look.reverse = true,
                ON => look.background = colour(words.next(), ON)?,
                MARK => look.mark = Some(colour(words.next(), MARK)?),
                word => look.text = Colour::parse(word).ok_or_else(|| LookError::Word(word.to_owned()))?,
            }
        }
        Ok(look)
    }
}

fn colour(word: Option<&str>, before: &'static str) -> Result<Colour, LookError> {
    let word = word.ok_or(LookError::NoColour(before))?;
    Colour::parse(word).ok_or_else(|| LookError::Word(word.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::themes::Rgb;

    #[test]
    fn a_look_is_read_and_a_slip_is_named() {
        let look = Look::parse("black on #ffd700 bold").unwrap();
        assert_eq!((look.text, look.background), (Colour::Indexed(0), Colour::Exact(Rgb(255, 215, 0))));
        assert!(look.bold && !look.reverse && !look.underline);
        assert_eq!(Look::parse("bold mark 167").unwrap().mark, Some(Colour::Indexed(167)));
        assert_eq!(Look::parse("  "), Ok(Look::default()));
        assert_eq!(Look::parse("redd bold"), Err(LookError::Word("redd".to_owned())));
        assert_eq!(Look::parse("red on"), Err(LookError::NoColour("on")));
    }
}
