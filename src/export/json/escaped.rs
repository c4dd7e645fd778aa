//! JSON in which no character is left that a terminal takes for a command, or that turns the direction of writing.

use std::io::{self, Write};

use serde::Serialize;
use serde_json::ser::{CompactFormatter, Formatter, Serializer};

use crate::domain::clean_text::is_harmless;

/// Writes a value; a reader of JSON gets the same as from any other writer.
///
/// # Errors
/// When the output cannot be written.
pub(super) fn write(out: &mut dyn Write, value: &impl Serialize) -> io::Result<()> {
    value.serialize(&mut Serializer::with_formatter(out, Escaped(CompactFormatter))).map_err(io::Error::from)
}

struct Escaped(CompactFormatter);

impl Formatter for Escaped {
    fn write_string_fragment<W: ?Sized + Write>(&mut self, out: &mut W, fragment: &str) -> io::Result<()> {
        let mut rest = fragment;
        while let Some(at) = rest.find(|c| !is_harmless(c)) {
            let (before, from) = rest.split_at(at);
            self.0.write_string_fragment(out, before)?;
            let odd = from.chars().next().unwrap_or_default();
            for unit in odd.encode_utf16(&mut [0; 2]) {
                write!(out, "\\u{unit:04x}")?;
            }
            rest = &from[odd.len_utf8()..];
        }
        self.0.write_string_fragment(out, rest)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_the_same_json_in_other_characters() {
        let text = "a\u{9d}0;x\u{9c}\u{202e}b\u{e0041}\u{1b}\"\\\nж到";
        let mut bytes = Vec::new();
        write(&mut bytes, &text).unwrap();
        let written = String::from_utf8(bytes).unwrap();
        assert_eq!(serde_json::from_str::<String>(&written).unwrap(), text);
        assert!(written.chars().all(is_harmless), "{written}");
        assert!(written.contains("ж到"), "letters stay");
    }
}
