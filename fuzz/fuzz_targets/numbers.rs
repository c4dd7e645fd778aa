//! Any bytes at all: identifying, rescuing and finding never panic, and what they give is right by its own rules.
#![no_main]

use libfuzzer_sys::fuzz_target;
use posylka::domain::number::{Candidate, IdentifyContext, identify, look, recognise, rescue};

fuzz_target!(|bytes: &[u8]| {
    let context = IdentifyContext::default();
    for found in look(bytes, &context).found {
        if let Some(span) = found.span {
            assert!(bytes.get(span).is_some());
        }
    }
    let text = String::from_utf8_lossy(bytes);
    let _ = identify(&text, &context);
    let _ = recognise(&text, &context);
    for correction in rescue(&text, &context) {
        assert!(identify(&correction.number, &context).iter().any(Candidate::accepted));
    }
});
