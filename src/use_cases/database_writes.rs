//! Noticing that another program writes into the same database, without ever waking up otherwise.

use std::path::Path;

use tokio::sync::mpsc::{UnboundedReceiver, unbounded_channel};

/// Tells of every write to the database's files, without ever waking up otherwise. Where nobody tells (not on
/// Linux, or no watch to be had) the list is as old as our own last check, and says so.
#[must_use]
pub fn watch(database: &Path) -> UnboundedReceiver<()> {
    let (told, writes) = unbounded_channel();
    #[cfg(target_os = "linux")]
    linux::listen(database, told);
    #[cfg(not(target_os = "linux"))]
    drop((database, told));
    writes
}

#[cfg(target_os = "linux")]
mod linux {
    use std::mem::MaybeUninit;
    use std::os::fd::OwnedFd;
    use std::path::Path;

    use rustix::fs::inotify::{CreateFlags, Reader, WatchFlags, add_watch, init};
    use rustix::io::Errno;
    use tokio::sync::mpsc::UnboundedSender;

    /// The watch holds when this returns; a thread that sleeps in `read` passes on what it tells.
    pub fn listen(database: &Path, told: UnboundedSender<()>) -> Option<()> {
        let name = database.file_name()?.as_encoded_bytes().to_vec();
        let files = init(CreateFlags::CLOEXEC).ok()?;
        add_watch(&files, database.parent()?, WatchFlags::MODIFY).ok()?;
        std::thread::Builder::new().name("neighbours".into()).spawn(move || pass_on(files, &name, &told)).ok()?;
        Some(())
    }

    fn pass_on(files: OwnedFd, name: &[u8], told: &UnboundedSender<()>) -> Option<()> {
        let mut buffer = [MaybeUninit::uninit(); 4096];
        let mut events = Reader::new(files, &mut buffer);
        loop {
            match events.next() {
                // The database, its write-ahead log, its journal: all begin with its name.
                Ok(event) if event.file_name().is_some_and(|file| file.to_bytes().starts_with(name)) => {
                    told.send(()).ok()?;
                }
                Ok(_) | Err(Errno::INTR) => {}
                Err(_) => return None,
            }
        }
    }
}
