//! The zip around the files: the same bytes for the same files, and a seal over all of them.
//!
//! The comment at the end of the file names the SHA-256 of the manifest, and last of all the seal: the SHA-256 of
//! every byte before it. So a change of any byte is found, whatever wrote the zip; and whoever changes a file and
//! makes a new seal has another manifest than the one that was noted.

use std::io::{Cursor, Write};

use chrono::{DateTime, Datelike, Timelike, Utc};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use super::hash_and_time_format::sha256;
use super::manifest;
use super::pack_file::File;

/// The digits of a SHA-256.
pub(super) const DIGITS: usize = 64;

/// The comment of a pack, up to the seal.
pub(super) fn comment(manifest_sha256: &str) -> String {
    format!("{} manifest={manifest_sha256} seal=", manifest::FORMAT)
}

/// Writes the files in their order, with the time of the pack on each.
///
/// # Errors
/// A file is larger than a zip can hold.
pub(super) fn write(files: &[File], manifest_sha256: &str, now: DateTime<Utc>) -> zip::result::ZipResult<Vec<u8>> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .compression_level(Some(6))
        .last_modified_time(stamp(now))
        .unix_permissions(0o644);
    for file in files {
        zip.start_file(file.path.as_str(), options)?;
        zip.write_all(&file.bytes)?;
    }
    // The seal's place has to be counted in the comment's length before the seal is known.
    zip.set_comment(format!("{}{}", comment(manifest_sha256), "0".repeat(DIGITS)))?;
    let mut bytes = zip.finish()?.into_inner();
    bytes.truncate(bytes.len().saturating_sub(DIGITS));
    let seal = sha256(&bytes);
    bytes.extend_from_slice(seal.as_bytes());
    Ok(bytes)
}

/// The moment as a zip has it: UTC in steps of two seconds, from 1980 on.
fn stamp(now: DateTime<Utc>) -> zip::DateTime {
    let part = |n: u32| u8::try_from(n).unwrap_or_default();
    let year = u16::try_from(now.year()).unwrap_or_default();
    zip::DateTime::from_date_and_time(
        year,
        part(now.month()),
        part(now.day()),
        part(now.hour()),
        part(now.minute()),
        part(now.second() / 2 * 2),
    )
    .unwrap_or_default()
}
