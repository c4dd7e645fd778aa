//! 17TRACK's tracking API, version 2.4: an aggregator of some three thousand carriers, with the user's own key.
//!
//! A number is read with `gettrackinfo` (free), and only where 17TRACK does not have it yet registered (one unit
//! of quota) and read again. First data may take minutes to come (official), so an empty answer is no failure.

mod decode;
mod events;
mod fault;
mod report;
mod status;
mod time;
mod wire;

use std::sync::Arc;
use std::time::Duration;

use futures_util::future::BoxFuture;
use serde_json::{Value, json};

use super::registry::Setup;
use super::{
    CheckResult, Exchange, Http, Ownership, Profile, Request, Response, Role, Secrets, Source, exchange,
    with_retry_after,
};
use crate::domain::{Reply, TrackingNumber, Trouble};

pub use decode::{Registered, Tracks, decode, decode_registration, decode_tracks};

/// Three requests a second are allowed (official).
const GAP: Duration = Duration::from_millis(334);

/// 17TRACK.
pub static PROFILE: Profile = Profile {
    id: "17track",
    name: "17TRACK",
    // Five to fifty letters and digits (official), which every number is.
    fits: &|_| Ownership::Possible,
    role: Role::Aggregator,
    secrets: &["key"],
    batch: 40,
    parallel: 1,
    gap: GAP,
    // The quota counts registrations, not requests; 17TRACK itself says when it is used up.
    daily_budget: None,
    monthly_budget: None,
    // Reading is free, and 17TRACK itself decides how often it asks the carrier.
    min_interval: Duration::ZERO,
    base_url: "https://api.17track.net",
    page: "https://t.17track.net/en#nums={number}",
    key_hint: "create a free account at api.17track.net and copy the security key from its settings",
};

struct SeventeenTrack {
    base_url: String,
    secrets: Secrets,
    language: Option<&'static str>,
}

pub(super) fn build(setup: Setup) -> Arc<dyn Source> {
    Arc::new(SeventeenTrack { base_url: setup.base_url, secrets: setup.secrets, language: setup.language })
}

impl SeventeenTrack {
    async fn call(
        &self,
        http: &Http,
        action: &str,
        items: Vec<Value>,
        kept: &mut Vec<Exchange>,
    ) -> Result<Response, Trouble> {
        let key = self.secrets.get("key").await?;
        let request = Request::post(format!("{}/track/v2.4/{action}", self.base_url))
            .secret_header("17token", key)
            .json(Value::Array(items));
        exchange(http, &request, kept).await
    }

    async fn read(&self, http: &Http, numbers: &[TrackingNumber], kept: &mut Vec<Exchange>) -> Result<Tracks, Trouble> {
        let items = numbers.iter().map(|number| json!({ "number": number.as_str() })).collect();
        let response = self.call(http, "gettrackinfo", items, kept).await?;
        decode_tracks(numbers, response.status, &response.body).map_err(|t| with_retry_after(t, &response))
    }

    /// What is registered: the number, and the language that its texts are to be translated into (official: `lang`).
    fn item(&self, number: &TrackingNumber) -> Value {
        match self.language {
            Some(language) => json!({ "number": number.as_str(), "lang": language }),
            None => json!({ "number": number.as_str() }),
        }
    }

    /// Registers numbers; gives back those that are registered now, and replies about the others.
    async fn register(
        &self,
        http: &Http,
        numbers: &[TrackingNumber],
        kept: &mut Vec<Exchange>,
    ) -> Result<(Vec<TrackingNumber>, Vec<Reply>), Trouble> {
        tokio::time::sleep(GAP).await;
        let items = numbers.iter().map(|number| self.item(number)).collect();
        let response = self.call(http, "register", items, kept).await?;
        let outcomes = decode_registration(numbers, response.status, &response.body)
            .map_err(|t| with_retry_after(t, &response))?;
        let (mut registered, mut refused) = (Vec::new(), Vec::new());
        for Registered { number, outcome } in outcomes {
            match outcome {
                Ok(()) => registered.push(number),
                Err(trouble) => refused.push(Reply { number, result: Err(trouble) }),
            }
        }
        Ok((registered, refused))
    }

    /// Reads numbers that have just been registered. One that 17TRACK does not list yet has nothing to tell yet.
    async fn read_registered(
        &self,
        http: &Http,
        numbers: &[TrackingNumber],
        kept: &mut Vec<Exchange>,
    ) -> Result<Vec<Reply>, Trouble> {
        if numbers.is_empty() {
            return Ok(Vec::new());
        }
        tokio::time::sleep(GAP).await;
        let mut tracks = self.read(http, numbers, kept).await?;
        let waiting = tracks.unregistered.into_iter();
        tracks.replies.extend(waiting.map(|number| Reply { number, result: Ok(decode::nothing_yet()) }));
        Ok(tracks.replies)
    }

    async fn replies(
        &self,
        http: &Http,
        numbers: &[TrackingNumber],
        kept: &mut Vec<Exchange>,
    ) -> Result<Vec<Reply>, Trouble> {
        let Tracks { mut replies, unregistered } = self.read(http, numbers, kept).await?;
        if unregistered.is_empty() {
            return Ok(replies);
        }
        let failed = |numbers: &[TrackingNumber], trouble: &Trouble| -> Vec<Reply> {
            numbers.iter().map(|n| Reply { number: n.clone(), result: Err(trouble.clone()) }).collect()
        };
        // What was read already stays read, whatever becomes of the rest.
        match self.register(http, &unregistered, kept).await {
            Ok((registered, refused)) => {
                replies.extend(refused);
                let read = self.read_registered(http, &registered, kept).await;
                replies.extend(read.unwrap_or_else(|trouble| failed(&registered, &trouble)));
            }
            Err(trouble) => replies.extend(failed(&unregistered, &trouble)),
        }
        Ok(replies)
    }
}

impl Source for SeventeenTrack {
    fn profile(&self) -> &'static Profile {
        &PROFILE
    }

    fn ask<'a>(&'a self, http: &'a Http, numbers: &'a [TrackingNumber]) -> BoxFuture<'a, CheckResult> {
        Box::pin(async move {
            let mut exchanges = Vec::new();
            let result = self.replies(http, numbers, &mut exchanges).await;
            CheckResult { exchanges, result }
        })
    }
}
