//! Which situation a parcel is in, and how much that matters. The rules in their order: what is final, what waits for
//! the reader, what is disputed, what cannot be right, who cannot be heard, who is silent, what ends soon.

use super::rule_input::RuleInput;
use super::{Severity, Situation, Stage};
use crate::domain::{Afterwards, State, Status, SubStatus};

/// The situation; `None` where all is well.
pub(super) fn of(input: &RuleInput) -> Option<Situation> {
    if input.parcel.is_finished() {
        return ended(input);
    }
    if input.parcel.missing_at.is_some() && input.state().is_some_and(|s| s.status == Status::Delivered) {
        return Some(Situation::DeliveredMissing);
    }
    // What waits for the reader comes first also where another source says something else: it may be true.
    waits_for_the_reader(input)
        .or_else(|| input.parcel.summary.disagreement.then_some(Situation::SourcesDisagree))
        .or_else(|| input.mistake.as_ref().map(|_| Situation::NumberMistyped))
        .or_else(|| trouble(input, |t| t.old))
        .or_else(|| (input.state().is_none() && input.is_dead_end()).then_some(Situation::NobodyAsked))
        .or_else(|| silent(input))
        .or_else(|| protection(input))
        .or_else(|| trouble(input, |_| true))
}

fn ended(input: &RuleInput) -> Option<Situation> {
    if input.parcel.received_on().is_some() {
        return None;
    }
    match input.state()?.status {
        Status::Delivered => input.parcel.summary.disagreement.then_some(Situation::DeliveredDisputed),
        _ => Some(Situation::EndedUndelivered),
    }
}

fn waits_for_the_reader(input: &RuleInput) -> Option<Situation> {
    let State { status, sub } = input.state()?;
    match (status, sub) {
        (_, Some(SubStatus::CustomsRequiringInformation)) => Some(Situation::CustomsWantsPapers),
        (Status::AvailableForPickup, _) => Some(pickup(input)),
        (Status::DeliveryFailure | Status::Exception, Some(SubStatus::InvalidAddress)) => Some(Situation::WrongAddress),
        (Status::Exception, Some(sub)) => exception(sub),
        (Status::Exception, None) => Some(Situation::Problem),
        (Status::DeliveryFailure, _) => Some(Situation::DeliveryFailed),
        _ => None,
    }
}

/// Where a source tells how long it is kept, that counts; else the days that it usually may wait.
fn pickup(input: &RuleInput) -> Situation {
    let Some(storage) = input.storage() else {
        return if input.is_overdue() { Situation::PickupOverdue } else { Situation::ReadyForPickup };
    };
    match (storage.days_left(input.today), storage.then) {
        (..0, Afterwards::SentBack) => Situation::StorageOver,
        (..0, Afterwards::Costs) => Situation::PickupOverdue,
        _ if storage.ends_soon(input.today) => Situation::StorageEnding,
        _ => Situation::ReadyForPickup,
    }
}

fn exception(sub: SubStatus) -> Option<Situation> {
    match sub {
        SubStatus::Delayed => None, // silence tells more
        SubStatus::Security => Some(Situation::Held),
        SubStatus::Returning => Some(Situation::GoingBack),
        SubStatus::Damage => Some(Situation::Damaged),
        SubStatus::NoBody | SubStatus::Rejected => Some(Situation::DeliveryFailed),
        _ => Some(Situation::Problem),
    }
}

fn trouble(input: &RuleInput, counts: impl Fn(&super::source_problems::SourceProblem) -> bool) -> Option<Situation> {
    input.trouble.as_ref().filter(|t| counts(t)).map(super::source_problems::SourceProblem::situation)
}

fn silent(input: &RuleInput) -> Option<Situation> {
    let status = input.state().map(|s| s.status);
    if status == Some(Status::NotFound) {
        return Some(Situation::UnknownNumber);
    }
    if !input.stale && !input.is_overdue() && status != Some(Status::Expired) {
        return None;
    }
    match input.stage {
        Stage::NoNumber => Some(Situation::NoNumberYet),
        Stage::NoFirstScan => Some(first_scan(input)),
        Stage::Accepted => Some(Situation::StuckAtOrigin),
        Stage::InTransit => Some(Situation::StuckInTransit),
        Stage::LineHaul => Some(Situation::StuckOnLineHaul),
        Stage::AfterBorder => Some(Situation::PastTheBorder),
        Stage::Customs => Some(Situation::StuckAtCustoms),
        Stage::AfterCustoms => Some(Situation::StuckAfterCustoms),
        Stage::OutForDelivery => Some(Situation::StuckWithCourier),
        Stage::Pickup | Stage::DeliveryFailed | Stage::Finished => None, // told before
    }
}

fn first_scan(input: &RuleInput) -> Situation {
    let asked = input.standings.iter().any(|s| s.outcome.is_some_and(|o| !o.is_trouble()));
    if asked || input.state().is_some() { Situation::AnnouncedOnly } else { Situation::NobodyAsked }
}

fn protection(input: &RuleInput) -> Option<Situation> {
    match input.protection? {
        p if p.too_short => Some(Situation::ExpectedTooLate),
        p if p.ends_soon() => Some(Situation::ProtectionEnding),
        _ => None,
    }
}

/// How much a situation matters. A protection that ends soon raises it, and nothing about the protection lowers it
/// while a dispute can still be opened.
pub(super) fn severity(situation: Situation, input: &RuleInput) -> Severity {
    if input.ends_soon() {
        return Severity::Urgent;
    }
    match situation {
        Situation::PickupOverdue | Situation::StorageEnding | Situation::StorageOver | Situation::ProtectionEnding => {
            Severity::Urgent
        }
        Situation::SourcesBlocked | Situation::SourcesFailing => Severity::Info,
        Situation::EndedUndelivered if input.protection.is_some_and(|p| !p.is_open()) => Severity::Info,
        situation if situation.is_silence() && !is_too_long(input) => Severity::Info,
        _ => Severity::Act,
    }
}

/// Whether waiting is not enough: the silence is too long, a source says so, or the parcel would come too late.
pub(super) fn is_too_long(input: &RuleInput) -> bool {
    let expired = input.state().is_some_and(|s| s.status == Status::Expired);
    input.is_overdue() || expired || input.protection.is_some_and(|p| p.too_short)
}
