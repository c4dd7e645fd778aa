//! Copying through the terminal (OSC 52), so that it works over SSH; wrapped as what lies in between wants it.

use std::io;
use std::process::Stdio;
use std::time::{Duration, Instant};

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use tokio::io::AsyncWriteExt;
use tokio::process::Command;

use super::terminal_modes;
use crate::domain::CleanText;
use crate::use_cases::clipboard::ClipboardWay;

/// What GNU screen passes on in one piece: its strings hold 768 bytes.
const PIECE: usize = 500;
/// Longer than mosh waits between two pictures of the screen, so that it sees what stands between two copies.
const BETWEEN: Duration = Duration::from_millis(500);

/// The way to the clipboard, and what is under way.
pub(super) struct Clipboard {
    way: ClipboardWay,
    last: Option<CleanText>,
    /// To be sent at that time.
    late: Option<(Instant, CleanText)>,
}

impl Clipboard {
    pub fn new(way: ClipboardWay) -> Self {
        Self { way, last: None, late: None }
    }

    /// Asks for the text to be put on the clipboard. Nobody tells whether it was.
    pub fn send(&mut self, text: &CleanText) -> io::Result<()> {
        let again = self.way == ClipboardWay::Mosh && self.last.as_ref() == Some(text);
        self.last = Some(text.clone());
        if again {
            // mosh sends what differs from the last time: something else goes first.
            self.late = Some((Instant::now() + BETWEEN, text.clone()));
            return terminal_modes::write_all(&bytes(self.way, ""));
        }
        self.late = None;
        if self.way == ClipboardWay::Tmux {
            tokio::spawn(load_buffer(text.clone()));
        }
        terminal_modes::write_all(&bytes(self.way, text))
    }

    /// When [`Self::send_late`] has something to do.
    pub fn due(&self) -> Option<Instant> {
        self.late.as_ref().map(|(at, _)| *at)
    }

    /// Sends what was put off until now.
    pub fn send_late(&mut self) -> io::Result<()> {
        match self.late.take_if(|(at, _)| *at <= Instant::now()) {
            Some((_, text)) => terminal_modes::write_all(&bytes(self.way, &text)),
            None => Ok(()),
        }
    }
}

/// OSC 52, ended by BEL: inside of what screen passes on, the other end of a string would end that.
fn bytes(way: ClipboardWay, text: &str) -> Vec<u8> {
    let sequence = format!("\x1b]52;c;{}\x07", STANDARD.encode(text)).into_bytes();
    match way {
        ClipboardWay::Nowhere => Vec::new(),
        ClipboardWay::Screen => {
            sequence.chunks(PIECE).flat_map(|piece| [b"\x1bP", piece, b"\x1b\\"].concat()).collect()
        }
        ClipboardWay::Terminal | ClipboardWay::Tmux | ClipboardWay::Mosh => sequence,
    }
}

/// Gives the text to tmux, which sends it on to the terminal. Before 3.2 it cannot, and OSC 52 is all there is.
async fn load_buffer(text: CleanText) {
    let done = async {
        let mut tmux = Command::new("tmux")
            .args(["load-buffer", "-w", "-"])
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()?;
        if let Some(mut input) = tmux.stdin.take() {
            input.write_all(text.as_bytes()).await?;
        }
        tmux.wait().await
    };
    match done.await {
        Ok(status) if status.success() => {}
        Ok(status) => tracing::info!("tmux load-buffer: {status}"),
        Err(error) => tracing::info!("tmux load-buffer: {error}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_way_has_its_wrapping() {
        let plain = b"\x1b]52;c;UkIxMjM=\x07";
        for way in [ClipboardWay::Terminal, ClipboardWay::Tmux, ClipboardWay::Mosh] {
            assert_eq!(bytes(way, "RB123"), plain);
        }
        assert_eq!(bytes(ClipboardWay::Screen, "RB123"), [b"\x1bP", &plain[..], b"\x1b\\"].concat());
        assert_eq!(bytes(ClipboardWay::Nowhere, "RB123"), b"");
        assert_eq!(bytes(ClipboardWay::Mosh, ""), b"\x1b]52;c;\x07");
    }

    #[test]
    fn what_screen_passes_on_is_joined_again_and_no_piece_is_too_long() {
        let text = "Посылка ".repeat(900);
        let sent = String::from_utf8(bytes(ClipboardWay::Screen, &text)).unwrap();
        let pieces: Vec<&str> = sent.split("\x1b\\").filter(|piece| !piece.is_empty()).collect();
        assert!(pieces.iter().all(|piece| piece.starts_with("\x1bP") && piece.len() <= PIECE + 2));
        let joined: String = pieces.iter().map(|piece| &piece[2..]).collect();
        assert_eq!(joined.into_bytes(), bytes(ClipboardWay::Terminal, &text));
    }
}
