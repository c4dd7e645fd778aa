//! From an answer to reports. Pure, and survives any bytes.

use serde_json::Value;

use super::codes;
use super::wire::{Context, Item, Scan, Shipment};
use crate::domain::{CleanText, Country, Eta, Event, Reply, Report, ReportedFacts, TrackingNumber, Trouble};
use crate::sources::lenient_json::{Words, raw, said};
use crate::sources::response_class;
use crate::sources::response_class::{Access, not_understood, temporary};
use crate::sources::{MOST_EVENTS, complete, shared_decoding};

/// How many items of a list are read: ten numbers are said to be allowed.
const MOST_ITEMS: usize = 100;

/// Reads an answer about the asked numbers, one item or a list of them: one reply for each.
///
/// # Errors
/// The trouble that concerns all of them.
pub fn decode(asked: &[TrackingNumber], status: u16, body: &[u8]) -> Result<Vec<Reply>, Trouble> {
    let refusal = response_class::refusal(Access::Keyed, status, body);
    // The statuses that speak of the number, which the body says better.
    if let Some(trouble) = refusal.as_ref().filter(|trouble| **trouble == Trouble::Blocked || !of_number(status)) {
        return Err(trouble.clone());
    }
    let items = match response_class::json(body)? {
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
    match refusal {
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
    let Some(named) = inner.or(item.id_ship.as_ref()) else {
        let [only] = asked else { return None };
        return (item.return_code.is_some() || item.shipment.is_some()).then_some(only);
    };
    let named = TrackingNumber::parse(raw(Some(named))).ok()?;
    asked.iter().find(|number| **number == named)
}

/// What an item says of its number; the outer error is one that concerns the whole call.
fn result(number: &TrackingNumber, item: &Item, index: usize) -> Result<Result<Report, Trouble>, Trouble> {
    let words = || said(item.return_message.as_ref()).unwrap_or_default();
    Ok(match (item.return_code.map(|code| code.0), &item.shipment) {
        (Some(200..=299) | None, Some(shipment)) => {
            let report = report(number, item, shipment);
            let path = format!("items[{index}].shipment.event");
            shipment.event.understood(&path, report.events.len()).map(|()| report)
        }
        (Some(104 | 404), _) => Ok(shared_decoding::unknown()),
        (Some(400), _) => Err(Trouble::MalformedNumber),
        (Some(401 | 403), _) => return Err(Trouble::BadKey),
        (Some(429), _) => return Err(Trouble::RateLimited { retry_after: None }),
        (Some(code @ 500..=599), _) => Err(temporary(&format!("returnCode {code}: {}", words()))),
        (Some(code), _) => Err(not_understood(&format!("items[{index}].returnCode {code}: {}", words()))),
        (None, None) => Err(not_understood(&format!("items[{index}].shipment: missing"))),
    })
}

fn report(number: &TrackingNumber, item: &Item, shipment: &Shipment) -> Report {
    let lang = CleanText::some_line(raw(item.lang.as_ref()).split('_').next().unwrap_or_default());
    let scans = shipment.event.iter().take(MOST_EVENTS);
    let mut events: Vec<Event> = scans.filter_map(|scan| event(number, scan, lang.as_ref())).collect();
    shared_decoding::newest_first(&mut events);
    let context = shipment.context_data.as_ref();
    let country = |code: fn(&Context) -> Option<&Words>| context.and_then(|c| Country::parse(raw(code(c))));
    let partner = context.and_then(|context| context.partner.as_ref());
    let reference = partner.and_then(|partner| TrackingNumber::parse(raw(partner.reference.as_ref())).ok());
    let destination = country(|c| c.arrival_country.as_ref());
    // Of a parcel to France the partner is whoever sent it off.
    let abroad = destination.is_some_and(|country| country.as_str() != "FR");
    let facts = ReportedFacts {
        state: shared_decoding::newest_state(&events),
        status_text: events.first().map(|event| event.text.clone()),
        origin: country(|c| c.origin_country.as_ref()),
        destination,
        carrier: Some(CleanText::line("La Poste")),
        service: said(shipment.product.as_ref()),
        storage: None,
        last_mile: partner.filter(|_| abroad).and_then(|partner| said(partner.name.as_ref())),
        eta: shared_decoding::stamp(raw(shipment.estim_date.as_ref()))
            .map(|time| Eta { from: time.date(), to: time.date() }),
        handovers: reference.filter(|reference| reference != number).into_iter().collect(),
    };
    shared_decoding::known(facts, events)
}

/// One event; one without words and code is passed over.
fn event(number: &TrackingNumber, scan: &Scan, lang: Option<&CleanText>) -> Option<Event> {
    let (code, label) = (said(scan.code.as_ref()), said(scan.label.as_ref()));
    Some(Event {
        time: shared_decoding::stamp(raw(scan.date.as_ref())),
        place: None,
        country: None,
        text_lang: lang.filter(|_| label.is_some()).cloned(),
        translation: None,
        text: label.or_else(|| code.clone())?,
        state: code.as_deref().and_then(codes::state),
        raw_code: code,
        number: number.clone(),
    })
}
