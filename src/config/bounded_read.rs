//! Reading a file that may be anything: a pipe that nobody writes, a device without an end.

use std::fs::OpenOptions;
use std::io::{self, ErrorKind, Read};
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::fs::OFlags;

/// No configuration is larger, in bytes.
const LARGEST: usize = 1 << 20;
/// How long a pipe may keep silent.
const PATIENCE: Timespec = Timespec { tv_sec: 5, tv_nsec: 0 };

/// Reads a text.
///
/// # Errors
/// What the file system says; `FileTooLarge` beyond a megabyte, `TimedOut` where nothing comes, `InvalidData` where it is
/// no UTF-8.
pub(super) fn read(path: &Path) -> io::Result<String> {
    let mut file = OpenOptions::new().read(true).custom_flags(OFlags::NONBLOCK.bits().cast_signed()).open(path)?;
    let (mut bytes, mut piece) = (Vec::new(), [0; 8192]);
    loop {
        let mut waiting = [PollFd::new(&file, PollFlags::IN)];
        if poll(&mut waiting, Some(&PATIENCE))? == 0 {
            return Err(ErrorKind::TimedOut.into());
        }
        match file.read(&mut piece) {
            Ok(0) => break,
            Ok(length) => bytes.extend_from_slice(&piece[..length]),
            Err(error) if matches!(error.kind(), ErrorKind::WouldBlock | ErrorKind::Interrupted) => {}
            Err(error) => return Err(error),
        }
        if bytes.len() > LARGEST {
            return Err(ErrorKind::FileTooLarge.into());
        }
    }
    String::from_utf8(bytes).map_err(|error| io::Error::new(ErrorKind::InvalidData, error.utf8_error()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_has_no_end_is_refused_and_what_is_a_text_is_read() {
        assert_eq!(read(Path::new("/dev/zero")).unwrap_err().kind(), ErrorKind::FileTooLarge);
        assert_eq!(read(Path::new("/dev/null")).unwrap(), "");
        assert_eq!(read(Path::new("/nowhere")).unwrap_err().kind(), ErrorKind::NotFound);
        assert!(read(Path::new("/")).is_err());
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("config.toml");
        std::fs::write(&file, "language = \"ru\"").unwrap();
        assert_eq!(read(&file).unwrap(), "language = \"ru\"");
        std::fs::write(&file, b"\xff").unwrap();
        assert_eq!(read(&file).unwrap_err().kind(), ErrorKind::InvalidData);
    }
}
