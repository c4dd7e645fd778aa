//! A carried parcel in values.

use chrono::{DateTime, NaiveDate, Utc};

use super::parse_values;
use super::parse_values::{InvalidItem, lines, maybe, maybe_day, maybe_instant, some_line};
use crate::domain::message::{How, SentMessage, UnsentMessage};
use crate::domain::{
    CleanText, Deadline, NumberRole, Order, Parcel, Snooze, SourceId, TrackingNumber, current_silence,
};
use crate::store::transfer::{MessageItem, ParcelItem};

/// What the user said of a parcel there, and what only the database there knew.
pub(in crate::store::transfer) struct ParcelValues {
    pub id: Option<i64>,
    pub title: Option<CleanText>,
    pub shop: Option<CleanText>,
    pub note: Option<CleanText>,
    pub numbers: Vec<(TrackingNumber, NumberRole, Option<DateTime<Utc>>)>,
    /// Each with its identity there.
    pub orders: Vec<(Option<i64>, Order)>,
    pub tags: Vec<CleanText>,
    pub pinned: Vec<SourceId>,
    pub excluded: Vec<SourceId>,
    pub own_protection: Option<Deadline>,
    pub stale_after_days: Option<u32>,
    pub snooze: Option<Snooze>,
    pub messages: Vec<SentMessage>,
    pub drafts: Vec<UnsentMessage>,
    pub added_at: Option<DateTime<Utc>>,
    pub archived_at: Option<DateTime<Utc>>,
    pub closed_at: Option<DateTime<Utc>>,
    pub missing_at: Option<DateTime<Utc>>,
    pub changed_at: Option<DateTime<Utc>>,
    pub finished_at: Option<DateTime<Utc>>,
}

impl ParcelValues {
    pub fn of(carried: &ParcelItem) -> Result<Self, InvalidItem> {
        let mut numbers = Vec::new();
        for held in &carried.numbers {
            let role = maybe("role", held.role.as_ref(), parse_values::role)?.unwrap_or(NumberRole::First);
            numbers.push((parse_values::number(&held.number)?, role, maybe_instant(held.added_at)?));
        }
        let orders: Result<_, InvalidItem> =
            carried.orders.iter().map(|it| Ok((it.id, parse_values::order(it)?))).collect();
        let sources = |ids: &[String]| ids.iter().map(|id| parse_values::source(id)).collect::<Result<Vec<_>, _>>();
        let since = maybe_instant(carried.snoozed_at)?;
        Ok(Self {
            id: carried.id,
            title: some_line(carried.title.as_ref()),
            shop: some_line(carried.shop.as_ref()),
            note: carried.note.as_deref().map(CleanText::note).filter(|note| !note.is_empty()),
            numbers,
            orders: orders?,
            tags: lines(&carried.tags),
            pinned: sources(&carried.pinned)?,
            excluded: sources(&carried.excluded)?,
            own_protection: Deadline::from_parts(
                maybe_day(carried.protected_until)?,
                some_line(carried.preset.as_ref()),
            ),
            stale_after_days: days(carried.stale_after_days)?,
            snooze: maybe_day(carried.snoozed_until)?.zip(since).map(|(until, since)| Snooze { until, since }),
            messages: carried.messages.iter().map(kept).collect::<Result<_, _>>()?,
            drafts: carried.drafts.iter().map(unsent).collect::<Result<_, _>>()?,
            added_at: maybe_instant(carried.added_at)?,
            archived_at: maybe_instant(carried.archived_at)?,
            closed_at: maybe_instant(carried.closed_at)?,
            missing_at: maybe_instant(carried.missing_at)?,
            changed_at: maybe_instant(carried.changed_at)?,
            finished_at: maybe_instant(carried.finished_at)?,
        })
    }

    /// The numbers that the user entered.
    pub fn entered(&self) -> impl Iterator<Item = &TrackingNumber> {
        self.numbers.iter().filter(|(_, role, _)| *role == NumberRole::First).map(|(number, ..)| number)
    }

    /// Whether no number speaks against its being that parcel.
    pub fn may_be(&self, here: &Parcel) -> bool {
        let held = |number: &TrackingNumber| here.numbers.iter().any(|held| held.number == *number);
        self.numbers.is_empty() || here.numbers.is_empty() || self.numbers.iter().any(|(number, ..)| held(number))
    }

    /// The fields of which both say something, and not the same.
    pub fn differing(&self, here: &Parcel) -> impl Iterator<Item = &'static str> + use<> {
        fn until(end: Option<&Deadline>) -> Option<&NaiveDate> {
            end.map(|end| &end.until)
        }
        fn differ<T: PartialEq>(here: Option<&T>, there: Option<&T>) -> bool {
            matches!((here, there), (Some(here), Some(there)) if here != there)
        }
        let fields = [
            ("title", differ(here.title.as_ref(), self.title.as_ref())),
            ("shop", differ(here.shop.as_ref(), self.shop.as_ref())),
            ("note", differ(here.note.as_ref(), self.note.as_ref())),
            ("protected_until", differ(until(here.own_protection.as_ref()), until(self.own_protection.as_ref()))),
            ("stale_after_days", differ(here.stale_after_days.as_ref(), self.stale_after_days.as_ref())),
        ];
        fields.into_iter().filter(|(_, differs)| *differs).map(|(field, _)| field)
    }
}

fn kept(it: &MessageItem) -> Result<SentMessage, InvalidItem> {
    let how = parse_values::parsed("how", it.how.as_deref().unwrap_or_default(), How::parse)?;
    Ok(SentMessage {
        at: parse_values::instant(it.at)?,
        choice: parse_values::choice(it)?,
        how,
        text: CleanText::note(&it.text),
    })
}

fn unsent(it: &MessageItem) -> Result<UnsentMessage, InvalidItem> {
    Ok(UnsentMessage {
        at: parse_values::instant(it.at)?,
        choice: parse_values::choice(it)?,
        text: CleanText::note(&it.text),
    })
}

fn days(days: Option<u32>) -> Result<Option<u32>, InvalidItem> {
    match days {
        Some(days) if !(1..=current_silence::MOST_DAYS).contains(&days) => {
            Err(parse_values::flaw("stale_after_days", &days.to_string()))
        }
        days => Ok(days),
    }
}
