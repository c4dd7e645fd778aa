//! From an answer to reports. Pure, and survives any bytes.

use super::wire::{Delivery, Envelope, Scan, Shipment, Tracking};
use super::{error_codes, milestones};
use crate::domain::{CleanText, Country, Eta, Event, Reply, Report, ReportedFacts, State, TrackingNumber, Trouble};
use crate::sources::decoding::event_order_and_state::{MOST_EVENTS, follow, newest_first};
use crate::sources::decoding::json_body;
use crate::sources::decoding::lenient_json::{LenientText, clean_text, raw_text};
use crate::sources::decoding::recipient::{step_by_recipient, summary_to_addressee};
use crate::sources::decoding::refusal::{Access, refusal};
use crate::sources::decoding::replies::{complete, from_entries, named, same_for_all};
use crate::sources::decoding::report::{expected_days, known, other_numbers, unknown};
use crate::sources::decoding::wall_time::iso_8601;
use crate::sources::decoding::worded_troubles::not_understood;

/// How many trackers of an answer are read: one number has one.
const MOST_TRACKINGS: usize = 100;
/// How many numbers of one parcel are taken over: real ones have two or three.
const MOST_NUMBERS: usize = 20;

/// Reads an answer about the asked numbers: one reply for each.
///
/// # Errors
/// The trouble that concerns all of them.
pub fn decode(asked: &[TrackingNumber], status: u16, body: &[u8]) -> Result<Vec<Reply>, Trouble> {
    let refused = refusal(Access::Keyed, status, body);
    if refused == Some(Trouble::Blocked) {
        return Err(Trouble::Blocked);
    }
    let read = json_body::json(body).and_then(json_body::shape::<Envelope>);
    if let Some(verdict) = read.as_ref().ok().and_then(|envelope| error_codes::verdict(envelope, status)) {
        return match verdict {
            Ok(_) | Err(Trouble::MalformedNumber) => Ok(same_for_all(asked, &verdict)),
            Err(trouble) => Err(trouble),
        };
    }
    if let Some(trouble) = refused {
        return Err(trouble);
    }
    let data = read?.data.ok_or_else(|| not_understood("data.trackings: missing"))?;
    let trackings = data.trackings.into_iter().take(MOST_TRACKINGS);
    let number = |tracking: &Tracking| named(asked, raw_text(tracking.tracker.as_ref()?.tracking_number.as_ref()));
    let replies = from_entries(trackings, number, |number, tracking, _| checked_report(number, tracking));
    Ok(complete(replies, asked, "data.trackings"))
}

fn checked_report(number: &TrackingNumber, tracking: &Tracking) -> Result<Report, Trouble> {
    let report = report(number, tracking);
    tracking.events.check_understood("data.trackings[].events", report.events.len()).map(|()| report)
}

/// What a tracker says. One that is pending without events knows nothing of the number (official).
fn report(number: &TrackingNumber, tracking: &Tracking) -> Report {
    let mut scans: Vec<&Scan> = tracking.events.iter().take(MOST_EVENTS).collect();
    let ordered = scans.iter().all(|scan| scan.order.is_some());
    if ordered {
        scans.sort_by_key(|scan| std::cmp::Reverse(scan.order.map(|order| order.0)));
    }
    let events: Vec<Event> = scans.iter().filter_map(|scan| event(number, scan)).collect();
    let mut events = if ordered { events } else { newest_first(events) };
    let shipment = tracking.shipment.as_ref();
    let claimed = shipment
        .and_then(|s| milestones::state(raw_text(s.status_milestone.as_ref()), raw_text(s.status_code.as_ref())));
    let claimed = summary_to_addressee(&events, claimed);
    let told = follow(&mut events, step_by_recipient);
    if events.is_empty() && claimed.is_none() {
        return unknown();
    }
    let carrier = scans.first().and_then(|scan| clean_text(scan.courier_code.as_ref()));
    known(facts(number, shipment, told.claim(claimed), carrier, &events), events)
}

fn facts(
    number: &TrackingNumber,
    shipment: Option<&Shipment>,
    claimed: Option<State>,
    carrier: Option<CleanText>,
    events: &[Event],
) -> ReportedFacts {
    let country =
        |code: fn(&Shipment) -> Option<&LenientText>| shipment.and_then(|s| Country::parse(raw_text(code(s))));
    let delivery = shipment.and_then(|s| s.delivery.as_ref());
    ReportedFacts {
        state: claimed,
        status_text: events.first().map(|event| event.text.clone()),
        origin: country(|s| s.origin_country_code.as_ref()),
        destination: country(|s| s.destination_country_code.as_ref()),
        carrier,
        service: delivery.and_then(|delivery| clean_text(delivery.service.as_ref())),
        eta: delivery.and_then(eta),
        handovers: shipment.map(|s| handovers(number, s)).unwrap_or_default(),
        ..ReportedFacts::default()
    }
}

/// The other numbers of the parcel.
fn handovers(number: &TrackingNumber, shipment: &Shipment) -> Vec<TrackingNumber> {
    let named = shipment.tracking_numbers.iter().take(MOST_NUMBERS).map(|other| raw_text(other.tn.as_ref()));
    other_numbers(number, named, MOST_NUMBERS)
}

/// One event; one without any words or code is passed over.
fn event(number: &TrackingNumber, scan: &Scan) -> Option<Event> {
    let (milestone, code) = (clean_text(scan.status_milestone.as_ref()), clean_text(scan.status_code.as_ref()));
    let state = milestones::state(milestone.as_deref().unwrap_or_default(), code.as_deref().unwrap_or_default());
    let raw_code = code.or(milestone);
    Some(Event {
        time: iso_8601(raw_text(scan.occurrence_datetime.as_ref())),
        place: clean_text(scan.location.as_ref()),
        country: None,
        text: clean_text(scan.status.as_ref()).or_else(|| raw_code.clone())?,
        text_lang: None,
        translation: None,
        state,
        raw_code,
        number: number.clone(),
    })
}

/// The days that the courier expects, or else those that Ship24 does.
fn eta(delivery: &Delivery) -> Option<Eta> {
    let day = |text: &str| iso_8601(text).map(|time| time.date());
    let courier = delivery.courier_estimated_delivery_date.as_ref();
    let own = || expected_days(day(raw_text(delivery.estimated_delivery_date.as_ref())), None);
    courier.and_then(|span| span.expected_days(day)).or_else(own)
}
