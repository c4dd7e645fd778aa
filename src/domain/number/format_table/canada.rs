//! Carriers of Canada.

use super::super::format::{CheckDigitRule, EvidenceGrade, Format};
use super::carrier_spellings;
use super::rule_references::TRACKING_NUMBER_DATA;

/// Where they are everyday numbers.
const CA: &[&str] = &["CA"];

pub(super) const ROWS: &[Format] = &[
    Format {
        id: "canada_post/canada_post",
        carrier: "Canada Post",
        shapes: &["d{16}"],
        rule: CheckDigitRule::GS1,
        home: CA,
        words: carrier_spellings::CANADA_POST,
        origin: TRACKING_NUMBER_DATA,
        grade: EvidenceGrade::Verified,
        ..Format::BASE
    },
    Format {
        id: "canpar/canpar_22",
        carrier: "Canpar",
        shapes: &["[CDKLSUXZ]d{21}"],
        home: CA,
        words: carrier_spellings::CANPAR,
        origin: TRACKING_NUMBER_DATA,
        ..Format::BASE
    },
    Format {
        id: "purolator/purolator_numeric",
        carrier: "Purolator",
        shapes: &["[0-5]d{11}"],
        rule: CheckDigitRule::Luhn,
        home: CA,
        words: carrier_spellings::PUROLATOR,
        origin: TRACKING_NUMBER_DATA,
        grade: EvidenceGrade::Verified,
        ..Format::BASE
    },
    Format {
        id: "purolator/purolator_alpha",
        carrier: "Purolator",
        shapes: &["l{3}d{9}"],
        home: CA,
        words: carrier_spellings::PUROLATOR,
        origin: TRACKING_NUMBER_DATA,
        ..Format::BASE
    },
];
