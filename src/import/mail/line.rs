//! The lines of a mail as its reader sees them.

/// A line.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(super) struct Line {
    /// Its text; the cells of a table's row are apart by tabs.
    pub text: String,
    /// How often it is quoted.
    pub quotes: u8,
    /// Whether it is a heading.
    pub is_heading: bool,
    /// Whether all of it is a link: a button says what may be done, not what was.
    pub is_button: bool,
    /// Whether it may go on in the next line: plain text that was broken to fit.
    pub may_be_wrapped: bool,
    /// The addresses that its links lead to.
    pub links: Vec<String>,
}

impl Line {
    /// Whether nothing is to be seen of it.
    pub fn is_blank(&self) -> bool {
        self.text.trim().is_empty()
    }
}
