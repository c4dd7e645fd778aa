//! Whether bytes are a mail.

/// The headers are looked for in so many first bytes.
const HEAD: usize = 16 << 10;

/// Whether a file is a mail: it starts with headers, among them two that mails have.
pub(in crate::import) fn is_mail(bytes: &[u8]) -> bool {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let mut known = 0;
    for line in bytes[..bytes.len().min(HEAD)].split(|byte| *byte == b'\n') {
        if line.trim_ascii().is_empty() {
            break;
        }
        if line.starts_with(b" ") || line.starts_with(b"\t") {
            continue;
        }
        let Some(end) = line.iter().position(|byte| *byte == b':') else { return false };
        let name = &line[..end];
        if name.is_empty() || !name.iter().all(|b| b.is_ascii_alphanumeric() || *b == b'-') {
            return false;
        }
        let is = |known: &str| name.eq_ignore_ascii_case(known.as_bytes());
        known += usize::from(
            ["from", "to", "subject", "date", "message-id", "received", "mime-version", "content-type"]
                .iter()
                .any(|known| is(known)),
        );
    }
    known >= 2
}
