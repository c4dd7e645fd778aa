//! Checking a pack, on any machine: nothing but its own bytes is needed.
//!
//! Three things hold it together. The seal at its end is the SHA-256 of every byte before it. The manifest, whose
//! SHA-256 stands beside the seal, names every file with its SHA-256; the zip may hold nothing else, not even
//! bytes between its files. And every answer in the index has the chain value that follows from the rest of it.

use std::collections::BTreeSet;
use std::io::{Cursor, Read};

use zip::ZipArchive;

use super::answers_index;
use super::answers_index::IndexedAnswer;
use super::hash_and_time_format::sha256;
use super::manifest::{self, Listed, Manifest};
use super::zip_archive;
use super::zip_archive::DIGITS;

/// The manifest is not unpacked beyond this, in bytes.
const LARGEST_MANIFEST: u64 = 64 << 20;
/// The fixed part of a zip's end record, and of a file's header (APPNOTE.TXT, 4.3.16 and 4.3.7).
const END_RECORD: usize = 22;
const HEADER: usize = 30;

/// A pack that is as it was written.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Verified {
    /// SHA-256 of the manifest.
    pub manifest_sha256: String,
    /// When it was made, RFC 3339.
    pub created_at: String,
    /// The version of the program that made it.
    pub program: String,
    /// How many files are in it.
    pub files: usize,
    /// How many of them are answers.
    pub answers: usize,
    /// The first answer in the database that was not as it came, even before the pack was made.
    pub broken_at: Option<i64>,
}

/// What is wrong with a pack.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum PackDefect {
    /// It is no pack of ours, or its end is gone.
    NotAPack,
    /// It was made by a newer program.
    Newer,
    /// Some byte is another one.
    Seal,
    /// The manifest is another one.
    Manifest,
    /// A file is another one.
    File(String),
    /// A file is gone.
    Missing(String),
    /// Something is in it that the manifest does not name.
    Stranger,
    /// An answer is not the one that the chain holds.
    Answer(String),
}

type Result<T> = std::result::Result<T, PackDefect>;

/// Checks a pack.
///
/// # Errors
/// The first flaw that was found; where possible one that names a file.
pub fn verify(bytes: &[u8]) -> Result<Verified> {
    let parts = Parts::of(bytes)?;
    let verified = inside(&parts);
    // A flaw inside says more; without one it is still not what was written.
    match verified {
        Ok(_) | Err(PackDefect::Stranger) if !parts.sealed => Err(PackDefect::Seal),
        other => other,
    }
}

/// A pack, cut at its comment.
struct Parts<'a> {
    bytes: &'a [u8],
    manifest_sha256: &'a str,
    /// Where the end record begins.
    end: usize,
    sealed: bool,
}

impl<'a> Parts<'a> {
    fn of(bytes: &'a [u8]) -> Result<Self> {
        let length = zip_archive::comment("").len() + 2 * DIGITS;
        let end = bytes.len().checked_sub(length + END_RECORD).ok_or(PackDefect::NotAPack)?;
        let comment = std::str::from_utf8(&bytes[end + END_RECORD..]).map_err(|_| PackDefect::NotAPack)?;
        let (known, seal) = comment.split_at_checked(length - DIGITS).ok_or(PackDefect::NotAPack)?;
        let named = known.split_once("manifest=").and_then(|(_, rest)| rest.split_once(' ')).map(|(hash, _)| hash);
        let manifest_sha256 =
            named.filter(|hash| zip_archive::comment(hash) == known).ok_or_else(|| stranger(known))?;
        let sealed = sha256(&bytes[..bytes.len() - DIGITS]) == seal;
        Ok(Self { bytes, manifest_sha256, end, sealed })
    }
}

fn stranger(comment: &str) -> PackDefect {
    let family = manifest::FORMAT.trim_end_matches(|c: char| c.is_ascii_digit());
    if comment.starts_with(family) && !comment.starts_with(manifest::FORMAT) {
        PackDefect::Newer
    } else {
        PackDefect::NotAPack
    }
}

