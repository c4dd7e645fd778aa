//! From an answer to reports. Pure, and survives any bytes.

use super::wire::{Delivery, Envelope, Scan, Shipment, Tracking};
use super::{fault, status};
use crate::domain::{CleanText, Country, Eta, Event, Reply, Report, ReportedFacts, State, TrackingNumber, Trouble};
use crate::sources::lenient_json::{Words, raw, said};
use crate::sources::response_class;
use crate::sources::response_class::{Access, not_understood};
use crate::sources::{MOST_EVENTS, complete, shared_decoding};

/// How many trackers of an answer are read: one number has one.
const MOST_TRACKINGS: usize = 100;
/// How many numbers of one parcel are taken over: real ones have two or three.
const MOST_NUMBERS: usize = 20;

/// Reads an answer about the asked numbers: one reply for each.
///
/// # Errors
/// The trouble that concerns all of them.
pub fn decode(asked: &[TrackingNumber], status: u16, body: &[u8]) -> Result<Vec<Reply>, Trouble> {
    let refusal = response_class::refusal(Access::Keyed, status, body);
    if refusal == Some(Trouble::Blocked) {
        return Err(Trouble::Blocked);
    }
    let read = response_class::json(body).and_then(response_class::shape::<Envelope>);
    if let Some(verdict) = read.as_ref().ok().and_then(|envelope| fault::verdict(envelope, status)) {
        return match verdict {
            Ok(report) => Ok(asked.iter().map(|n| Reply { number: n.clone(), result: Ok(report.clone()) }).collect()),
            Err(Trouble::MalformedNumber) => Ok(malformed(asked)),
            Err(trouble) => Err(trouble),
        };
    }
    if let Some(trouble) = refusal {
        return Err(trouble);
    }
    let data = read?.data.ok_or_else(|| not_understood("data.trackings: missing"))?;
    let mut replies: Vec<Reply> = Vec::new();
    for item in data.trackings.into_iter().take(MOST_TRACKINGS) {
        let Ok(tracking) = serde_json::from_value::<Tracking>(item) else { continue };
        let Some(number) = answered(&tracking, asked) else { continue };
        if !replies.iter().any(|reply| reply.number == *number) {
            replies.push(Reply { number: number.clone(), result: understood(number, &tracking) });
        }
    }
    Ok(complete(replies, asked, "data.trackings"))
}

fn malformed(asked: &[TrackingNumber]) -> Vec<Reply> {
    asked.iter().map(|number| Reply { number: number.clone(), result: Err(Trouble::MalformedNumber) }).collect()
}

/// The asked number that a tracker is of: never another.
fn answered<'a>(tracking: &Tracking, asked: &'a [TrackingNumber]) -> Option<&'a TrackingNumber> {
    let named = TrackingNumber::parse(raw(tracking.tracker.as_ref()?.tracking_number.as_ref())).ok()?;
    asked.iter().find(|number| **number == named)
}

fn understood(number: &TrackingNumber, tracking: &Tracking) -> Result<Report, Trouble> {
    let report = report(number, tracking);
    tracking.events.understood("data.trackings[].events", report.events.len()).map(|()| report)
}

/// What a tracker says. One that is pending without events knows nothing of the number (official).
fn report(number: &TrackingNumber, tracking: &Tracking) -> Report {
    let mut scans: Vec<&Scan> = tracking.events.iter().take(MOST_EVENTS).collect();
    let ordered = scans.iter().all(|scan| scan.order.is_some());
    if ordered {
        scans.sort_by_key(|scan| std::cmp::Reverse(scan.order.map(|order| order.0)));
    }
    let mut events: Vec<Event> = scans.iter().filter_map(|scan| event(number, scan)).collect();
    if !ordered {
        shared_decoding::newest_first(&mut events);
    }
    let shipment = tracking.shipment.as_ref();
    let claimed = shipment.and_then(|s| status::state(raw(s.status_milestone.as_ref()), raw(s.status_code.as_ref())));
    let claimed = shared_decoding::no_delivery_after_return(&mut events, claimed);
    if events.is_empty() && claimed.is_none() {
        return shared_decoding::unknown();
    }
    let carrier = scans.first().and_then(|scan| said(scan.courier_code.as_ref()));
    shared_decoding::known(facts(number, shipment, claimed, carrier, &events), events)
}

fn facts(
    number: &TrackingNumber,
    shipment: Option<&Shipment>,
    claimed: Option<State>,
    carrier: Option<CleanText>,
    events: &[Event],
) -> ReportedFacts {
    let country = |code: fn(&Shipment) -> Option<&Words>| shipment.and_then(|s| Country::parse(raw(code(s))));
    let delivery = shipment.and_then(|s| s.delivery.as_ref());
    ReportedFacts {
        state: claimed.or_else(|| shared_decoding::newest_state(events)),
        status_text: events.first().map(|event| event.text.clone()),
        origin: country(|s| s.origin_country_code.as_ref()),
        destination: country(|s| s.destination_country_code.as_ref()),
        carrier,
        service: delivery.and_then(|delivery| said(delivery.service.as_ref())),
        eta: delivery.and_then(eta),
        handovers: shipment.map(|s| handovers(number, s)).unwrap_or_default(),
        ..ReportedFacts::default()
    }
}

/// The other numbers of the parcel.
fn handovers(number: &TrackingNumber, shipment: &Shipment) -> Vec<TrackingNumber> {
    let mut found: Vec<TrackingNumber> = Vec::new();
    for other in shipment.tracking_numbers.iter().take(MOST_NUMBERS) {
        let Ok(other) = TrackingNumber::parse(raw(other.tn.as_ref())) else { continue };
        if other != *number && !found.contains(&other) {
            found.push(other);
        }
    }
    found
}

/// One event; one without any words or code is passed over.
fn event(number: &TrackingNumber, scan: &Scan) -> Option<Event> {
    let (milestone, code) = (said(scan.status_milestone.as_ref()), said(scan.status_code.as_ref()));
    let state = status::state(milestone.as_deref().unwrap_or_default(), code.as_deref().unwrap_or_default());
    let raw_code = code.or(milestone);
    Some(Event {
        time: shared_decoding::stamp(raw(scan.occurrence_datetime.as_ref())),
        place: said(scan.location.as_ref()),
        country: None,
        text: said(scan.status.as_ref()).or_else(|| raw_code.clone())?,
        text_lang: None,
        translation: None,
        state,
        raw_code,
        number: number.clone(),
    })
}

/// The days that the courier expects, or else those that Ship24 does.
fn eta(delivery: &Delivery) -> Option<Eta> {
    let day = |words: Option<&_>| shared_decoding::stamp(raw(words)).map(|time| time.date());
    let courier = delivery.courier_estimated_delivery_date.as_ref();
    let from = courier.and_then(|span| day(span.from.as_ref()));
    let to = courier.and_then(|span| day(span.to.as_ref()));
    let own = || day(delivery.estimated_delivery_date.as_ref());
    let (a, b) = (from.or(to).or_else(own)?, to.or(from).or_else(own)?);
    Some(Eta { from: a.min(b), to: a.max(b) })
}
