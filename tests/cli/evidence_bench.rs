//! A parcel with a pack, and what is in the pack.

use std::collections::BTreeMap;
use std::io::{Cursor, Read};
use std::path::PathBuf;

use serde_json::Value;
use sha2::{Digest, Sha256};
use zip::ZipArchive;

use crate::carrier::Carrier;
use crate::test_home::TestHome;

pub const NUMBER: &str = "LP00620966542870";

/// A home with a parcel at customs and two answers about it.
pub fn parcel_at_customs() -> (TestHome, Carrier) {
    let (home, carrier) = (TestHome::new(), Carrier::at_customs());
    carrier.serve(&home);
    home.prepare(&["add", NUMBER, "--title", "Lamp <b>", "--order", "8190", "--protected-until", "2026-11-30"]);
    home.prepare(&["sync"]);
    (home, carrier)
}

pub fn packed(home: &TestHome, more: &[&str]) -> (PathBuf, Vec<u8>) {
    let path = home.path().join("pack.zip");
    let hash = home.stdout(&[&["evidence", NUMBER, "-o", "pack.zip", "--force"], more].concat());
    assert_eq!(hash.trim().len(), 64, "{hash}");
    let bytes = std::fs::read(&path).unwrap();
    (path, bytes)
}

pub fn files(bytes: &[u8]) -> BTreeMap<String, Vec<u8>> {
    let mut zip = ZipArchive::new(Cursor::new(bytes)).unwrap();
    (0..zip.len())
        .map(|at| {
            let mut file = zip.by_index(at).unwrap();
            let mut body = Vec::new();
            file.read_to_end(&mut body).unwrap();
            (file.name().unwrap().into_owned(), body)
        })
        .collect()
}

pub fn digits(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect::<Vec<_>>().concat()
}

pub fn json(bytes: &[u8]) -> Value {
    serde_json::from_slice(bytes).unwrap()
}

/// The files in the order of the pack.
pub fn in_order(bytes: &[u8]) -> Vec<(String, Vec<u8>)> {
    let by_name = files(bytes);
    let mut zip = ZipArchive::new(Cursor::new(bytes)).unwrap();
    let names: Vec<String> = (0..zip.len()).map(|at| zip.by_index(at).unwrap().name().unwrap().into_owned()).collect();
    names.into_iter().map(|name| (name.clone(), by_name[&name].clone())).collect()
}
