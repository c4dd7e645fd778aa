//! The line of a text that is the secret.

/// So much of a command's output or of a file is read, in bytes.
pub(in crate::sources) const MAX_BYTES: usize = 16 * 1024;

/// The first line without spaces around it; `None`: it is empty.
pub(in crate::sources) fn first_line(text: &str) -> Option<String> {
    let line = text.lines().next().unwrap_or_default().trim();
    (!line.is_empty()).then(|| line.to_owned())
}
