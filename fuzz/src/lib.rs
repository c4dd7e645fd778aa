//! What the fuzz targets share: how bytes become an answer, and what must hold of whatever is read from it.

use posylka::domain::{Reply, SourceId, Timeline, TrackingNumber, Trouble};
use posylka::sources::mask_for_sharing::masked;

pub mod files;
pub mod journey;
pub mod merge;

/// How many events a source may report about one number.
const MOST_EVENTS: usize = 1_000;
/// The statuses that decoders tell apart, and one that nobody sends.
const STATUSES: [u16; 16] = [200, 204, 302, 400, 401, 403, 404, 408, 409, 420, 422, 429, 500, 502, 503, 999];
/// How many numbers one question holds at most.
const MOST_NUMBERS: usize = 3;

/// A fuzz target for the decoder of one source: `decoder!(belpost)`.
#[macro_export]
macro_rules! decoder {
    ($source:ident) => {
        $crate::decoder!(posylka::sources::$source::PROFILE.id, posylka::sources::$source::decode);
    };
    ($id:expr, $decode:expr) => {
        libfuzzer_sys::fuzz_target!(|bytes: &[u8]| $crate::decode($id, bytes, $decode));
    };
}

/// Has an answer decoded, and holds what is read against the rules of a reply.
pub fn decode(id: &str, bytes: &[u8], decode: fn(&[TrackingNumber], u16, &[u8]) -> Result<Vec<Reply>, Trouble>) {
    let (status, asked, body) = answer(bytes);
    let _ = masked(body);
    let Ok(replies) = decode(&asked, status, body) else { return };
    for number in &asked {
        let about = replies.iter().filter(|reply| reply.number == *number).count();
        assert_eq!(about, 1, "replies about {number}");
    }
    assert_eq!(replies.len(), asked.len(), "replies about numbers that nobody asked about");
    for reply in replies {
        let Ok(report) = reply.result else { continue };
        assert!(report.events.len() <= MOST_EVENTS && report.events.iter().all(|event| event.number == reply.number));
        let sightings = merge::sightings(&SourceId::new(id), report.events);
        merge::nothing_is_lost(&sightings, &Timeline::merge(sightings.clone()));
    }
}

/// The answer that the bytes stand for. A first byte that no text begins with chooses the status, the one after it
/// from where on the body is searched for the numbers that were asked about; otherwise all of it is the body of a
/// "200", so that recordings can be used as they are.
fn answer(bytes: &[u8]) -> (u16, Vec<TrackingNumber>, &[u8]) {
    match bytes {
        [first @ ..0x20, skip, body @ ..] if !first.is_ascii_whitespace() => {
            (STATUSES[usize::from(*first) % STATUSES.len()], numbers(body, usize::from(*skip)), body)
        }
        _ => (200, numbers(bytes, 0), bytes),
    }
}

/// Words of the body that are like track numbers; where there is none, a number of no importance.
fn numbers(body: &[u8], skip: usize) -> Vec<TrackingNumber> {
    let like = |word: &&[u8]| (8..40).contains(&word.len()) && word.iter().filter(|b| b.is_ascii_digit()).count() > 4;
    let words = body.split(|b| !b.is_ascii_alphanumeric()).filter(like).skip(skip);
    let mut numbers: Vec<TrackingNumber> = Vec::new();
    for word in words {
        let number = std::str::from_utf8(word).ok().and_then(|text| TrackingNumber::parse(text).ok());
        match number {
            Some(number) if !numbers.contains(&number) => numbers.push(number),
            _ => continue,
        }
        if numbers.len() == MOST_NUMBERS {
            break;
        }
    }
    if numbers.is_empty() {
        numbers.extend(TrackingNumber::parse("RB123456785CN"));
    }
    numbers
}
