//! What the watcher prints: every notice once, from its start on.

use std::io::{self, Write};

use crate::cli::text_output::domain_text;
use crate::json::NoticeJson;
use crate::notify::{Bell, ReaderSettings, notices_json};
use crate::store::{Store, StoreError};

/// The most notices that are read at once.
const MOST: u32 = 200;

/// The notices on standard output.
pub(super) struct PrintedNotices {
    store: Store,
    as_json: bool,
    last: i64,
}

impl PrintedNotices {
    /// From the next notice on.
    pub async fn since_now(store: Store, as_json: bool) -> Result<Self, StoreError> {
        let last = store.call(|db| db.newest_notice()).await?;
        Ok(Self { store, as_json, last })
    }

    /// Prints whenever the bell rings; returns when nobody reads any more.
    pub async fn print(&mut self, reader: &ReaderSettings, bell: &Bell) {
        let mut rung = bell.listen();
        while self.print_new(reader).await {
            if rung.changed().await.is_err() {
                return;
            }
        }
    }

    /// Prints what is new; `false`: nobody reads any more.
    pub async fn print_new(&mut self, reader: &ReaderSettings) -> bool {
        loop {
            let last = self.last;
            let read = self.store.call(move |db| {
                let notices = db.notices_after(last, MOST)?;
                db.batch_of(notices)
            });
            let Ok(batch) = read.await else { return true };
            let Some(newest) = batch.notices.last().map(|notice| notice.id) else { return true };
            let now = batch.notices.last().map(|notice| notice.at).unwrap_or_default();
            let lines = notices_json(&batch, reader, now);
            if lines.iter().zip(&batch.notices).any(|(json, notice)| self.line(json, notice.at).is_err()) {
                return false;
            }
            self.last = newest;
        }
    }

    fn line(&self, json: &NoticeJson, at: chrono::DateTime<chrono::Utc>) -> io::Result<()> {
        let mut out = io::stdout().lock();
        if self.as_json {
            serde_json::to_writer(&mut out, json)?;
            out.write_all(b"\n")?;
        } else {
            writeln!(out, "{} {}", domain_text::instant(at), json.text)?;
        }
        out.flush()
    }
}
