//! What a packed file may become: checked by unpacking it into nothing, since what it says of its size may be untrue.

use std::io::{self, Cursor, Read};

use zip::ZipArchive;

use super::workbook_trouble::WorkbookTrouble;

/// A spreadsheet is not read where it is larger unpacked, in bytes.
const LARGEST: u64 = 128 << 20;
/// Nor where it holds more files.
const MOST_FILES: usize = 2_000;
/// Nor where its list of texts says that it holds more.
const MOST_TEXTS: u64 = 4_000_000;
/// A list of texts says so in so many first bytes.
const HEAD: usize = 4 << 10;

/// The names of the files in it, if all of it is within bounds.
///
/// # Errors
/// It is too large, or no archive.
pub(super) fn checked_names(bytes: &[u8]) -> Result<Vec<String>, WorkbookTrouble> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| WorkbookTrouble::Damaged)?;
    if archive.len() > MOST_FILES {
        return Err(WorkbookTrouble::TooLarge);
    }
    let mut left = LARGEST;
    let mut names = Vec::with_capacity(archive.len());
    for at in 0..archive.len() {
        let mut file = archive.by_index(at).map_err(|_| WorkbookTrouble::Damaged)?;
        let name = file.name().map_err(|_| WorkbookTrouble::Damaged)?.into_owned();
        let mut head = Vec::new();
        (&mut file).take(HEAD as u64).read_to_end(&mut head).map_err(|_| WorkbookTrouble::Damaged)?;
        let rest = io::copy(&mut file.take(left + 1), &mut io::sink()).map_err(|_| WorkbookTrouble::Damaged)?;
        let size = head.len() as u64 + rest;
        if size > left || promised_texts(&head) > MOST_TEXTS {
            return Err(WorkbookTrouble::TooLarge);
        }
        left -= size;
        names.push(name);
    }
    Ok(names)
}

/// How many texts a list of them says that it holds: room for so many is made before the first is read.
fn promised_texts(head: &[u8]) -> u64 {
    let head = String::from_utf8_lossy(head);
    let counts = head.match_indices("uniqueCount").map(|(at, _)| {
        let behind = head[at..]
            .trim_start_matches(|c: char| c.is_alphabetic() || c.is_whitespace() || matches!(c, '=' | '"' | '\''));
        let end = behind.find(|c: char| !c.is_ascii_digit()).unwrap_or(behind.len());
        behind[..end].parse().unwrap_or(u64::MAX * u64::from(end > 0))
    });
    counts.max().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_that_promises_too_much_is_seen() {
        assert_eq!(promised_texts(br#"<sst count="3" uniqueCount="12">"#), 12);
        assert_eq!(promised_texts(b"<sst uniqueCount = '99999999999999999999999'>"), u64::MAX);
        assert_eq!(promised_texts(b"<worksheet>"), 0);
    }
}
