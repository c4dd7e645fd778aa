//! From an answer to reports. Pure, and survives any bytes.

use serde_json::Value;

use super::event_codes;
use super::wire::{Context, Item, Scan, Shipment};
use crate::domain::{CleanText, Country, Event, Reply, Report, ReportedFacts, State, Status, TrackingNumber, Trouble};
use crate::sources::decoding::event_order_and_state::{MOST_EVENTS, follow, newest_first, step_by_state};
use crate::sources::decoding::json_body;
use crate::sources::decoding::lenient_json::{LenientText, clean_text, raw_text};
use crate::sources::decoding::refusal::{Access, refusal};
use crate::sources::decoding::replies::{complete, named};
use crate::sources::decoding::report::{expected_days, known, unknown};
use crate::sources::decoding::wall_time::iso_8601;
use crate::sources::decoding::worded_troubles::{not_understood, temporary};

/// How many items of a list are read: ten numbers are said to be allowed.
const MOST_ITEMS: usize = 100;

/// Reads an answer about the asked numbers, one item or a list of them: one reply for each.
///
/// # Errors
/// The trouble that concerns all of them.
pub fn decode(asked: &[TrackingNumber], status: u16, body: &[u8]) -> Result<Vec<Reply>, Trouble> {
    let refused = refusal(Access::Keyed, status, body);
    // The statuses that speak of the number, which the body says better.
    if let Some(trouble) = refused.as_ref().filter(|trouble| **trouble == Trouble::Blocked || !of_number(status)) {
        return Err(trouble.clone());
    }
    let items = match json_body::json(body)? {
        Value::Array(items) => items,
        item => vec![item],
    };
    let mut replies: Vec<Reply> = Vec::new();
    for (index, item) in items.into_iter().take(MOST_ITEMS).enumerate() {
        let Ok(item) = serde_json::from_value::<Item>(item) else { continue };
        let Some(number) = answered(&item, asked) else { continue };
        if !replies.iter().any(|reply| reply.number == *number) {
            let result = result(number, &item, index)?;
            replies.push(Reply { number: number.clone(), result });
        }
    }
    match refused {
        Some(trouble) if replies.is_empty() => Err(trouble),
        _ => Ok(complete(replies, asked, "items")),
    }
}

/// Whether an HTTP status may speak of the number: malformed, unknown, mixed.
fn of_number(status: u16) -> bool {
    matches!(status, 200..=299 | 400 | 404)
}

/// The asked number that an item names; one without a name is of the only one asked about.
fn answered<'a>(item: &Item, asked: &'a [TrackingNumber]) -> Option<&'a TrackingNumber> {
    let inner = item.shipment.as_ref().and_then(|shipment| shipment.id_ship.as_ref());
    let Some(name) = inner.or(item.id_ship.as_ref()) else {
        let [only] = asked else { return None };
        return (item.return_code.is_some() || item.shipment.is_some()).then_some(only);
    };
    named(asked, name.as_str())
}

/// What an item says of its number; the outer error is one that concerns the whole call.
fn result(number: &TrackingNumber, item: &Item, index: usize) -> Result<Result<Report, Trouble>, Trouble> {
    let words = || clean_text(item.return_message.as_ref()).unwrap_or_default();
    Ok(match (item.return_code.map(|code| code.0), &item.shipment) {
        (Some(200..=299) | None, Some(shipment)) => {
            let report = report(number, item, shipment);
            let path = format!("items[{index}].shipment.event");
            shipment.event.check_understood(&path, report.events.len()).map(|()| report)
        }
        (Some(104 | 404), _) => Ok(unknown()),
        (Some(400), _) => Err(Trouble::MalformedNumber),
        (Some(401 | 403), _) => return Err(Trouble::BadKey),
        (Some(429), _) => return Err(Trouble::RateLimited { retry_after: None }),
        (Some(code @ 500..=599), _) => Err(temporary(&format!("returnCode {code}: {}", words()))),
        (Some(code), _) => Err(not_understood(&format!("items[{index}].returnCode {code}: {}", words()))),
        (None, None) => Err(not_understood(&format!("items[{index}].shipment: missing"))),
    })
}

fn report(number: &TrackingNumber, item: &Item, shipment: &Shipment) -> Report {
    let lang = CleanText::some_line(raw_text(item.lang.as_ref()).split('_').next().unwrap_or_default());
    let scans = shipment.event.iter().take(MOST_EVENTS);
    let mut events = newest_first(scans.filter_map(|scan| event(number, scan, lang.as_ref())).collect());
    let told = follow(&mut events, step_by_state);
    let context = shipment.context_data.as_ref();
    let country = |code: fn(&Context) -> Option<&LenientText>| context.and_then(|c| Country::parse(raw_text(code(c))));
    let partner = context.and_then(|context| context.partner.as_ref());
    let reference = partner.and_then(|partner| TrackingNumber::parse(raw_text(partner.reference.as_ref())).ok());
    let destination = country(|c| c.arrival_country.as_ref());
    // Of a parcel to France the partner is the post that sent it off.
    let abroad = destination.is_some_and(|country| country.as_str() != "FR");
    let facts = ReportedFacts {
        // A shipment that is known and has no line yet is announced.
        state: told.state().or_else(|| events.is_empty().then_some(State::only(Status::InfoReceived))),
        status_text: told.text(),
        origin: country(|c| c.origin_country.as_ref()),
        destination,
        carrier: Some(CleanText::line("La Poste")),
        service: clean_text(shipment.product.as_ref()),
        storage: None,
        last_mile: partner.filter(|_| abroad).and_then(|partner| clean_text(partner.name.as_ref())),
        eta: expected_days(iso_8601(raw_text(shipment.estim_date.as_ref())).map(|time| time.date()), None),
        handovers: reference.filter(|reference| reference != number).into_iter().collect(),
    };
    known(facts, events)
}

/// One event; one without words and code is passed over.
fn event(number: &TrackingNumber, scan: &Scan, lang: Option<&CleanText>) -> Option<Event> {
    let (code, label) = (clean_text(scan.code.as_ref()), clean_text(scan.label.as_ref()));
    Some(Event {
        time: iso_8601(raw_text(scan.date.as_ref())),
        place: None,
        country: None,
        text_lang: lang.filter(|_| label.is_some()).cloned(),
        translation: None,
        text: label.or_else(|| code.clone())?,
        state: code.as_deref().and_then(event_codes::state),
        raw_code: code,
        number: number.clone(),
    })
}
