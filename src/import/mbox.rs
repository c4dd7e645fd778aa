//! Many mails in one file, each after a line that begins with `From `.

use super::mail;
use super::parsed_file::{ImportSettings, Kind, ParsedFile};

/// Whether a file is a mailbox.
pub(super) fn is_mailbox(bytes: &[u8]) -> bool {
    let Some(end) = bytes.iter().take(1_000).position(|byte| *byte == b'\n') else { return false };
    bytes.starts_with(b"From ") && mail::is_mail(&bytes[end + 1..])
}

/// Reads every mail of a mailbox.
pub(super) fn read(bytes: &[u8], settings: &ImportSettings) -> ParsedFile {
    let mut intake = ParsedFile::new(Kind::Mailbox);
    let mut start: Option<usize> = None;
    let mut blank = true;
    let mut at = 0;
    for line in bytes.split_inclusive(|byte| *byte == b'\n') {
        // A line of a mail that begins so is written with a sign before it, or stands inside a paragraph, or what
        // follows is no head: not everybody writes the sign.
        if blank && line.starts_with(b"From ") && mail::is_mail(&bytes[at + line.len()..]) {
            if let Some(start) = start {
                mail::read(&bytes[start..at], settings, &mut intake);
            }
            start = Some(at + line.len());
        }
        blank = line.iter().all(u8::is_ascii_whitespace);
        at += line.len();
    }
    if let Some(start) = start.filter(|start| *start < bytes.len()) {
        mail::read(&bytes[start..], settings, &mut intake);
    }
    intake
}
