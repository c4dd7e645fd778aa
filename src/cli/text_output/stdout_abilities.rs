//! Standard output and what is known of it: a terminal or not, how wide, and how far it may be decorated.

use std::io::{self, BufWriter, IsTerminal, Write};

use serde::ser::SerializeSeq;
use serde::{Serialize, Serializer};
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use crate::barcode::is_dark;
use crate::config::Env;

/// Where data goes.
pub struct Output {
    to: Box<dyn Write>,
    width: Option<usize>,
    bold: bool,
    attributes: bool,
    ascii: bool,
}

impl Output {
    /// Standard output; `ascii`: our own arrows and dashes become ASCII, what came from outside stays as it is.
    #[must_use]
    pub fn standard(env: &Env, ascii: bool) -> Self {
        let out = io::stdout();
        let terminal = out.is_terminal();
        let columns = rustix::termios::tcgetwinsize(&out).ok().map(|size| usize::from(size.ws_col));
        let attributes = terminal && env.get("TERM").is_some_and(|term| term != "dumb");
        Self {
            width: columns.filter(|columns| terminal && *columns > 0),
            ascii,
            bold: attributes && env.get("NO_COLOR").is_none(),
            attributes,
            to: Box::new(BufWriter::new(out.lock())),
        }
    }

    /// The width of the terminal in columns; `None` where the output is no terminal.
    #[must_use]
    pub fn width(&self) -> Option<usize> {
        self.width
    }

    /// A text for people, in ASCII where that is wanted.
    #[must_use]
    pub fn plain(&self, text: &str) -> String {
        if !self.ascii {
            return text.to_owned();
        }
        text.replace('→', "->").replace(['—', '–'], "-").replace('…', "~").replace('×', "x")
    }

    /// Writes a line.
    ///
    /// # Errors
    /// The output is closed or full.
    pub fn line(&mut self, text: &str) -> io::Result<()> {
        self.to.write_all(text.as_bytes())?;
        self.to.write_all(b"\n")
    }

    /// Writes a line that stands out where the terminal can do it.
    ///
    /// # Errors
    /// The output is closed or full.
    pub fn bold(&mut self, text: &str) -> io::Result<()> {
        if self.bold { self.line(&format!("\u{1b}[1m{text}\u{1b}[0m")) } else { self.line(text) }
    }

    /// Writes the lines of a barcode by the ground of their cells: black on white, spelt out also where no colours are
    /// wanted. What is no terminal gets the characters.
    ///
    /// # Errors
    /// The output is closed or full.
    pub fn on_white(&mut self, lines: &[String]) -> io::Result<()> {
        let light = match (self.bold, self.attributes) {
            (true, _) => "\u{1b}[0;30;107m",
            (false, true) => "\u{1b}[0;7;97;40m",
            (false, false) => return lines.iter().try_for_each(|line| self.line(line)),
        };
        for line in lines {
            let cells: Vec<char> = line.chars().collect();
            let mut painted = String::new();
            for run in cells.chunk_by(|a, b| is_dark(*a) == is_dark(*b)) {
                let dark = is_dark(run[0]);
                painted.push_str(if dark { "\u{1b}[0;97;40m" } else { light });
                painted.extend(run.iter().map(|c| if dark { ' ' } else { *c }));
            }
            self.line(&format!("{painted}\u{1b}[0m"))?;
        }
        Ok(())
    }

    /// Writes bytes as they are.
    ///
    /// # Errors
    /// The output is closed or full.
    pub fn bytes(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.to.write_all(bytes)
    }

    /// Where to write what comes in pieces.
    pub fn raw(&mut self) -> &mut dyn Write {
        &mut self.to
    }

    /// Writes a JSON document, indented, with a line break at the end.
    ///
    /// # Errors
    /// The output is closed or full.
    pub fn json(&mut self, value: &impl Serialize) -> io::Result<()> {
        serde_json::to_writer_pretty(&mut self.to, value)?;
        self.to.write_all(b"\n")
    }

    /// Writes a JSON list, indented, each item as it comes, with a line break at the end. What fails on the way ends the
    /// output in the middle of the list.
    ///
    /// # Errors
    /// The output is closed or full, or an item cannot be had.
    pub fn json_list<T: Serialize, E: From<io::Error>>(
        &mut self,
        items: impl Iterator<Item = Result<T, E>>,
    ) -> Result<(), E> {
        let mut to = BufWriter::with_capacity(1 << 16, &mut self.to);
        let mut serializer = serde_json::Serializer::pretty(&mut to);
        let mut list = serializer.serialize_seq(None).map_err(io::Error::from)?;
        for item in items {
            list.serialize_element(&item?).map_err(io::Error::from)?;
        }
        list.end().map_err(io::Error::from)?;
        to.write_all(b"\n")?;
        Ok(to.flush()?)
    }

    /// Writes a JSON document on one line.
    ///
    /// # Errors
    /// The output is closed or full.
    pub fn json_line(&mut self, value: &impl Serialize) -> io::Result<()> {
        serde_json::to_writer(&mut self.to, value)?;
        self.to.write_all(b"\n")
    }

    /// Sends out what is held back.
    ///
    /// # Errors
    /// The output is closed or full.
    pub fn flush(&mut self) -> io::Result<()> {
        self.to.flush()
    }
}

/// Writes a sentence to standard error; that nobody can read it is no error.
pub fn talk(text: &str) {
    // Standard error holds nothing back: in one piece, it is one call of the system.
    let _ = io::stderr().lock().write_all(format!("{text}\n").as_bytes());
}

/// The text in at most `columns` columns, with an ellipsis where something is left out; cut between graphemes.
#[must_use]
pub fn fit(text: &str, columns: usize) -> String {
    if text.width() <= columns {
        return text.to_owned();
    }
    let mut out = String::new();
    for grapheme in text.graphemes(true) {
        if out.width() + grapheme.width() >= columns {
            break;
        }
        out.push_str(grapheme);
    }
    if columns > 0 {
        out.push('…');
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn what_is_cut_fits(text in "\\PC*", columns in 0usize..20) {
            prop_assert!(fit(&text, columns).width() <= columns.max(text.width().min(columns)));
        }
    }

    #[test]
    fn wide_letters_count_twice() {
        assert_eq!(fit("到达目的地", 10), "到达目的地");
        assert_eq!(fit("到达目的地", 9), "到达目的…");
        assert_eq!(fit("到达目的地", 8), "到达目…");
    }
}
