//! Events of several carriers about one journey, joined.

use std::collections::HashMap;

use chrono::{DateTime, Utc};

use super::address_country::country;
use super::event_time::event_time;
use super::status_words;
use super::wire::{Provider, Scan};
use crate::domain::{CleanText, Event, EventTime, TrackingNumber};
use crate::sources::decoding::event_order_and_state::MOST_EVENTS;
use crate::sources::decoding::lenient_json::{clean_text, raw_text};

/// How many carriers' lists are read about one number. Real parcels have two or three.
const MOST_CARRIERS: usize = 20;

/// The instant of the newest event, roughly.
pub(super) fn newest(providers: &[Provider]) -> Option<DateTime<Utc>> {
    let scans = providers.iter().flat_map(|provider| &provider.events);
    scans.filter_map(event_time).map(|time| time.approximate()).max()
}

/// The events of all carriers, newest first. Each carrier's own order stays; an event that says the same at the
/// same time as an earlier one is left out.
pub(super) fn merged(number: &TrackingNumber, providers: &[&Provider]) -> Vec<Event> {
    let mut queues: Vec<_> =
        providers.iter().take(MOST_CARRIERS).map(|p| read(number, p).into_iter().peekable()).collect();
    let mut merged: Vec<Event> = Vec::new();
    let mut places = HashMap::new();
    while merged.len() < MOST_EVENTS {
        // The queue whose next event is newest; one without a time has no better place than the one it is in.
        let next = queues
            .iter_mut()
            .enumerate()
            .filter_map(|(index, queue)| Some((when(queue.peek()?), index)))
            .max_by_key(|(when, index)| (*when, std::cmp::Reverse(*index)));
        let Some(event) = next.and_then(|(_, index)| queues.get_mut(index)?.next()) else { break };
        let place = *places.entry(what_it_says(&event)).or_insert(merged.len());
        match merged.get_mut(place) {
            Some(earlier) => add_reading(earlier, &event),
            None => merged.push(event),
        }
    }
    merged
}

fn when(event: &Event) -> DateTime<Utc> {
    event.time.map_or(DateTime::<Utc>::MAX_UTC, |time| time.approximate())
}

/// What makes two events one: the instant, or where none is known the wall time, and the words. A repetition with
/// a zone of one without is left to the merging of all sources, which weighs such cases.
fn what_it_says(event: &Event) -> (Option<DateTime<Utc>>, Option<EventTime>, String) {
    let instant = event.time.and_then(|time| time.instant());
    let wall_time = event.time.filter(|_| instant.is_none());
    (instant, wall_time, event.text.to_lowercase())
}

/// Takes over what only the repetition knows, as far as it is not part of the event's identity.
fn add_reading(event: &mut Event, repeated: &Event) {
    event.state = event.state.or(repeated.state);
    event.country = event.country.or(repeated.country);
    event.translation = event.translation.take().or_else(|| repeated.translation.clone());
}

fn read(number: &TrackingNumber, provider: &Provider) -> Vec<Event> {
    let lang = clean_text(provider.lang.as_ref());
    provider.events.iter().filter_map(|scan| event(number, scan, lang.as_ref())).collect()
}

/// One event; one without any words or code is passed over.
fn event(number: &TrackingNumber, scan: &Scan, lang: Option<&CleanText>) -> Option<Event> {
    let (code, phase) = (clean_text(scan.sub_status.as_ref()), clean_text(scan.stage.as_ref()));
    let state = status_words::of_event(code.as_deref().unwrap_or_default(), phase.as_deref().unwrap_or_default());
    let raw_code = code.or(phase);
    let (text, text_lang) = words(scan, lang).or_else(|| raw_code.clone().map(|code| (code, None)))?;
    Some(Event {
        time: event_time(scan),
        place: clean_text(scan.location.as_ref()),
        country: country(scan.address.as_ref()),
        translation: translation(scan).filter(|other| *other != text),
        text,
        text_lang,
        state,
        raw_code,
        number: number.clone(),
    })
}

/// The carrier's own words and their language; a translation only where there are none.
fn words(scan: &Scan, lang: Option<&CleanText>) -> Option<(CleanText, Option<CleanText>)> {
    if let Some(own) = clean_text(scan.description.as_ref()) {
        return Some((own, lang.cloned()));
    }
    let lang = scan.description_translation.as_ref().map_or("", |translation| raw_text(translation.lang.as_ref()));
    Some((translation(scan)?, CleanText::some_line(lang)))
}

/// What the carrier said in the language that was asked for when the number was registered.
fn translation(scan: &Scan) -> Option<CleanText> {
    clean_text(scan.description_translation.as_ref()?.description.as_ref())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn provider(json: serde_json::Value) -> Provider {
        serde_json::from_value(json).expect("a provider")
    }

    fn number() -> TrackingNumber {
        TrackingNumber::parse("LB000000013CN").expect("a number")
    }

    #[test]
    fn two_carriers_of_one_journey_are_joined_without_doubles() {
        let scan = |time: &str, text: &str| serde_json::json!({ "time_iso": time, "description": text });
        let a = provider(serde_json::json!({ "events": [
            scan("2026-06-29T21:05:00+08:00", "Arrived"), scan("2026-06-24T09:00:00+08:00", "Picked up"),
        ]}));
        let b = provider(serde_json::json!({ "provider_lang": "en", "events": [
            scan("2026-06-30T10:00:00-04:00", "Out for delivery"), scan("2026-06-29T09:05:00-04:00", "ARRIVED"),
        ]}));
        let texts: Vec<String> = merged(&number(), &[&a, &b]).iter().map(|e| e.text.to_string()).collect();
        assert_eq!(texts, ["Out for delivery", "Arrived", "Picked up"]);
    }

    #[test]
    fn an_event_without_a_time_keeps_its_place() {
        let scans = serde_json::json!([
            { "time_iso": "2026-06-29T21:05:00+08:00", "description": "b" },
            { "description": "a" },
            { "time_iso": "2026-06-24T09:00:00+08:00", "description": "c" },
        ]);
        let only = provider(serde_json::json!({ "events": scans }));
        let texts: Vec<String> = merged(&number(), &[&only]).iter().map(|e| e.text.to_string()).collect();
        assert_eq!(texts, ["b", "a", "c"]);
    }
}
