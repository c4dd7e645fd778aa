//! Writing a file so that there is never half a one, and never one in place of another.

use std::fs::{self, OpenOptions};
use std::io::{self, BufWriter, Read, Write};
use std::path::{Path, PathBuf};

/// A file larger than this is not read, in bytes.
const LARGEST: u64 = 1 << 30;
/// A longer chain of links is a circle.
const MOST_LINKS: usize = 40;

/// Writes the file under a temporary name beside its own and renames it. Only its owner can read it. With `force` what a
/// link leads to is replaced, not the link; what is no file, such as a pipe, is written into.
///
/// # Errors
/// `AlreadyExists` where there is such a file and `force` is not set; otherwise what the file system says.
pub fn write(path: &Path, bytes: &[u8], force: bool) -> io::Result<()> {
    write_with(path, force, |to| to.write_all(bytes))
}

/// The same for what is not to be in memory all at once: `fill` writes it.
///
/// # Errors
/// As [`write`], or what `fill` says.
pub fn write_with<T, E: From<io::Error>>(
    path: &Path,
    force: bool,
    fill: impl FnOnce(&mut dyn Write) -> Result<T, E>,
) -> Result<T, E> {
    if !force && path.symlink_metadata().is_ok() {
        return Err(io::Error::from(io::ErrorKind::AlreadyExists).into());
    }
    if fs::metadata(path).is_ok_and(|there| !there.is_file()) {
        return filled(OpenOptions::new().write(true).open(path)?, fill);
    }
    let path = &behind_links(path)?;
    let half = half(path)?;
    // What another is writing under that name is not ours to remove.
    let to = fresh(&half)?;
    let written = filled(to, fill).and_then(|done| put(&half, path, force).map(|()| done).map_err(E::from));
    if written.is_err() {
        let _ = fs::remove_file(&half);
    }
    written
}

/// Reads a file.
///
/// # Errors
/// What the file system says; a file of a gigabyte or more is not read.
pub fn read(path: &Path) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    fs::File::open(path)?.take(LARGEST).read_to_end(&mut bytes)?;
    if bytes.len() as u64 == LARGEST { Err(io::ErrorKind::FileTooLarge.into()) } else { Ok(bytes) }
}

/// The file that a link leads to, also where it is not there yet.
fn behind_links(path: &Path) -> io::Result<PathBuf> {
    let mut path = path.to_owned();
    for _ in 0..MOST_LINKS {
        let Ok(next) = fs::read_link(&path) else { return Ok(path) };
        path = path.parent().map_or_else(|| next.clone(), |folder| folder.join(&next));
    }
    Err(io::ErrorKind::InvalidInput.into())
}

fn half(path: &Path) -> io::Result<PathBuf> {
    let name = path.file_name().ok_or(io::ErrorKind::InvalidInput)?;
    let mut half = std::ffi::OsString::from(".");
    half.push(name);
    half.push(".part");
    Ok(path.with_file_name(half))
}

/// The temporary file, empty and locked: one that a killed run has left is used again, one that another is writing is not.
fn fresh(path: &Path) -> io::Result<fs::File> {
    let was_there = path.symlink_metadata().is_ok();
    let mut options = OpenOptions::new();
    options.write(true).create(true).truncate(false);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;
        options.mode(0o600).custom_flags(rustix::fs::OFlags::NOFOLLOW.bits().cast_signed());
    }
    let file = options.open(path)?;
    match file.try_lock() {
        Ok(()) => {}
        Err(fs::TryLockError::Error(_)) if !was_there => {}
        Err(_) => return Err(io::ErrorKind::AlreadyExists.into()),
    }
    file.set_len(0)?;
    Ok(file)
}

fn filled<T, E: From<io::Error>>(file: fs::File, write: impl FnOnce(&mut dyn Write) -> Result<T, E>) -> Result<T, E> {
    let mut to = BufWriter::new(file);
    let done = write(&mut to)?;
    let file = to.into_inner().map_err(io::IntoInnerError::into_error)?;
    // A pipe has nothing to sync.
    if file.metadata()?.is_file() {
        file.sync_all()?;
    }
    Ok(done)
}

/// Gives the finished file its name. Without `force` a file that came to be meanwhile is not replaced either,
/// except on file systems without hard links.
fn put(half: &Path, path: &Path, force: bool) -> io::Result<()> {
    if force {
        return fs::rename(half, path);
    }
    match fs::hard_link(half, path) {
        Ok(()) => fs::remove_file(half),
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Err(error),
        Err(_) => fs::rename(half, path),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_replaced_unasked_and_nothing_is_left_behind() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("data.zip");
        write(&path, b"one", false).unwrap();
        assert_eq!(write(&path, b"two", false).unwrap_err().kind(), io::ErrorKind::AlreadyExists);
        assert_eq!(read(&path).unwrap(), b"one");
        write(&path, b"two", true).unwrap();
        assert_eq!(read(&path).unwrap(), b"two");
        assert!(write(&folder.path().join("nowhere/data.zip"), b"x", false).is_err());
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[test]
    fn what_another_is_still_writing_stays_and_what_a_killed_run_left_does_not() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("data.zip");
        let theirs = half(&path).unwrap();
        fs::write(&theirs, b"half of something long").unwrap();
        let writing = fs::File::open(&theirs).unwrap();
        writing.lock().unwrap();
        assert_eq!(write(&path, b"one", false).unwrap_err().kind(), io::ErrorKind::AlreadyExists);
        assert_eq!(read(&theirs).unwrap(), b"half of something long");
        drop(writing);
        write(&path, b"one", false).unwrap();
        assert_eq!(read(&path).unwrap(), b"one");
        assert!(!theirs.exists());
    }

    #[cfg(unix)]
    #[test]
    fn a_link_stays_and_what_it_leads_to_is_replaced() {
        let folder = tempfile::tempdir().unwrap();
        let (link, file) = (folder.path().join("link"), folder.path().join("elsewhere/file"));
        fs::create_dir(folder.path().join("elsewhere")).unwrap();
        std::os::unix::fs::symlink("elsewhere/file", &link).unwrap();
        assert!(write(&link, b"one", false).is_err(), "there is something");
        for text in [b"one", b"two"] {
            write(&link, text, true).unwrap();
            assert_eq!(read(&file).unwrap(), text);
            assert!(link.symlink_metadata().unwrap().is_symlink());
        }
        let circle = folder.path().join("circle");
        std::os::unix::fs::symlink("circle", &circle).unwrap();
        assert!(write(&circle, b"x", true).is_err());
        let null = folder.path().join("null");
        std::os::unix::fs::symlink("/dev/null", &null).unwrap();
        write(&null, b"gone", true).unwrap();
        assert!(null.symlink_metadata().unwrap().is_symlink());
    }
}
