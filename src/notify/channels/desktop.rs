//! The desktop's own notices, by D-Bus. A service or a cron job has no address of the bus: then it is where systemd
//! puts it.

use std::path::Path;
use std::time::Duration;

use notify_rust::{Notification, Urgency};

use crate::notify::message::Message;
use crate::notify::outcome::Sent;

/// A desktop that does not answer within that is not there.
const TIMEOUT: Duration = Duration::from_secs(2);

/// Shows the message.
pub(super) async fn send(message: &Message) -> Sent {
    if let Some(why) = unreachable() {
        return Sent::no(why);
    }
    let urgency = if message.urgent { Urgency::Critical } else { Urgency::Normal };
    let mut notification = Notification::new();
    notification.appname("posylka").summary(&message.title).body(&message.text).urgency(urgency);
    match tokio::time::timeout(TIMEOUT, notification.show_async()).await {
        Ok(Ok(_)) => Sent::Yes,
        Ok(Err(_)) => Sent::no("the desktop does not take notices"),
        Err(_) => Sent::Perhaps { why: format!("the desktop does not answer within {} s", TIMEOUT.as_secs()) },
    }
}

/// Why there is no bus, in words that help.
fn unreachable() -> Option<String> {
    if std::env::var_os("DBUS_SESSION_BUS_ADDRESS").is_some() {
        return None;
    }
    let socket = format!("/run/user/{}/bus", rustix::process::getuid().as_raw());
    (!Path::new(&socket).exists()).then(|| format!("no desktop: neither DBUS_SESSION_BUS_ADDRESS nor {socket}"))
}