fn inside(parts: &Parts) -> Result<Verified> {
    let mut zip = ZipArchive::new(Cursor::new(parts.bytes)).map_err(|_| PackDefect::Seal)?;
    let found = unpack(&mut zip, manifest::PATH, LARGEST_MANIFEST)?;
    if sha256(&found) != parts.manifest_sha256 {
        return Err(PackDefect::Manifest);
    }
    let manifest: Manifest = serde_json::from_slice(&found).map_err(|_| PackDefect::Manifest)?;
    let mut indexed = Vec::new();
    for listed in &manifest.files {
        let body = unpack(&mut zip, &listed.path, listed.bytes.saturating_add(1))?;
        if !is_same(listed, &body) {
            return Err(PackDefect::File(listed.path.clone()));
        }
        if listed.path == answers_index::PATH {
            indexed = serde_json::from_slice(&body).map_err(|_| PackDefect::File(listed.path.clone()))?;
        }
    }
    answers(&manifest, &indexed)?;
    if holds_more(&mut zip, &manifest, parts) {
        return Err(PackDefect::Stranger);
    }
    Ok(Verified {
        manifest_sha256: parts.manifest_sha256.to_owned(),
        created_at: manifest.created_at,
        program: manifest.program,
        files: manifest.files.len() + 1,
        answers: indexed.len(),
        broken_at: manifest.chain.broken_at,
    })
}

/// A file of the zip, at most so many bytes of it.
fn unpack(zip: &mut ZipArchive<Cursor<&[u8]>>, path: &str, most: u64) -> Result<Vec<u8>> {
    let file = zip.by_name(path).map_err(|error| match error {
        zip::result::ZipError::FileNotFound => PackDefect::Missing(path.to_owned()),
        _ => PackDefect::File(path.to_owned()),
    })?;
    let mut bytes = Vec::new();
    file.take(most).read_to_end(&mut bytes).map_err(|_| PackDefect::File(path.to_owned()))?;
    Ok(bytes)
}

fn is_same(listed: &Listed, bytes: &[u8]) -> bool {
    listed.bytes == bytes.len() as u64 && listed.sha256 == sha256(bytes)
}

/// Every body is in the index and the other way round, each with its own hash unless it is masked, and each answer
/// has the chain value that follows from the rest.
fn answers(manifest: &Manifest, indexed: &[IndexedAnswer]) -> Result<()> {
    let mut bodies: BTreeSet<&str> = manifest.files.iter().map(|file| file.path.as_str()).collect();
    bodies.retain(|path| path.starts_with("answers/") && *path != answers_index::PATH);
    for answer in indexed {
        let listed = manifest.files.iter().find(|file| file.path == answer.file);
        let own = listed.is_some_and(|file| answer.masked || file.sha256 == answer.body_sha256);
        if !bodies.remove(answer.file.as_str()) || !own || !answer.is_linked() {
            return Err(PackDefect::Answer(answer.file.clone()));
        }
    }
    bodies.first().map_or(Ok(()), |path| Err(PackDefect::Answer((*path).to_owned())))
}

/// Whether the zip holds a file, or bytes between its files, that the manifest does not name; or holds the files
/// in another order or under another name than its directory says.
fn holds_more(zip: &mut ZipArchive<Cursor<&[u8]>>, manifest: &Manifest, parts: &Parts) -> bool {
    let wanted = manifest.files.iter().map(|file| file.path.as_str()).chain([manifest::PATH]);
    let count = manifest.files.len() + 1;
    let recorded = parts.bytes.get(parts.end + 10..parts.end + 12).map(|n| usize::from(n[0]) | usize::from(n[1]) << 8);
    if zip.len() != count || recorded != Some(count.min(usize::from(u16::MAX))) || zip.offset() != 0 {
        return true;
    }
    let mut at = 0;
    for (position, path) in wanted.enumerate() {
        let Ok(file) = zip.by_index_raw(position) else { return true };
        let start = file.header_start();
        let Some(data) = file.data_start() else { return true };
        let written = usize::try_from(start).ok().and_then(|start| parts.bytes.get(start + HEADER..));
        let same_name = written.is_some_and(|bytes| bytes.starts_with(path.as_bytes()))
            && file.name().is_ok_and(|name| name == path);
        if start != at || !same_name || data != start + (HEADER + path.len()) as u64 {
            return true;
        }
        at = data + file.compressed_size();
    }
    at != zip.central_directory_start()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_pack_is_called_so() {
        for bytes in [&b""[..], b"PK\x05\x06", &[0; 500], &[b'a'; 500]] {
            assert_eq!(verify(bytes), Err(PackDefect::NotAPack));
        }
    }
}
