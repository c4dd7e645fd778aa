//! What systemd is told (`sd_notify`): that the watcher is ready, alive, reading its configuration again, ending.

use std::os::unix::net::UnixDatagram;
use std::time::Duration;

use tokio_util::sync::CancellationToken;

use crate::config::Env;
use crate::store::Store;

/// The service manager, where there is one that listens.
#[derive(Clone)]
pub(super) struct ServiceManager {
    socket: Option<String>,
    watchdog: Option<Duration>,
}

impl ServiceManager {
    /// As the environment tells: `NOTIFY_SOCKET`, and `WATCHDOG_USEC` where it is meant for this process.
    pub fn of(env: &Env) -> Self {
        let is_ours = env.get("WATCHDOG_PID").is_none_or(|pid| pid == std::process::id().to_string());
        let every = env.get("WATCHDOG_USEC").filter(|_| is_ours).and_then(|micros| micros.parse().ok());
        let socket = env.get("NOTIFY_SOCKET").map(str::to_owned);
        Self { socket, watchdog: every.filter(|micros| *micros > 0).map(Duration::from_micros) }
    }

    pub fn ready(&self) {
        self.tell("READY=1\nSTATUS=Watching");
    }

    pub fn reloading(&self) {
        self.tell("RELOADING=1");
    }

    pub fn stopping(&self) {
        self.tell("STOPPING=1");
    }

    /// Says twice in every interval that the watcher is alive: only while the database answers.
    pub async fn watchdog(self, store: Store, stop: CancellationToken) {
        let Some(every) = self.watchdog else { return };
        loop {
            if store.call(|db| db.data_version()).await.is_ok() {
                self.tell("WATCHDOG=1");
            }
            tokio::select! {
                () = stop.cancelled() => return,
                () = tokio::time::sleep(every / 2) => {}
            }
        }
    }

    fn tell(&self, what: &str) {
        let Some(path) = &self.socket else { return };
        if let Err(error) = send(path, what) {
            tracing::debug!("service manager: {error}");
        }
    }
}

fn send(path: &str, what: &str) -> std::io::Result<()> {
    let socket = UnixDatagram::unbound()?;
    #[cfg(target_os = "linux")]
    if let Some(name) = path.strip_prefix('@') {
        use std::os::linux::net::SocketAddrExt;
        let address = std::os::unix::net::SocketAddr::from_abstract_name(name)?;
        socket.send_to_addr(what.as_bytes(), &address)?;
        return Ok(());
    }
    socket.send_to(what.as_bytes(), path)?;
    Ok(())
}
