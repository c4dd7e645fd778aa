//! Words of the domain in the reader's language, and spans of time in short.

use chrono::{DateTime, Local, NaiveDate, Utc};

use crate::domain::{Afterwards, Eta, EventTime, Parcel, Precision, State, Status, Storage, SubStatus};
use crate::t;
use crate::texts::Texts;

/// A state: on the way its sub-status says more than the status; elsewhere both are needed.
#[must_use]
pub fn state(texts: &Texts, state: Option<State>) -> String {
    let Some(state) = state else { return t!(texts, "status-none") };
    match state.sub {
        None | Some(SubStatus::Other) => status(texts, state.status),
        Some(sub) if state.status == Status::InTransit => sub_status(texts, sub),
        Some(sub) => format!("{}: {}", status(texts, state.status), sub_status(texts, sub)),
    }
}

fn status(texts: &Texts, status: Status) -> String {
    match status {
        Status::NotFound => t!(texts, "status-not-found"),
        Status::InfoReceived => t!(texts, "status-info-received"),
        Status::InTransit => t!(texts, "status-in-transit"),
        Status::Expired => t!(texts, "status-expired"),
        Status::AvailableForPickup => t!(texts, "status-available-for-pickup"),
        Status::OutForDelivery => t!(texts, "status-out-for-delivery"),
        Status::DeliveryFailure => t!(texts, "status-delivery-failure"),
        Status::Delivered => t!(texts, "status-delivered"),
        Status::Exception => t!(texts, "status-exception"),
    }
}

fn sub_status(texts: &Texts, sub: SubStatus) -> String {
    match sub {
        SubStatus::Other => String::new(),
        SubStatus::InvalidCode => t!(texts, "sub-status-invalid-code"),
        SubStatus::PickedUp => t!(texts, "sub-status-picked-up"),
        SubStatus::Departure => t!(texts, "sub-status-departure"),
        SubStatus::Arrival => t!(texts, "sub-status-arrival"),
        SubStatus::CustomsProcessing => t!(texts, "sub-status-customs-processing"),
        SubStatus::CustomsReleased => t!(texts, "sub-status-customs-released"),
        SubStatus::CustomsRequiringInformation => t!(texts, "sub-status-customs-requiring-information"),
        SubStatus::NoBody => t!(texts, "sub-status-no-body"),
        SubStatus::Security => t!(texts, "sub-status-security"),
        SubStatus::Rejected => t!(texts, "sub-status-rejected"),
        SubStatus::InvalidAddress => t!(texts, "sub-status-invalid-address"),
        SubStatus::Returning => t!(texts, "sub-status-returning"),
        SubStatus::Returned => t!(texts, "sub-status-returned"),
        SubStatus::Damage => t!(texts, "sub-status-damage"),
        SubStatus::Delayed => t!(texts, "sub-status-delayed"),
        SubStatus::Lost => t!(texts, "sub-status-lost"),
        SubStatus::Destroyed => t!(texts, "sub-status-destroyed"),
        SubStatus::Cancel => t!(texts, "sub-status-cancel"),
    }
}

/// The state of a parcel; a user's own "finished" is said beside what the sources say.
#[must_use]
pub fn parcel_state(texts: &Texts, parcel: &Parcel) -> String {
    let words = match parcel.summary.state {
        None if parcel.numbers.is_empty() => t!(texts, "status-no-number"),
        told => state(texts, told),
    };
    let kept = parcel.summary.storage.as_ref().map(|(storage, _)| format!(", {}", kept(texts, *storage)));
    let words = words + &kept.unwrap_or_default();
    if parcel.missing_at.is_some() {
        return format!("{words} ({})", t!(texts, "status-missing"));
    }
    if parcel.received_on().is_some() && !parcel.summary.state.is_some_and(State::is_final) {
        return t!(texts, "status-received");
    }
    if parcel.closed_at.is_some() { format!("{} ({words})", t!(texts, "status-closed")) } else { words }
}

/// How long it is kept where it waits.
#[must_use]
pub fn kept(texts: &Texts, storage: Storage) -> String {
    let day = day(storage.until);
    match storage.then {
        Afterwards::SentBack => t!(texts, "cli-kept", day = day),
        Afterwards::Costs => t!(texts, "cli-kept-free", day = day),
    }
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

/// An instant, to the minute, in the reader's time zone.
#[must_use]
pub fn instant(time: DateTime<Utc>) -> String {
    time.with_timezone(&Local).format("%Y-%m-%d %H:%M").to_string()
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
