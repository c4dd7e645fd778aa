//! Noticing what another program writes into the same database: a second screen, or a cron job.

use std::path::{Path, PathBuf};
use std::time::Duration;

use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};

use super::effects::load_parcels;
use crate::app::Input;
use crate::store::{Database, Store};
use crate::sync::WorkerCommand;

/// A writer commits several times in a row; the list is read once they have settled.
const SETTLE: Duration = Duration::from_millis(300);

/// Reads the list again whenever another program has changed the database, and lets the loop plan anew. `known` is
/// the database's version when the list was read first: what came since is noticed too.
pub(super) async fn heed(
    database: PathBuf,
    mut known: Option<i64>,
    store: Store,
    inbox: UnboundedSender<Input>,
    orders: UnboundedSender<WorkerCommand>,
) {
    let mut writes = watch(&database);
    loop {
        // SQLite's counter moves only when somebody else commits, so that our own writes end here.
        let version = version(&store).await;
        if version != known {
            known = version;
            let inbox = inbox.clone();
            let read =
                move |db: &mut Database| Ok(load_parcels(db)?.into_iter().all(|input| inbox.send(input).is_ok()));
            if let Ok(true) = store.call(read).await {
                let _ = orders.send(WorkerCommand::Wake);
            }
        }
        if writes.recv().await.is_none() {
            return;
        }
        tokio::time::sleep(SETTLE).await;
        while writes.try_recv().is_ok() {}
    }
}

/// The database's version; `None` where it cannot be read.
pub(super) async fn version(store: &Store) -> Option<i64> {
    store.call(|db| db.data_version()).await.ok()
}

/// Tells of every write to the database's files, without ever waking up otherwise. Where nobody tells (not on
/// Linux, or no watch to be had) the list is as old as our own last check, and says so.
fn watch(database: &Path) -> UnboundedReceiver<()> {
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
