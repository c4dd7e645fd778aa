//! A program of the reader's own: it gets the message as JSON on standard input. That it ends with 0 is its receipt.

use std::process::Stdio;
use std::time::Duration;

use tokio::io::AsyncWriteExt;
use tokio::process::Command;

use crate::notify::channel_settings::ChannelSettings;
use crate::notify::message::Message;
use crate::notify::outcome::Sent;

/// How long it may run.
const TIMEOUT: Duration = Duration::from_secs(30);

/// Runs the program, without a shell and away from the terminal.
pub(super) async fn send(settings: &ChannelSettings, message: &Message) -> Sent {
    let Some((program, arguments)) = settings.command.split_first() else { return Sent::no("no command") };
    let Ok(body) = serde_json::to_vec(message) else { return Sent::no("the message cannot be written as JSON") };
    let mut command = Command::new(program);
    command.args(arguments).stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::null());
    command.env("POSYLKA_MESSAGE_ID", &message.id).process_group(0).kill_on_drop(true);
    let mut child = match command.spawn() {
        Ok(child) => child,
        Err(error) => return Sent::no(format!("cannot be run: {}", error.kind())),
    };
    let work = async {
        if let Some(mut input) = child.stdin.take() {
            // A program that does not read it to its end may do so.
            let _ = input.write_all(&body).await;
        }
        child.wait().await
    };
    match tokio::time::timeout(TIMEOUT, work).await {
        Ok(Ok(status)) if status.success() => Sent::Yes,
        Ok(Ok(status)) => Sent::no(format!("ended with {status}")),
        Ok(Err(error)) => Sent::Perhaps { why: error.kind().to_string() },
        Err(_) => Sent::Perhaps { why: format!("did not end within {} s", TIMEOUT.as_secs()) },
    }
}
