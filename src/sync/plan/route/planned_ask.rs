//! That a source is asked about a number: why, how often, and from when on.

use chrono::{DateTime, Utc};

/// Why a source is asked about a number.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum RouteReason {
    /// The user wants this source and no other.
    Pinned,
    /// The number has the source's own format.
    OwnFormat,
    /// A first-leg source about the number under which the parcel set out.
    FirstLeg,
    /// The number under which the parcel set out, although another has taken over: rarely.
    OldNumber,
    /// It knew the number before.
    AnsweredBefore,
    /// The post of the country where the parcel goes.
    Destination,
    /// The post of the user's country.
    HomeCountry,
    /// There is nobody better who could be asked about such a number.
    NothingElse,
    /// Whoever is nearer does not know the number.
    NobodyKnows,
    /// Whoever is nearer gives no answer.
    InTrouble,
    /// Whoever is nearer has had nothing new for too long.
    Silent,
    /// Nobody at all has known the number for days.
    LastResort,
}

/// How often it is asked.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum AskPace {
    /// As often as the parcel is worth.
    Usual,
    /// At most once a day.
    Daily,
}

/// That a source is asked about a number.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Route {
    /// Why the source is asked.
    pub why: RouteReason,
    /// How often.
    pub pace: AskPace,
    /// From when on, if nothing changes until then; the past for "now".
    pub from: DateTime<Utc>,
}

impl Route {
    pub(super) fn new(why: RouteReason, pace: AskPace) -> Self {
        Self { why, pace, from: DateTime::<Utc>::MIN_UTC }
    }

    pub(super) fn usual(why: RouteReason) -> Self {
        Self::new(why, AskPace::Usual)
    }
}
