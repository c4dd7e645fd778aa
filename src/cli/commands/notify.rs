//! `posylka notify`: a message to try a channel, through its real queue.

use std::time::Duration;

use clap::{Args, Subcommand};

use crate::cli::context::{CommandContext, CommandResult, shown};
use crate::cli::error::CliError;
use crate::cli::exit_code::Exit;
use crate::cli::terminal_notices;
use crate::cli::text_output::domain_text;
use crate::cli::text_output::stdout_abilities::{Output, talk};
use crate::config::nearest_word::nearest;
use crate::error_messages::Failure;
use crate::notify::{Courier, Delivered};
use crate::store::{ChannelState, Store};
use crate::t;

/// How long another program that is sending on the channel is waited for.
const PATIENCE: Duration = Duration::from_secs(20);

/// See how the reader is told, and try it
#[derive(Args, Debug)]
pub struct NotifyArgs {
    /// What to do.
    #[command(subcommand)]
    pub command: NotifyCommand,
}

/// What can be done with channels.
#[derive(Subcommand, Debug)]
pub enum NotifyCommand {
    /// Send a message to try a channel, through the queue that all notices go through
    Test {
        /// The channel's name in the configuration
        #[arg(value_name = "CHANNEL")]
        channel: String,
    },
    /// The channels: what waits, when they last worked, and what is wrong
    List,
}

/// Sends a message, or lists the channels.
///
/// # Errors
/// There is no such channel, the message did not go out, or the database fails.
pub fn run(args: &NotifyArgs, context: &CommandContext, out: &mut Output) -> CommandResult {
    match &args.command {
        NotifyCommand::Test { channel } => test(channel, context),
        NotifyCommand::List => list(context, out),
    }
}

fn test(name: &str, context: &CommandContext) -> CommandResult {
    let texts = &context.texts;
    let channels = &context.config.notify.channels;
    let Some(channel) = channels.iter().find(|channel| channel.name == name) else {
        let what = t!(texts, "notify-unknown-channel", name = shown(name));
        let hint = match nearest(name, channels.iter().map(|channel| channel.name.as_str())) {
            Some(right) => t!(texts, "config-did-you-mean", right = right),
            None => t!(texts, "notify-see-channels"),
        };
        return Err(CliError::usage(what, hint));
    };
    if !channel.enabled {
        let what = t!(texts, "notify-channel-off", name = name);
        return Err(CliError::failed(what, t!(texts, "notify-see-channels")));
    }
    match send(name, context)? {
        Outcome::Sent => {
            talk(&t!(texts, "notify-test-sent", name = name));
            Ok(Exit::Done)
        }
        Outcome::Failed(why) => {
            let what = t!(texts, "notify-test-failed", name = name, why = why);
            Err(CliError::failed(what, t!(texts, "notify-test-waits")))
        }
    }
}

enum Outcome {
    Sent,
    Failed(String),
}

fn send(name: &str, context: &CommandContext) -> Result<Outcome, CliError> {
    let db = context.open()?;
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    let runtime = runtime.map_err(|error| Failure::Runtime(error.to_string()))?;
    runtime.block_on(async {
        let store = Store::start(db);
        let now = context.now();
        let (channel, others) = (name.to_owned(), context.config.notify.channels.iter());
        let others: Vec<String> = others.map(|channel| channel.name.clone()).collect();
        let id = store.call(move |db| db.add_test_notice(&channel, &others, now)).await?;
        let courier = Courier::new(store.clone(), context.courier());
        let terminal = terminal_notices::sink(context);
        let tried = tokio::time::Instant::now();
        let outcome = loop {
            let delivered = courier.round(Some(name), terminal.clone()).await;
            let channel = name.to_owned();
            if store.call(move |db| db.is_sent(&channel, id)).await? {
                break Outcome::Sent;
            }
            if let Some(why) = reason(&delivered, state_of(name, &store).await?.as_ref(), context) {
                break Outcome::Failed(why);
            }
            // Another program is sending on it right now: the message is in its queue.
            if tried.elapsed() > PATIENCE {
                break Outcome::Failed(t!(context.texts, "notify-busy"));
            }
            tokio::time::sleep(Duration::from_millis(200)).await;
        };
        store.shutdown();
        Ok(outcome)
    })
}

async fn state_of(name: &str, store: &Store) -> Result<Option<ChannelState>, CliError> {
    let states = store.call(|db| db.channels()).await?;
    Ok(states.into_iter().find(|state| state.name == name))
}

/// Why it has not gone out; `None`: somebody else is at it.
fn reason(delivered: &[Delivered], state: Option<&ChannelState>, context: &CommandContext) -> Option<String> {
    let texts = &context.texts;
    let Some(done) = delivered.first() else { return Some(t!(texts, "notify-not-from-here")) };
    if let Some(why) = &done.trouble {
        return Some(why.clone());
    }
    let until = state?.not_before.filter(|until| *until > context.now())?;
    Some(t!(texts, "notify-asked-to-wait", until = domain_text::instant(until)))
}

fn list(context: &CommandContext, out: &mut Output) -> CommandResult {
    let texts = &context.texts;
    let states = context.open()?.channels()?;
    for channel in &context.config.notify.channels {
        let state = states.iter().find(|state| state.name == channel.name);
        let mut parts = vec![if channel.enabled { channel.kind.as_str().to_owned() } else { t!(texts, "notify-off") }];
        if let Some(state) = state {
            if let Some(at) = state.last_sent_at {
                parts.push(t!(texts, "notify-last-sent", at = domain_text::instant(at)));
            }
            if state.waiting > 0 {
                parts.push(t!(texts, "notify-waiting", n = state.waiting));
            }
            if let Some((at, why)) = &state.trouble {
                parts.push(t!(texts, "notify-trouble", at = domain_text::instant(*at), why = why.as_str()));
            }
        }
        out.line(&format!("{}: {}", channel.name, parts.join(", ")))?;
    }
    Ok(Exit::Done)
}
