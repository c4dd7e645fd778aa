//! A message as every channel gets it.

use serde::Serialize;

use crate::json::NoticeJson;

/// The most that a channel takes of a text, in bytes of UTF-8.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct MostBytes(pub usize);

/// What goes out. As JSON it is what a program or a webhook gets.
#[derive(Serialize, Debug)]
pub struct Message {
    /// The same for every attempt to send it.
    pub id: String,
    /// Whether it may have arrived before.
    pub repeat: bool,
    /// Whether something in it cannot wait.
    pub urgent: bool,
    /// The language of the texts.
    pub language: &'static str,
    /// One line.
    pub title: String,
    /// Some lines; may be empty.
    pub text: String,
    /// What it tells, oldest first.
    pub notices: Vec<NoticeJson>,
}

/// A text cut at a character, so that it fits.
#[must_use]
pub(super) fn cut(text: &str, most: MostBytes) -> String {
    if text.len() <= most.0 {
        return text.to_owned();
    }
    let room = most.0.saturating_sub('…'.len_utf8());
    let end = (0..=room).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0);
    format!("{}…", &text[..end])
}
