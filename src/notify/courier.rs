//! One task a channel: takes a message out of its queue, sends it, accounts for it, and sleeps until there is more.

use std::sync::Arc;
use std::time::Duration;

use chrono::{DateTime, Utc};
use tokio::sync::{mpsc, oneshot, watch};
use tokio_util::sync::CancellationToken;

use super::channel_settings::{ChannelKind, ChannelSettings};
use super::channels::sender::{Sender, most_bytes};
use super::compose::{ReaderSettings, compose};
use super::message::Message;
use super::outcome::Sent;
use super::terminal_sequence::{TerminalHost, sequence};
use crate::domain::notice::NoticeRules;
use crate::sources::Http;
use crate::store::{Batch, NextBatch, QueueContext, SendOutcome, Store, StoreError};

/// The longest sleep in one piece: a suspended computer's timers stand still while its clock goes on.
const LONGEST_SLEEP: Duration = Duration::from_secs(30);
/// After a failure of the store.
const BREATHER: Duration = Duration::from_mins(1);

/// Tells the couriers that there may be news, and whether sources are being asked right now.
#[derive(Clone, Debug)]
pub struct Bell(watch::Sender<bool>);

impl Bell {
    /// A bell that nobody has rung.
    #[must_use]
    pub fn new() -> Self {
        Self(watch::Sender::new(false))
    }

    /// There may be news.
    pub fn ring(&self) {
        self.0.send_modify(|_| {});
    }

    /// For whoever wants to hear it.
    #[must_use]
    pub fn listen(&self) -> watch::Receiver<bool> {
        self.0.subscribe()
    }

    /// Sources are being asked, or no more.
    pub fn set_busy(&self, is_busy: bool) {
        self.0.send_replace(is_busy);
    }
}

impl Default for Bell {
    fn default() -> Self {
        Self::new()
    }
}

/// Bytes for the terminal, and where to say whether they were written.
pub type TerminalNotice = (Vec<u8>, oneshot::Sender<bool>);

/// Where bytes for the terminal go.
#[derive(Clone, Debug)]
pub struct TerminalSink {
    /// The terminal, as far as the environment tells.
    pub host: TerminalHost,
    /// Whoever holds the terminal.
    pub bytes: mpsc::UnboundedSender<TerminalNotice>,
}

/// What couriers work with.
#[derive(Clone)]
pub struct CourierSettings {
    /// The channels.
    pub channels: Vec<ChannelSettings>,
    /// What is told when.
    pub rules: NoticeRules,
    /// What the reader's settings say.
    pub reader: ReaderSettings,
    /// How servers are reached.
    pub http: Http,
    /// What time it is.
    pub now: Arc<dyn Fn() -> DateTime<Utc> + Send + Sync>,
    /// Whether time stands still.
    pub is_frozen: bool,
}

/// What became of one channel's queue in one round.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Delivered {
    /// The channel's name.
    pub channel: String,
    /// How many messages went out.
    pub sent: usize,
    /// Why the last one did not, where it did not.
    pub trouble: Option<String>,
}

/// Empties the queues of all channels.
#[derive(Clone)]
pub struct Courier {
    store: Store,
    settings: Arc<CourierSettings>,
}

impl Courier {
    /// Couriers for these channels; those that are off have none.
    #[must_use]
    pub fn new(store: Store, settings: CourierSettings) -> Self {
        Self { store, settings: Arc::new(settings) }
    }

    /// Sends until `stop` is cancelled; what is being sent then is sent to its end. Without a `terminal` that channel
    /// waits for somebody who has one.
    pub async fn run(self, bell: Bell, terminal: Option<TerminalSink>, stop: CancellationToken) {
        let tasks: Vec<_> = self
            .able(terminal.is_some())
            .map(|channel| {
                let (courier, channel, terminal) = (self.clone(), channel.clone(), terminal.clone());
                tokio::spawn(courier.attend(channel, terminal, bell.0.subscribe(), stop.clone()))
            })
            .collect();
        for task in tasks {
            let _ = task.await;
        }
    }

    /// One round: sends what may go out now, all channels at once, and returns. A dead one delays no other.
    pub async fn round(&self, only: Option<&str>, terminal: Option<TerminalSink>) -> Vec<Delivered> {
        let wanted = |channel: &&ChannelSettings| only.is_none_or(|name| name == channel.name);
        let tasks: Vec<_> = self
            .able(terminal.is_some())
            .filter(wanted)
            .map(|channel| {
                let (courier, channel, terminal) = (self.clone(), channel.clone(), terminal.clone());
                tokio::spawn(async move { courier.empty(channel, terminal).await })
            })
            .collect();
        let mut delivered = Vec::new();
        for task in tasks {
            delivered.extend(task.await);
        }
        delivered
    }

