//! Copying through the terminal, so that it works over SSH.

use crossterm::Command;
use crossterm::clipboard::CopyToClipboard;

use super::terminal_modes;
use crate::domain::CleanText;

/// Asks the terminal to put the text on the clipboard (OSC 52). Nobody tells whether it did.
pub(super) fn copy(text: &CleanText) -> std::io::Result<()> {
    let mut sequence = String::new();
    let _ = CopyToClipboard::to_clipboard_from(text.as_str()).write_ansi(&mut sequence);
    terminal_modes::write_all(sequence.as_bytes())
}
