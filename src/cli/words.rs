//! Words of the domain in the reader's language, and spans of time in short.

use chrono::{DateTime, NaiveDate, SecondsFormat, Utc};

use crate::domain::{Eta, EventTime, Outcome, Parcel, Precision, State, Status, SubStatus};
use crate::t;
use crate::texts::Texts;

/// A state: the sub-status where it says more than the status, else the status.
#[must_use]
pub fn state(texts: &Texts, state: Option<State>) -> String {
    let Some(state) = state else { return t!(texts, "cli-status-none") };
    match state.sub {
        None | Some(SubStatus::Other) => status(texts, state.status),
        Some(sub) => format!("{}: {}", status(texts, state.status), sub_status(texts, sub)),
    }
}

fn status(texts: &Texts, status: Status) -> String {
    match status {
        Status::NotFound => t!(texts, "cli-status-not-found"),
        Status::InfoReceived => t!(texts, "cli-status-info-received"),
        Status::InTransit => t!(texts, "cli-status-in-transit"),
        Status::Expired => t!(texts, "cli-status-expired"),
        Status::AvailableForPickup => t!(texts, "cli-status-available-for-pickup"),
        Status::OutForDelivery => t!(texts, "cli-status-out-for-delivery"),
        Status::DeliveryFailure => t!(texts, "cli-status-delivery-failure"),
        Status::Delivered => t!(texts, "cli-status-delivered"),
        Status::Exception => t!(texts, "cli-status-exception"),
    }
}

fn sub_status(texts: &Texts, sub: SubStatus) -> String {
    match sub {
        SubStatus::Other => t!(texts, "cli-sub-status-other"),
        SubStatus::InvalidCode => t!(texts, "cli-sub-status-invalid-code"),
        SubStatus::PickedUp => t!(texts, "cli-sub-status-picked-up"),
        SubStatus::Departure => t!(texts, "cli-sub-status-departure"),
        SubStatus::Arrival => t!(texts, "cli-sub-status-arrival"),
        SubStatus::CustomsProcessing => t!(texts, "cli-sub-status-customs-processing"),
        SubStatus::CustomsReleased => t!(texts, "cli-sub-status-customs-released"),
        SubStatus::CustomsRequiringInformation => t!(texts, "cli-sub-status-customs-requiring-information"),
        SubStatus::NoBody => t!(texts, "cli-sub-status-no-body"),
        SubStatus::Security => t!(texts, "cli-sub-status-security"),
        SubStatus::Rejected => t!(texts, "cli-sub-status-rejected"),
        SubStatus::InvalidAddress => t!(texts, "cli-sub-status-invalid-address"),
        SubStatus::Returning => t!(texts, "cli-sub-status-returning"),
        SubStatus::Returned => t!(texts, "cli-sub-status-returned"),
        SubStatus::Damage => t!(texts, "cli-sub-status-damage"),
        SubStatus::Delayed => t!(texts, "cli-sub-status-delayed"),
        SubStatus::Lost => t!(texts, "cli-sub-status-lost"),
        SubStatus::Destroyed => t!(texts, "cli-sub-status-destroyed"),
        SubStatus::Cancel => t!(texts, "cli-sub-status-cancel"),
    }
}

/// How a check ended.
#[must_use]
pub fn outcome(texts: &Texts, outcome: Outcome) -> String {
    match outcome {
        Outcome::Answered => t!(texts, "cli-outcome-answered"),
        Outcome::NoNews => t!(texts, "cli-outcome-no-news"),
        Outcome::UnknownNumber => t!(texts, "cli-outcome-unknown-number"),
        Outcome::Blocked => t!(texts, "cli-outcome-blocked"),
        Outcome::RateLimited => t!(texts, "cli-outcome-rate-limited"),
        Outcome::BudgetSpent => t!(texts, "cli-outcome-budget-spent"),
        Outcome::BadKey => t!(texts, "cli-outcome-bad-key"),
        Outcome::MalformedNumber => t!(texts, "cli-outcome-malformed-number"),
        Outcome::MoreDataNeeded => t!(texts, "cli-outcome-more-data-needed"),
        Outcome::TooLarge => t!(texts, "cli-outcome-too-large"),
        Outcome::Temporary => t!(texts, "cli-outcome-temporary"),
        Outcome::NotUnderstood => t!(texts, "cli-outcome-not-understood"),
    }
}

/// The state of a parcel; a user's own "finished" is said beside what the sources say.
#[must_use]
pub fn parcel_state(texts: &Texts, parcel: &Parcel) -> String {
    let words = state(texts, parcel.summary.state);
    if parcel.closed_at.is_some() { t!(texts, "cli-closed", status = words) } else { words }
}

/// A number of days in short: "14 d".
#[must_use]
pub fn days(texts: &Texts, days: i64) -> String {
    t!(texts, "cli-days", days = days.to_string())
}

/// An expected delivery: one day, or two with a dash.
#[must_use]
pub fn eta(eta: Eta) -> String {
    if eta.from == eta.to { day(eta.from) } else { format!("{} – {}", day(eta.from), day(eta.to)) }
}

/// A day as ISO 8601.
#[must_use]
pub fn day(day: NaiveDate) -> String {
    day.format("%Y-%m-%d").to_string()
}

/// An instant, to the minute, in UTC.
#[must_use]
pub fn instant(time: DateTime<Utc>) -> String {
    time.to_rfc3339_opts(SecondsFormat::Secs, true)
}

/// When an event happened, as it was said: never more exact than that.
#[must_use]
pub fn when(time: Option<EventTime>) -> String {
    let Some(time) = time else { return String::new() };
    match time.precision() {
        Precision::Day => day(time.date()),
        Precision::Second | Precision::Minute => time.local().format("%Y-%m-%d %H:%M").to_string(),
    }
}