    fn able(&self, has_terminal: bool) -> impl Iterator<Item = &ChannelSettings> {
        let offline = self.settings.http.is_offline();
        self.settings.channels.iter().filter(move |channel| {
            let here = channel.kind != ChannelKind::Terminal || has_terminal;
            channel.enabled && here && !(offline && channel.kind.is_remote())
        })
    }

    async fn attend(
        self,
        channel: ChannelSettings,
        terminal: Option<TerminalSink>,
        mut bell: watch::Receiver<bool>,
        stop: CancellationToken,
    ) {
        let sender = Sender::new(channel, self.settings.http.clone());
        while !stop.is_cancelled() {
            let is_busy = *bell.borrow_and_update();
            let sleep = match self.step(&sender, terminal.as_ref(), is_busy, self.settings.is_frozen).await {
                Ok(Step::Sent(_)) => continue,
                Ok(Step::Wait(until)) => until.map(|at| (at - (self.settings.now)()).to_std().unwrap_or_default()),
                Err(error) => {
                    tracing::warn!("notices of {}: {error}", sender.settings.name);
                    Some(BREATHER)
                }
            };
            let sleep = sleep.filter(|_| !self.settings.is_frozen).map(|time| time.min(LONGEST_SLEEP));
            tokio::select! {
                () = stop.cancelled() => return,
                changed = bell.changed() => if changed.is_err() { return },
                () = tokio::time::sleep(sleep.unwrap_or_default()), if sleep.is_some() => {}
            }
        }
    }

    /// What may go out now goes out: nothing is gathered, since whoever calls is done.
    async fn empty(self, channel: ChannelSettings, terminal: Option<TerminalSink>) -> Delivered {
        let name = channel.name.clone();
        let sender = Sender::new(channel, self.settings.http.clone());
        let mut delivered = Delivered { channel: name, sent: 0, trouble: None };
        loop {
            match self.step(&sender, terminal.as_ref(), false, true).await {
                Ok(Step::Sent(SendOutcome::Sent)) => delivered.sent += 1,
                Ok(Step::Sent(SendOutcome::Refused { why, .. } | SendOutcome::Unclear { why, .. })) => {
                    delivered.trouble = Some(why.to_string());
                    return delivered;
                }
                Ok(Step::Wait(_)) => return delivered,
                Err(error) => {
                    delivered.trouble = Some(error.to_string());
                    return delivered;
                }
            }
        }
    }

    async fn step(
        &self,
        sender: &Sender,
        terminal: Option<&TerminalSink>,
        is_busy: bool,
        is_frozen: bool,
    ) -> Result<Step, StoreError> {
        let (settings, name) = (Arc::clone(&self.settings), sender.settings.name.clone());
        let next = self.store.call(move |db| {
            let offset = settings.reader.offset;
            db.next_batch(&QueueContext {
                channel: &name,
                rules: &settings.rules,
                now: (settings.now)(),
                offset: &offset,
                is_busy,
                is_frozen,
            })
        });
        match next.await? {
            NextBatch::Wait(until) => Ok(Step::Wait(until)),
            NextBatch::Send(batch) => self.send(sender, terminal, &batch).await.map(Step::Sent),
        }
    }

    async fn send(
        &self,
        sender: &Sender,
        terminal: Option<&TerminalSink>,
        batch: &Batch,
    ) -> Result<SendOutcome, StoreError> {
        let settings = &self.settings;
        let most = most_bytes(sender.settings.kind);
        let message = compose(batch, &settings.reader, (settings.now)(), most);
        let sent = match terminal.filter(|_| sender.settings.kind == ChannelKind::Terminal) {
            Some(sink) => write(sink, &message).await,
            None => sender.send(&message, (settings.now)()).await,
        };
        let now = (settings.now)();
        let outcome = sent.settle(batch.failures, now);
        if let SendOutcome::Refused { why, .. } | SendOutcome::Unclear { why, .. } = &outcome {
            tracing::warn!("notice on {}: {why}", sender.settings.name);
        }
        let (name, key, kept) = (sender.settings.name.clone(), batch.key.clone(), outcome.clone());
        self.store.call(move |db| db.settle_batch(&name, &key, &kept, now)).await?;
        Ok(outcome)
    }
}

/// What a step did.
enum Step {
    Sent(SendOutcome),
    Wait(Option<DateTime<Utc>>),
}

async fn write(sink: &TerminalSink, message: &Message) -> Sent {
    let (done, written) = oneshot::channel();
    if sink.bytes.send((sequence(sink.host, message), done)).is_err() {
        return Sent::no("the terminal is gone");
    }
    if written.await.unwrap_or(false) { Sent::Yes } else { Sent::no("the terminal is gone") }
}
