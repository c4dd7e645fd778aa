//! The log: a file in the data directory, bounded in size, never the screen.

use std::fs::{File, OpenOptions};
use std::io::{self, Write};
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt};
use std::path::PathBuf;
use std::sync::Mutex;

use tracing_subscriber::filter::{LevelFilter, Targets};
use tracing_subscriber::layer::SubscriberExt;
use tracing_subscriber::util::SubscriberInitExt;

use crate::config::{Config, Env};

/// The log's file name within the data directory; the one before it has `.1` appended.
pub const LOG: &str = "posylka.log";
/// A log that has grown to this is put aside, and the one before it goes, in bytes.
const MOST: u64 = 1 << 20;

/// Starts to log, as much as `POSYLKA_LOG` says. Only this program's own words are taken: what libraries log may
/// hold headers and so secrets. Nothing is opened before the first line.
pub fn start(config: &Config, env: &Env) {
    let level = match env.get("POSYLKA_LOG").map(str::to_lowercase).as_deref() {
        Some("off" | "0") => return,
        Some(word) => word.parse().unwrap_or(LevelFilter::INFO),
        None => LevelFilter::INFO,
    };
    let file = Mutex::new(LogFile { path: config.data_dir.join(LOG), file: None, size: 0 });
    let lines = tracing_subscriber::fmt::layer().with_ansi(false).with_writer(file);
    let _ = tracing_subscriber::registry().with(lines).with(Targets::new().with_target("posylka", level)).try_init();
}

struct LogFile {
    path: PathBuf,
    file: Option<File>,
    size: u64,
}

impl LogFile {
    fn open(&mut self) -> io::Result<&mut File> {
        if self.size >= MOST {
            self.file = None;
            let mut before = self.path.clone().into_os_string();
            before.push(".1");
            std::fs::rename(&self.path, before)?;
        }
        if self.file.is_none() {
            if let Some(dir) = self.path.parent() {
                std::fs::DirBuilder::new().recursive(true).mode(0o700).create(dir)?;
            }
            let file = OpenOptions::new().append(true).create(true).mode(0o600).open(&self.path)?;
            self.size = file.metadata()?.len();
            self.file = Some(file);
        }
        self.file.as_mut().ok_or_else(|| io::ErrorKind::NotFound.into())
    }
}

impl Write for LogFile {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = self.open()?.write(bytes)?;
        self.size += written as u64;
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.as_mut().map_or(Ok(()), File::flush)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_log_is_put_aside_when_it_is_full() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("data").join(LOG);
        let mut log = LogFile { path: path.clone(), file: None, size: 0 };
        let line = [b'x'; 1000];
        for _ in 0..2_500 {
            log.write_all(&line).unwrap();
        }
        let size = |path: &std::path::Path| std::fs::metadata(path).unwrap().len();
        assert!(size(&path) <= MOST + 1000);
        assert!(size(&path.with_extension("log.1")) <= MOST + 1000);
        assert_eq!(std::fs::read_dir(path.parent().unwrap()).unwrap().count(), 2);
    }
}
