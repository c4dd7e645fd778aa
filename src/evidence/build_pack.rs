//! Putting a pack together.

use serde::Serialize;

use super::hash_and_time_format::sha256;
use super::input::EvidenceInput;
use super::manifest::{self, Manifest};
use super::pack_error::PackError;
use super::pack_file::File;
use super::{answers_index, events_csv, events_json, html_page, messages, zip_archive};

/// A pack, ready to be written.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Pack {
    /// The zip.
    pub bytes: Vec<u8>,
    /// SHA-256 of its manifest: to be noted elsewhere.
    pub manifest_sha256: String,
    /// How many kept answers are in it.
    pub answers: usize,
    /// How many of them are masked.
    pub masked: usize,
}

/// Puts the pack together; the same case gives the same bytes.
///
/// # Errors
/// A part is too large for a zip.
pub fn pack(case: &EvidenceInput) -> Result<Pack, PackError> {
    let (indexed, bodies) = answers_index::bodies(case);
    let masked = indexed.iter().filter(|answer| answer.masked).count();
    let mut files = vec![
        File { path: "index.html".to_owned(), bytes: html_page::html(case, &indexed).into_bytes() },
        File { path: "events.csv".to_owned(), bytes: events_csv::csv(case)? },
        File { path: "events.json".to_owned(), bytes: json(&events_json::events(case)?)? },
        File { path: answers_index::PATH.to_owned(), bytes: json(&indexed)? },
    ];
    if let Some(messages) = messages::json(case)? {
        files.push(File { path: messages::PATH.to_owned(), bytes: json(&messages)? });
    }
    files.extend(bodies.into_iter().map(|(path, bytes)| File { path, bytes }));
    let manifest = File { path: manifest::PATH.to_owned(), bytes: json(&Manifest::of(case, &files))? };
    let manifest_sha256 = sha256(&manifest.bytes);
    files.push(manifest);
    let bytes = zip_archive::write(&files, &manifest_sha256, case.now).map_err(|error| PackError::new(&error))?;
    Ok(Pack { bytes, manifest_sha256, answers: indexed.len(), masked })
}

fn json(value: &impl Serialize) -> Result<Vec<u8>, PackError> {
    let mut bytes = serde_json::to_vec_pretty(value)?;
    bytes.push(b'\n');
    Ok(bytes)
}
