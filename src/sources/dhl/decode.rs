//! From an answer to reports. Pure, and survives any bytes.

use serde_json::Value;

use super::status_codes;
use super::wire::{Envelope, Place, Problem, Scan, Shipment};
use crate::domain::{
    CleanText, Country, Eta, Event, Reply, Report, ReportedFacts, State, Step, TrackingNumber, Trouble,
};
use crate::sources::decoding::event_order_and_state::{MOST_EVENTS, follow, newest_first, step_by_state};
use crate::sources::decoding::json_body;
use crate::sources::decoding::lenient_json::{clean_text, raw_text};
use crate::sources::decoding::refusal::{self, Access};
use crate::sources::decoding::replies::same_for_all;
use crate::sources::decoding::report::{expected_days, known, unknown};
use crate::sources::decoding::wall_time::iso_8601;
use crate::sources::decoding::worded_troubles::not_understood;

/// How many shipments under one number are read.
const MOST_SHIPMENTS: usize = 50;
/// What stands before the name of the person who signed.
const SIGNATURES: [&str; 5] = ["signed for by", "signed by", "received by", "unterschrieben von", "empfangen von"];

/// Reads an answer about one number.
///
/// # Errors
/// The trouble that kept it from being answered.
pub fn decode(asked: &[TrackingNumber], status: u16, body: &[u8]) -> Result<Vec<Reply>, Trouble> {
    if status == 404 && problem(body).is_some_and(|problem| says_unknown(&problem)) {
        return Ok(same_for_all(asked, &Ok(unknown())));
    }
    if status == 400
        && let Some(problem) = problem(body)
    {
        if says_malformed(&problem) {
            return Err(Trouble::MalformedNumber);
        }
        let detail = clean_text(problem.detail.as_ref()).unwrap_or_default();
        return Err(not_understood(&format!("HTTP 400: {detail}")));
    }
    refusal::check(Access::Keyed, status, body)?;
    let envelope: Envelope = json_body::shape(json_body::json(body)?)?;
    if envelope.shipments.is_empty() {
        return Ok(same_for_all(asked, &Ok(unknown())));
    }
    let shipments = envelope.shipments.into_iter().take(MOST_SHIPMENTS);
    let shipments: Vec<Shipment> = shipments.filter_map(|shipment| serde_json::from_value(shipment).ok()).collect();
    let reply = |number: &TrackingNumber| Reply { number: number.clone(), result: report(number, asked, &shipments) };
    Ok(asked.iter().map(reply).collect())
}

fn problem(body: &[u8]) -> Option<Problem> {
    let tree = json_body::json(body).ok().filter(Value::is_object)?;
    serde_json::from_value(tree).ok()
}

/// Whether a 404 is about the number rather than about the address that was asked at.
fn says_unknown(problem: &Problem) -> bool {
    let words = format!("{} {}", raw_text(problem.title.as_ref()), raw_text(problem.detail.as_ref())).to_lowercase();
    ["no result", "no shipment", "tracking number"].iter().any(|mark| words.contains(mark))
}

/// Whether a 400 is about the form of the number.
fn says_malformed(problem: &Problem) -> bool {
    let words = format!("{} {}", raw_text(problem.title.as_ref()), raw_text(problem.detail.as_ref())).to_lowercase();
    let about_number = ["trackingnumber", "tracking number"].iter().any(|name| words.contains(name));
    about_number && ["format", "match", "invalid character", "length"].iter().any(|mark| words.contains(mark))
}

/// The shipment that speaks for the number: one that bears it, the newest of several; where none does, and no other
/// was asked about, the one that was found by it (a piece's number finds its shipment). Others under the same
/// number are other divisions' parcels and stay out.
fn report(number: &TrackingNumber, asked: &[TrackingNumber], shipments: &[Shipment]) -> Result<Report, Trouble> {
    let bears =
        |shipment: &&Shipment| TrackingNumber::parse(raw_text(shipment.id.as_ref())).is_ok_and(|id| id == *number);
    let newest = |shipment: &&Shipment| {
        let stamps = shipment.status.iter().chain(&shipment.events);
        stamps.filter_map(|scan| iso_8601(raw_text(scan.timestamp.as_ref()))).map(|time| time.approximate()).max()
    };
    // `max_by_key` takes the last of equals; the first is the one that DHL lists first.
    let bearing = shipments.iter().rev().filter(bears).max_by_key(newest);
    let found = || shipments.iter().rev().filter(|_| asked.len() == 1).max_by_key(newest);
    let Some(shipment) = bearing.or_else(found) else {
        return Err(not_understood("shipments: none of this number"));
    };
    let scans = shipment.events.iter().take(MOST_EVENTS);
    let mut events = newest_first(scans.filter_map(|scan| event(number, scan)).collect());
    if events.is_empty() {
        events.extend(shipment.status.as_ref().and_then(|scan| event(number, scan)));
    }
    let claimed = shipment.status.as_ref().and_then(state);
    let told = follow(&mut events, step);
    let claimed = told.claim(claimed);
    Ok(known(facts(shipment, claimed, &events), events))
}

