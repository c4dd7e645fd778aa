//! What time alone brings: a parcel got stuck, an end comes near.

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};

use super::{NoticeFacts, NoticeKind, Told, Warned};
use crate::domain::advice::{Advice, Severity, Situation};
use crate::domain::protection_left::Protection;
use crate::domain::{Parcel, Status};

/// So soon after it was first heard of, what is the matter with it is part of what is known first.
const JUST_HEARD: TimeDelta = TimeDelta::hours(1);

/// A parcel as it is looked at.
#[derive(Clone, Copy, Debug)]
pub struct DueInput<'a> {
    /// The parcel.
    pub parcel: &'a Parcel,
    /// What is advised about it.
    pub advice: Option<&'a Advice>,
    /// How long the shop still lets the buyer open a dispute.
    pub protection: Option<Protection>,
    /// The reader's date.
    pub today: NaiveDate,
    /// Now.
    pub now: DateTime<Utc>,
}

/// What is to be told although nothing changed, and what counts as told from then on. A parcel that is looked at for
/// the first time tells nothing: it counts as told as it is.
#[must_use]
pub fn after_time(told: &Told, input: &DueInput<'_>) -> (Vec<(NoticeKind, NoticeFacts)>, Warned) {
    let before = told.warned.clone();
    let is_first = before.is_none();
    let mut warned = before.unwrap_or_else(|| Warned::of_nothing(input.now));
    let mut news = Vec::new();
    news.extend(storage(&mut warned, input));
    news.extend(protection(&mut warned, input));
    news.extend(situation(told, &mut warned, input));
    warned.at = input.now;
    if is_first {
        // What ends now is told all the same: tomorrow it would be too late.
        news.retain(|(_, facts)| facts.ends_now);
    }
    (news, warned)
}

fn storage(warned: &mut Warned, input: &DueInput<'_>) -> Option<(NoticeKind, NoticeFacts)> {
    let parcel = input.parcel;
    let waits = !parcel.is_finished() && parcel.summary.state.is_some_and(|s| s.status == Status::AvailableForPickup);
    let storage = parcel.summary.storage.as_ref().map(|(storage, _)| *storage).filter(|_| waits)?;
    if !storage.ends_soon(input.today) || warned.storage == Some(storage.until) {
        return None;
    }
    warned.storage = Some(storage.until);
    let facts = NoticeFacts {
        state: parcel.summary.state,
        until: Some(storage.until),
        ends_now: true,
        ..NoticeFacts::default()
    };
    Some((NoticeKind::StorageEnding, facts))
}

/// The dispute day is told at most a day before it; the end of the protection when it comes near, unless the dispute day
/// is told at once.
fn protection(warned: &mut Warned, input: &DueInput<'_>) -> Option<(NoticeKind, NoticeFacts)> {
    let protection = input.protection.filter(|p| p.is_open() && !input.parcel.is_finished())?;
    let until = Some(protection.until);
    let facts = |ends_now| NoticeFacts {
        until,
        dispute_by: protection.dispute_by,
        state: input.parcel.summary.state,
        ends_now,
        ..NoticeFacts::default()
    };
    let is_day = protection.dispute_by.is_some_and(|day| (day - input.today).num_days() <= 1);
    if is_day && warned.dispute != until {
        (warned.dispute, warned.protection) = (until, until);
        return Some((NoticeKind::DisputeDay, facts(true)));
    }
    if protection.ends_soon() && warned.protection != until {
        warned.protection = until;
        return Some((NoticeKind::ProtectionEnding, facts(false)));
    }
    None
}

fn situation(told: &Told, warned: &mut Warned, input: &DueInput<'_>) -> Option<(NoticeKind, NoticeFacts)> {
    let Some(advice) = input.advice else {
        warned.situation = None;
        return None;
    };
    if told_elsewhere(advice.situation) {
        return None;
    }
    let situation = (advice.severity > Severity::Info).then_some(advice.situation);
    let same = situation == warned.situation;
    warned.situation = situation;
    // What a change brought went out with the change, and with it the advice; what was known first, with the summary.
    let came_with_news = !advice.situation.is_silence() && told.news_at.is_some_and(|at| at > warned.at);
    let just_heard = |at: &DateTime<Utc>| *at >= warned.at && input.now - *at <= JUST_HEARD;
    let came_first = told.first_notice.is_some() && told.heard_at.as_ref().is_some_and(just_heard);
    let came_with_news = came_with_news || came_first;
    let situation = situation.filter(|_| !same && !came_with_news)?;
    let kind = if situation == Situation::NoNumberYet { NoticeKind::NumberOverdue } else { NoticeKind::Stuck };
    let facts = NoticeFacts {
        situation: Some(situation),
        silent_days: Some(advice.days),
        state: input.parcel.summary.state,
        ..NoticeFacts::default()
    };
    Some((kind, facts))
}

/// What has a notice of its own: readiness, ends, and sources in trouble, which are told once and not by every parcel.
fn told_elsewhere(situation: Situation) -> bool {
    matches!(
        situation,
        Situation::ReadyForPickup
            | Situation::StorageEnding
            | Situation::ProtectionEnding
            | Situation::NobodyAsked
            | Situation::KeyRefused
            | Situation::KeyUnavailable
            | Situation::SourcesBlocked
            | Situation::SourcesFailing
    )
}
