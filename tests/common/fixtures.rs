//! Bodies recorded from real sources. They are not part of the repository: where the folder is absent, the tests
//! that read them pass over it.

use std::path::{Path, PathBuf};

/// A folder of recorded bodies, where it exists; `""` is the folder of them all.
pub fn dir(rel: &str) -> Option<PathBuf> {
    let root = std::env::var_os("POSYLKA_FIXTURES")
        .map_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/fixtures"), PathBuf::from);
    let folder = root.join(rel);
    folder.is_dir().then_some(folder)
}

/// A recorded body, where the folder exists.
pub fn body(rel: &str) -> Option<Vec<u8>> {
    std::fs::read(dir("")?.join(rel)).ok()
}
