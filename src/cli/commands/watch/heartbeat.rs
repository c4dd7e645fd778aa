//! The address that is asked while the watcher is alive, so that somebody else notices when it is not.

use tokio_util::sync::CancellationToken;

use crate::sources::{Http, Request};
use crate::store::Store;
use crate::use_cases::WATCHER_BEAT;

/// Says that the watcher is alive: the address at every beat, with `/start` at its start, with `/fail` on trouble.
#[derive(Clone)]
pub(super) struct Heartbeat {
    url: Option<String>,
    http: Http,
}

impl Heartbeat {
    pub fn new(url: Option<String>, http: Http) -> Self {
        Self { url: url.filter(|_| !http.is_offline()), http }
    }

    /// Beats until `stop` is cancelled: only while the database answers.
    pub async fn beat(self, store: Store, stop: CancellationToken) {
        if self.url.is_none() {
            return;
        }
        self.ask("/start").await;
        let every = WATCHER_BEAT.to_std().unwrap_or_default();
        loop {
            let is_well = store.call(|db| db.loop_marks()).await.is_ok();
            self.ask(if is_well { "" } else { "/fail" }).await;
            tokio::select! {
                () = stop.cancelled() => return,
                () = tokio::time::sleep(every) => {}
            }
        }
    }

    /// Something is wrong.
    pub async fn fail(&self) {
        self.ask("/fail").await;
    }

    async fn ask(&self, what: &str) {
        let Some(url) = &self.url else { return };
        let address = format!("{}{what}", url.trim_end_matches('/'));
        if let Err(trouble) = self.http.send(&Request::get(address)).await {
            tracing::warn!("heartbeat: {}", trouble.detail().as_deref().unwrap_or("no answer"));
        }
    }
}
