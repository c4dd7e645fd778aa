//! From a number's registrations to one report.

use super::address_country::country;
use super::wire::{Accepted, Carrier, MiscInfo, Provider, TrackInfo};
use super::{event_time, join_carrier_events, status_words};
use crate::domain::{CleanText, Event, Report, ReportedFacts, State, Status, TrackingNumber, Trouble};
use crate::sources::decoding::event_order_and_state::follow;
use crate::sources::decoding::lenient_json::{clean_text, raw_text};
use crate::sources::decoding::recipient::{step_by_recipient, summary_to_addressee};
use crate::sources::decoding::report::{joined, known, unknown};
use crate::sources::decoding::worded_troubles::not_understood;

/// A number as registered with one carrier.
pub(super) struct Registration {
    carrier: Option<i64>,
    info: TrackInfo,
}

impl Registration {
    /// Reads it. Without any information yet it is an empty one; information that is no object is not understood.
    pub(super) fn read(item: &Accepted) -> Result<Self, Trouble> {
        let info = match &item.track_info {
            serde_json::Value::Null => TrackInfo::default(),
            value => serde_json::from_value(value.clone())
                .map_err(|_| not_understood("data.accepted.track_info: not an object"))?,
        };
        Ok(Self { carrier: item.carrier.map(|key| key.0), info })
    }

    fn providers(&self) -> &[Provider] {
        self.info.tracking.as_ref().map_or(&[], |tracking| &tracking.providers)
    }

    fn has_events(&self) -> bool {
        self.providers().iter().any(|provider| !provider.events.is_empty())
    }

    fn claimed(&self) -> Option<State> {
        let latest = self.info.latest_status.as_ref()?;
        status_words::state(raw_text(latest.status.as_ref()), raw_text(latest.sub_status.as_ref()))
    }
}

/// One report from all registrations of a number: the one with the newest event speaks, the events of all are
/// joined.
pub(super) fn report(number: &TrackingNumber, all: &[Registration]) -> Report {
    let newest = |r: &&Registration| join_carrier_events::newest(r.providers());
    // `max_by_key` takes the last of equals; the first is the one that 17TRACK lists first.
    let Some(speaker) = all.iter().rev().max_by_key(newest) else {
        return unknown();
    };
    let not_found = |r: &Registration| r.claimed().is_some_and(|state| state.status == Status::NotFound);
    if all.iter().all(|r| !r.has_events()) && all.iter().any(not_found) {
        return unknown();
    }
    let providers: Vec<&Provider> = all.iter().flat_map(Registration::providers).collect();
    let mut events = join_carrier_events::merged(number, &providers);
    let claimed = claimed_beside(&events, speaker);
    let told = follow(&mut events, step_by_recipient);
    let state = told.claim(claimed);
    let mut facts = facts(number, speaker, state, &events);
    for found in all.iter().filter_map(|r| handover(number, r.info.misc_info.as_ref())) {
        if !facts.handovers.contains(&found) {
            facts.handovers.push(found);
        }
    }
    known(facts, events)
}

fn facts(number: &TrackingNumber, speaker: &Registration, state: Option<State>, events: &[Event]) -> ReportedFacts {
    let info = &speaker.info;
    let misc = info.misc_info.as_ref();
    let addresses = info.shipping_info.as_ref();
    let carrier = carrier(speaker);
    let words = || clean_text(info.latest_status.as_ref().and_then(|latest| latest.sub_status_descr.as_ref()));
    let eta = info.time_metrics.as_ref().and_then(|metrics| metrics.estimated_delivery_date.as_ref());
    ReportedFacts {
        state,
        status_text: events.first().map(|event| event.text.clone()).or_else(words),
        origin: country(addresses.and_then(|a| a.shipper_address.as_ref())),
        destination: country(addresses.and_then(|a| a.recipient_address.as_ref())),
        carrier: carrier.and_then(|c| clean_text(c.name.as_ref())),
        service: clean_text(misc.and_then(|m| m.service_type.as_ref())),
        storage: None,
        last_mile: misc.and_then(|misc| last_mile(misc, speaker)),
        eta: eta.and_then(|span| span.expected_days(event_time::date)),
        handovers: handover(number, misc).into_iter().collect(),
    }
}

/// The state 17TRACK claims; beside events "not found" is none.
fn claimed_beside(events: &[Event], speaker: &Registration) -> Option<State> {
    let claimed = speaker.claimed().filter(|state| events.is_empty() || state.status != Status::NotFound);
    summary_to_addressee(events, claimed)
}

/// The carrier that the number is registered with, where it has a list of its own; else the first listed.
fn carrier(speaker: &Registration) -> Option<&Carrier> {
    let listed = || speaker.providers().iter().filter_map(|provider| provider.carrier.as_ref());
    listed().find(|c| c.key.is_some() && c.key.map(|k| k.0) == speaker.carrier).or_else(|| listed().next())
}

/// The last-mile carrier, where it is another one: name, phone and site as far as they are there.
fn last_mile(misc: &MiscInfo, speaker: &Registration) -> Option<CleanText> {
    let key = misc.local_key.map(|key| key.0).filter(|key| *key != 0)?;
    if speaker.carrier == Some(key) {
        return None;
    }
    let listed = speaker.providers().iter().filter_map(|provider| provider.carrier.as_ref());
    let known = listed.into_iter().find(|carrier| carrier.key.is_some_and(|k| k.0 == key));
    let Some(carrier) = known else { return clean_text(misc.local_provider.as_ref()) };
    joined([carrier.name.as_ref(), carrier.tel.as_ref(), carrier.homepage.as_ref()])
}

fn handover(number: &TrackingNumber, misc: Option<&MiscInfo>) -> Option<TrackingNumber> {
    let local = TrackingNumber::parse(raw_text(misc?.local_number.as_ref())).ok()?;
    (local != *number).then_some(local)
}
