//! From an answer to a report. Pure, and survives any bytes.

use chrono::NaiveTime;

use super::wire::{Data, Envelope, Scan};
use crate::domain::{
    CleanText, Country, Event, EventTime, Precision, Reply, Report, ReportedFacts, State, Status, Step, SubStatus,
    TrackingNumber, Trouble,
};
use crate::sources::decoding::event_order_and_state::{MOST_EVENTS, ToldJourney, follow, step_by_state};
use crate::sources::decoding::json_body;
use crate::sources::decoding::lenient_json::{LenientText, clean_text, raw_text};
use crate::sources::decoding::postal_phrases;
use crate::sources::decoding::refusal::{self, Access};
use crate::sources::decoding::replies::about_first;
use crate::sources::decoding::report::{known, unknown};
use crate::sources::decoding::wall_time::dotted_time;
use crate::sources::decoding::worded_troubles::not_understood;

/// Reads an answer about the first asked number.
///
/// # Errors
/// The trouble that it tells of: refused, out of order, limits used up, or not understood.
pub fn decode(asked: &[TrackingNumber], status: u16, body: &[u8]) -> Result<Vec<Reply>, Trouble> {
    let Some(number) = asked.first() else { return Ok(Vec::new()) };
    refusal::check(Access::Keyed, status, body)?;
    let mut envelope: Envelope = json_body::shape(json_body::json(body)?)?;
    check_failure(&envelope)?;
    if !envelope.data.is_object() {
        return Err(not_understood("data: not an object"));
    }
    let data: Data = json_body::shape(std::mem::take(&mut envelope.data))?;
    let named = raw_text(data.track_code.as_ref());
    if !named.is_empty() && TrackingNumber::parse(named).as_ref() != Ok(number) {
        return Err(not_understood("data.trackCode: another number"));
    }
    let report = report(number, &data, &envelope);
    let made_up = data.events.iter().filter(|scan| is_made_up(scan)).count();
    data.events.check_understood("data.events", report.events.len() + made_up)?;
    Ok(about_first(asked, Ok(report)))
}

/// Why there is no answer. No list of messages was ever published, so they are shown and not read.
fn check_failure(envelope: &Envelope) -> Result<(), Trouble> {
    let status = raw_text(envelope.status.as_ref());
    if status.is_empty() || status.eq_ignore_ascii_case("ok") {
        return Ok(());
    }
    if envelope.limits.as_ref().and_then(|limits| limits.full) == Some(true) {
        return Err(Trouble::BudgetSpent);
    }
    let words = [&envelope.message, &envelope.error].map(|words| raw_text(words.as_ref()));
    Err(not_understood(&format!("status: {status} {}", words.join(" "))))
}

fn report(number: &TrackingNumber, data: &Data, envelope: &Envelope) -> Report {
    let scans = scans(data);
    let mut events = events(number, &scans);
    if events.is_empty() {
        return unknown();
    }
    let told = follow(&mut events, step);
    let (state, status_text) = claimed(&events, &told, data);
    let facts = ReportedFacts {
        state,
        status_text,
        origin: country(data.from_country_code.as_ref()),
        destination: country(data.destination_country_code.as_ref()),
        carrier: scans.iter().rev().find_map(|scan| clean_text(scan.service_name.as_ref())),
        service: clean_text(envelope.delivered_stat.as_ref().and_then(|stat| stat.kind.as_ref())),
        ..ReportedFacts::default()
    };
    known(facts, events)
}

fn country(code: Option<&LenientText>) -> Option<Country> {
    Country::parse(raw_text(code))
}

/// The carriers' events, oldest first: without those that Track24 makes up itself ("the number was entered"), and
/// with the newest one where it stands outside the list only.
fn scans(data: &Data) -> Vec<&Scan> {
    let skipped = data.events.len().saturating_sub(MOST_EVENTS);
    let mut scans: Vec<&Scan> = data.events.iter().skip(skipped).filter(|scan| !is_made_up(scan)).collect();
    let same = |a: &Scan, b: &Scan| {
        let what = |scan: &Scan| {
            [&scan.operation_date_time, &scan.operation_attribute].map(|w| raw_text(w.as_ref()).to_owned())
        };
        (a.id.is_some() && raw_text(a.id.as_ref()) == raw_text(b.id.as_ref())) || what(a) == what(b)
    };
    if let Some(last) = data.last_point.as_ref().filter(|last| !is_made_up(last))
        && !scans.iter().any(|scan| same(scan, last))
    {
        scans.push(last);
    }
    scans
}

/// Whether an event is Track24's own (certain): the number was entered into its list.
fn is_made_up(scan: &Scan) -> bool {
    let own = |words: Option<&LenientText>| raw_text(words).trim().to_ascii_lowercase().starts_with("track24");
    own(scan.source.as_ref()) || own(scan.service_name.as_ref())
}

