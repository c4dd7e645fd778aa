//! One event: its words, place, time and what its code says.

use super::action_codes;
use super::code_meaning::CodeMeaning;
use super::event_time::event_time;
use super::wire::Detail;
use crate::domain::{CleanText, Event, State, Status, SubStatus, TrackingNumber};
use crate::sources::decoding::lenient_json::{clean_text, raw_text};

/// What Cainiao writes where it has no words of its own.
const GENERIC: &str = "Carrier update";

/// The events, newest first as they came, and what the code of each means. One that has neither words nor a code is
/// passed over.
pub(super) fn interpret(number: &TrackingNumber, details: &[Detail]) -> (Vec<Event>, Vec<CodeMeaning>) {
    let codes: Vec<String> = details.iter().map(|d| action_codes::normal(raw_text(d.action_code.as_ref()))).collect();
    let mut departed = false;
    let mut interpreted: Vec<(Event, CodeMeaning)> = Vec::with_capacity(details.len());
    for (detail, code) in details.iter().zip(&codes).rev() {
        let meaning = in_context(action_codes::meaning(code), departed);
        departed |= action_codes::shows_departure(code);
        interpreted.extend(event(number, detail, meaning).map(|event| (event, meaning)));
    }
    interpreted.into_iter().rev().unzip()
}

/// What a code says once it is known whether the parcel had left its country by then.
fn in_context(meaning: CodeMeaning, departed: bool) -> CodeMeaning {
    match (meaning, departed) {
        (CodeMeaning::ImportBegins, true) => {
            CodeMeaning::State(State::new(Status::InTransit, SubStatus::CustomsProcessing))
        }
        (CodeMeaning::ImportBegins, false) => CodeMeaning::Notice,
        (CodeMeaning::LineHaulArrival, true) => CodeMeaning::State(State::new(Status::InTransit, SubStatus::Arrival)),
        (CodeMeaning::LineHaulArrival, false) => CodeMeaning::State(State::UNDERWAY),
        (other, _) => other,
    }
}

fn event(number: &TrackingNumber, detail: &Detail, meaning: CodeMeaning) -> Option<Event> {
    let raw_code = clean_text(detail.action_code.as_ref());
    let (place, words) = words(detail);
    let (text, known_lang) = words.or_else(|| raw_code.clone().map(|code| (code, None)))?;
    let state = match meaning {
        CodeMeaning::State(state) => Some(state),
        _ => None,
    };
    let text_lang = if text.chars().any(is_han) { Some("zh") } else { known_lang };
    Some(Event {
        time: event_time(detail),
        place,
        country: None,
        text,
        text_lang: text_lang.map(CleanText::line),
        translation: None,
        state,
        raw_code,
        number: number.clone(),
    })
}

/// A text with its language, where that is known.
type Phrase = (CleanText, Option<&'static str>);

/// Place and words: Cainiao's clean English where it says something, else the carrier's own.
fn words(detail: &Detail) -> (Option<CleanText>, Option<Phrase>) {
    let (place, clean) = match clean_text(detail.standerd_desc.as_ref()) {
        Some(line) => split_town(&line),
        None => (None, None),
    };
    let own = clean_text(detail.desc.as_ref()).map(|line| (line, None));
    let words = match clean {
        Some(line) if line.as_str() != GENERIC => Some((line, Some("en"))),
        generic => own.or_else(|| generic.map(|line| (line, Some("en")))),
    };
    (place, words)
}

/// Splits "[Town] Words" (certain: the only place there is).
fn split_town(line: &str) -> (Option<CleanText>, Option<CleanText>) {
    match line.strip_prefix('[').and_then(|rest| rest.split_once(']')) {
        Some((town, rest)) if is_town(town) => (CleanText::some_line(town), CleanText::some_line(rest)),
        _ => (None, CleanText::some_line(line)),
    }
}

/// Whether a name in brackets is a place: a carrier's name, a country's code or a hub's number is none.
fn is_town(name: &str) -> bool {
    const CARRIERS: [&str; 8] = ["GOFO", "CIRRO", "CINL", "CAINIAO", "ECOSCOOTING", "POSTNL", "UBI", "YANWEN"];
    let name = name.trim();
    let is_code = name.len() == 2 && name.bytes().all(|b| b.is_ascii_uppercase());
    let is_hub = name.to_ascii_lowercase().strip_prefix("hub").is_some_and(|rest| rest.trim().parse::<u32>().is_ok());
    !is_code && !is_hub && !name.contains(['(', ')']) && !CARRIERS.contains(&name.to_ascii_uppercase().as_str())
}

/// Whether a character is a Chinese one.
fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3134f}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read_one(json: &str) -> Option<Event> {
        let number = TrackingNumber::parse("AE010000001").expect("a number");
        let detail: Detail = serde_json::from_str(json).expect("a detail");
        interpret(&number, &[detail]).0.pop()
    }

    #[test]
    fn a_town_in_brackets_is_the_place() {
        let event = read_one(r#"{"standerdDesc":"[Shatian Town] Departed from sorting center"}"#).expect("an event");
        assert_eq!(event.place.as_deref(), Some("Shatian Town"));
        assert_eq!(&*event.text, "Departed from sorting center");
        assert_eq!(event.text_lang.as_deref(), Some("en"));
    }

    #[test]
    fn generic_words_give_way_to_the_carriers_own() {
        let event = read_one(r#"{"standerdDesc":"Carrier update","desc":"包裹已出库"}"#).expect("an event");
        assert_eq!((&*event.text, event.text_lang.as_deref()), ("包裹已出库", Some("zh")));
        let bare = read_one(r#"{"standerdDesc":"Carrier update","desc":""}"#).expect("an event");
        assert_eq!(&*bare.text, "Carrier update");
    }

    #[test]
    fn a_code_alone_is_an_event_and_nothing_at_all_is_none() {
        assert_eq!(&*read_one(r#"{"actionCode":"LH_DEPART","desc":null}"#).expect("an event").text, "LH_DEPART");
        assert!(read_one(r#"{"time":1674796980000}"#).is_none());
        assert!(read_one(r#"{"standerdDesc":"\u0007\u202e"}"#).is_none());
    }

    #[test]
    fn a_town_alone_leaves_the_carriers_words() {
        let event = read_one(r#"{"standerdDesc":"[Haifa]","desc":"Sorting"}"#).expect("an event");
        assert_eq!((event.place.as_deref(), &*event.text), (Some("Haifa"), "Sorting"));
    }
}
