//! Noticing what another program writes into the same database: a second screen, or a cron job.

use std::path::PathBuf;
use std::time::Duration;

use tokio::sync::mpsc::UnboundedSender;

use super::effects::load_parcels;
use crate::app::Input;
use crate::notify::Bell;
use crate::store::{Database, Store};
use crate::sync::WorkerCommand;
use crate::use_cases::database_writes::watch;

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
    bell: Bell,
) {
    let mut writes = watch(&database);
    loop {
        // SQLite's counter moves only when somebody else commits, so that our own writes end here.
        let version = version(&store).await;
        if version != known {
            known = version;
            bell.ring();
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
