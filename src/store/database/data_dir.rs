//! The data folder and the files in it, readable by their owner only, whatever the umask says.

use std::ffi::OsString;
use std::fs::{self, DirBuilder, OpenOptions};
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};

use crate::store::{Result, StoreError};

/// As large as the shared memory and the first frames of a write-ahead log.
const PROBE: usize = 64 << 10;

/// The path with something appended to the file name.
pub(in crate::store) fn sibling(path: &Path, suffix: &str) -> PathBuf {
    let mut name = OsString::from(path);
    name.push(suffix);
    PathBuf::from(name)
}

/// Makes the folder of a file, mode 0700; one that exists is left as the user made it.
pub(in crate::store) fn make_folder_of(path: &Path) -> Result<()> {
    let Some(folder) = path.parent().filter(|f| !f.as_os_str().is_empty()) else { return Ok(()) };
    if folder.is_dir() {
        return Ok(());
    }
    let mut builder = DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder).map_err(|e| StoreError::io(folder, &e))?;
    restrict(folder, 0o700)
}

/// Makes an empty file, mode 0600, unless there is one. An existing file is not opened: closing it would drop the
/// locks that another connection of this process holds on it.
pub(in crate::store) fn create(path: &Path) -> Result<bool> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    match options.open(path) {
        Ok(_) => restrict(path, 0o600).map(|()| true),
        Err(e) if e.kind() == ErrorKind::AlreadyExists => Ok(false),
        Err(e) => Err(StoreError::io(path, &e)),
    }
}

/// Takes everybody else's permissions away from a file, where there is one.
pub(in crate::store) fn restrict(path: &Path, mode: u32) -> Result<()> {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let Ok(found) = fs::metadata(path) else { return Ok(()) };
        if found.permissions().mode() & 0o777 & !mode == 0 && found.permissions().mode() & 0o700 == mode & 0o700 {
            return Ok(());
        }
        fs::set_permissions(path, fs::Permissions::from_mode(mode)).map_err(|e| StoreError::io(path, &e))?;
    }
    #[cfg(not(unix))]
    let _ = (path, mode);
    Ok(())
}

/// Takes everybody else's permissions away from a file, where there is one; what its owner may do stays as it is.
pub(in crate::store) fn take_from_others(path: &Path) -> Result<()> {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let Ok(found) = fs::metadata(path) else { return Ok(()) };
        restrict(path, found.permissions().mode() & 0o700)?;
    }
    #[cfg(not(unix))]
    let _ = path;
    Ok(())
}

/// Whether somebody has made the file read-only, which does not keep everybody from writing it.
pub(in crate::store) fn is_protected(path: &Path) -> bool {
    fs::metadata(path).is_ok_and(|found| found.permissions().readonly())
}

/// Tries to write what SQLite needs beside the file, and tells why the system refuses; `None`: it does not.
pub(in crate::store) fn why_unwritable(path: &Path) -> Option<StoreError> {
    let probe = sibling(path, &format!(".{}.probe", std::process::id()));
    let written = OpenOptions::new().write(true).create_new(true).open(&probe).and_then(|mut file| {
        file.write_all(&vec![0x5a; PROBE])?;
        file.sync_all()
    });
    let _ = fs::remove_file(&probe);
    written.err().map(|error| StoreError::io(&probe, &error)).filter(|error| !matches!(error, StoreError::Io(_)))
}

/// Removes a file that may not be there.
pub(in crate::store) fn remove_if_there(path: &Path) -> Result<()> {
    match fs::remove_file(path) {
        Err(e) if e.kind() != ErrorKind::NotFound => Err(StoreError::io(path, &e)),
        _ => Ok(()),
    }
}