/// The events, newest first.
fn events(number: &TrackingNumber, scans: &[&Scan]) -> Vec<Event> {
    scans.iter().rev().filter_map(|scan| event(number, scan)).collect()
}

fn event(number: &TrackingNumber, scan: &Scan) -> Option<Event> {
    let (text, state) = words(scan)?;
    let is_russian = raw_text(scan.source.as_ref()) == "rupost";
    Some(Event {
        time: event_time(scan),
        place: place(scan),
        country: None,
        translation: translation(scan).filter(|other| other.to_lowercase() != text.to_lowercase()),
        text,
        text_lang: is_russian.then(|| CleanText::line("ru")),
        state,
        raw_code: None,
        number: number.clone(),
    })
}

/// What an event says; its words may strike out the hand-over before it.
fn step(event: &Event) -> Step {
    match postal_phrases::step(&event.text) {
        Step::HandOverRevoked => Step::HandOverRevoked,
        _ => step_by_state(event),
    }
}

/// The carrier's own words, else a translation, and what they say: that is read from the attribute, or else from
/// attribute and type as one phrase.
fn words(scan: &Scan) -> Option<(CleanText, Option<State>)> {
    let attribute = either(scan.operation_attribute_original.as_ref(), scan.operation_attribute.as_ref());
    let kind = either(scan.operation_type_original.as_ref(), scan.operation_type.as_ref());
    let both = || postal_phrases::state(&format!("{} {}", kind.as_deref()?, attribute.as_deref()?));
    let single = attribute.as_ref().or(kind.as_ref())?;
    let state = postal_phrases::state(single).or_else(both);
    Some((phrase(attribute, kind)?, state))
}

/// The same in the language that was asked for, where it is another one.
fn translation(scan: &Scan) -> Option<CleanText> {
    let attribute = either(scan.operation_attribute_translated.as_ref(), scan.operation_attribute.as_ref());
    phrase(attribute, either(scan.operation_type_translated.as_ref(), scan.operation_type.as_ref()))
}

fn either(one: Option<&LenientText>, other: Option<&LenientText>) -> Option<CleanText> {
    clean_text(one).or_else(|| clean_text(other))
}

/// An operation's attribute, after its type where that adds something.
fn phrase(attribute: Option<CleanText>, kind: Option<CleanText>) -> Option<CleanText> {
    match (attribute, kind) {
        (Some(attribute), Some(kind)) if attribute.to_lowercase() != kind.to_lowercase() => {
            Some(CleanText::line(&format!("{kind}: {attribute}")))
        }
        (attribute, kind) => attribute.or(kind),
    }
}

/// The place with its postcode, where that is one.
fn place(scan: &Scan) -> Option<CleanText> {
    let name = clean_text(scan.operation_place_name_original.as_ref())
        .or_else(|| clean_text(scan.operation_place_name.as_ref()))?;
    let postcode = clean_text(scan.operation_place_postal_code.as_ref());
    let postcode = postcode.filter(|code| code.bytes().any(|b| b.is_ascii_digit() && b != b'0'));
    match postcode {
        Some(postcode) if !name.contains(&*postcode) => Some(CleanText::line(&format!("{postcode} {name}"))),
        _ => Some(name),
    }
}

/// The carrier's wall time; nothing says in which zone. Track24 has no other way to write a bare date than
/// midnight to the second.
fn event_time(scan: &Scan) -> Option<EventTime> {
    let (local, precision) = dotted_time(raw_text(scan.operation_date_time.as_ref()))?;
    let precision = if local.time() == NaiveTime::MIN { Precision::Day } else { precision };
    Some(EventTime::new(local, None, precision))
}

/// The state: what the newest telling event says, advanced by Track24's own marks where nothing contradicts them.
fn claimed(events: &[Event], told: &ToldJourney, data: &Data) -> (Option<State>, Option<CleanText>) {
    let (state, words) = (told.state(), told.text());
    let is_set = |mark: &Option<LenientText>| raw_text(mark.as_ref()).trim() == "1";
    let newest = || events.first().map(|event| event.text.clone());
    let open = state.is_none_or(|state| {
        matches!(
            state.status,
            Status::InfoReceived | Status::InTransit | Status::OutForDelivery | Status::DeliveryFailure
        )
    });
    if open && is_set(&data.delivered_status) {
        return (Some(State::new(Status::Delivered, SubStatus::Other)), newest());
    }
    let moving = state.is_none_or(|state| matches!(state.status, Status::InfoReceived | Status::InTransit));
    if moving && (is_set(&data.awaiting_status) || data.awaiting == Some(true)) {
        return (Some(State::new(Status::AvailableForPickup, SubStatus::Other)), newest());
    }
    (state, words)
}