fn facts(shipment: &Shipment, claimed: Option<State>, events: &[Event]) -> ReportedFacts {
    let newest = shipment.status.as_ref();
    let product = shipment.details.as_ref().and_then(|details| details.product.as_ref());
    let product = product.and_then(|product| clean_text(product.product_name.as_ref()));
    ReportedFacts {
        state: claimed,
        status_text: newest.and_then(words).or_else(|| events.first().map(|event| event.text.clone())),
        origin: country(shipment.origin.as_ref()),
        destination: country(shipment.destination.as_ref()),
        carrier: Some(CleanText::line("DHL")),
        service: product.or_else(|| clean_text(shipment.service.as_ref())),
        eta: eta(shipment),
        ..ReportedFacts::default()
    }
}

/// One event; one without any words is passed over.
fn event(number: &TrackingNumber, scan: &Scan) -> Option<Event> {
    let place = scan.location.as_ref();
    let town = place.and_then(|place| place.address.as_ref()).and_then(|a| clean_text(a.address_locality.as_ref()));
    Some(Event {
        time: iso_8601(raw_text(scan.timestamp.as_ref())),
        place: town,
        country: country(place),
        text: words(scan).or_else(|| clean_text(scan.status_code.as_ref()))?,
        text_lang: None,
        translation: None,
        state: state(scan),
        raw_code: clean_text(scan.status_code.as_ref()),
        number: number.clone(),
    })
}

/// What an event says. DHL has a code for "unknown", which tells nothing and hides nothing.
fn step(event: &Event) -> Step {
    let is_unknown = event.raw_code.as_deref().is_some_and(|code| code.eq_ignore_ascii_case("unknown"));
    if is_unknown { Step::Vague } else { step_by_state(event) }
}

fn state(scan: &Scan) -> Option<State> {
    let words = format!("{} {}", raw_text(scan.status.as_ref()), raw_text(scan.description.as_ref()));
    status_codes::state(raw_text(scan.status_code.as_ref()), &words)
}

/// The words of a scan. Beside the bare word "delivered" the description is the name of the person who signed
/// (seen in the official sample): it is left out, and so is what follows "signed for by".
fn words(scan: &Scan) -> Option<CleanText> {
    let (status, description) = (clean_text(scan.status.as_ref()), clean_text(scan.description.as_ref()));
    let bare = status.as_ref().is_some_and(|status| status.eq_ignore_ascii_case("delivered"));
    let a_name = |text: &CleanText| !["deliver", "zugestellt"].iter().any(|word| text.to_lowercase().contains(word));
    let description = description.filter(|text| !(bare && a_name(text)));
    let is_code = |text: &CleanText| text.chars().all(|c| c.is_ascii_digit());
    let text = description.or_else(|| status.filter(|status| !is_code(status)))?;
    unsigned(&text)
}

/// The text without the name of the person who signed.
fn unsigned(text: &str) -> Option<CleanText> {
    let lower = text.to_ascii_lowercase();
    let cut = SIGNATURES.iter().filter_map(|mark| lower.find(mark)).min().unwrap_or(text.len());
    let kept = text.get(..cut).unwrap_or_default();
    CleanText::some_line(kept.trim_end_matches([' ', '-', ',', ':', ';', '–', '.']).trim_end())
        .or_else(|| CleanText::some_line("Signed for").filter(|_| cut < text.len()))
}

fn country(place: Option<&Place>) -> Option<Country> {
    Country::parse(raw_text(place?.address.as_ref()?.country_code.as_ref()))
}

/// The expected days: the time frame, or else the one time.
fn eta(shipment: &Shipment) -> Option<Eta> {
    let day = |words: Option<&_>| iso_8601(raw_text(words)).map(|time| time.date());
    let frame = shipment.estimated_delivery_time_frame.as_ref();
    let from = frame.and_then(|frame| day(frame.estimated_from.as_ref()));
    let through = frame.and_then(|frame| day(frame.estimated_through.as_ref()));
    expected_days(from, through).or_else(|| expected_days(day(shipment.estimated_time_of_delivery.as_ref()), None))
}
