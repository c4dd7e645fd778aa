//! A copy of the database a day while the screen is open.

use std::path::{Path, PathBuf};
use std::time::Duration;

use chrono::Utc;
use tokio::sync::mpsc::UnboundedSender;

use crate::app::Input;
use crate::store::{Database, StoreError};
use crate::use_cases::backups;

/// The first frames and the first checks come before it.
const FIRST: Duration = Duration::from_secs(30);
/// How often it is looked whether a day has passed: timers stand still while a computer sleeps.
const LOOK: Duration = Duration::from_hours(6);

/// Goes on until the screen closes.
pub(super) async fn keep_making(database: PathBuf, keep: u32, inbox: UnboundedSender<Input>) {
    let mut wait = FIRST;
    loop {
        tokio::time::sleep(wait).await;
        wait = LOOK;
        let place = database.clone();
        let made = tokio::task::spawn_blocking(move || make(&place, keep)).await;
        if let Ok(Err(error)) = made {
            tracing::warn!("no copy of the database: {error}");
            let _ = inbox.send(Input::Failed(error.into()));
        }
    }
}

/// With a connection of its own: nobody waits for it.
fn make(database: &Path, keep: u32) -> Result<(), StoreError> {
    let Some(data_dir) = database.parent() else { return Ok(()) };
    backups::make_daily(&Database::open_read_only(database)?, data_dir, keep, Utc::now())
}
