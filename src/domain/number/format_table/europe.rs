//! Couriers of western and central Europe.

use super::super::format::{CheckDigitRule, EvidenceGrade, Format, TextConfidence};
use super::carrier_spellings;
use super::rule_references::{PUBLIC_CODE, TRACKING_NUMBER_DATA};

pub(super) const ROWS: &[Format] = &[
    Format {
        id: "inpost/inpost24",
        carrier: "InPost",
        shapes: &["[56]d{23}"],
        home: &["PL"],
        words: carrier_spellings::INPOST,
        sources: &["inpost", "17track"],
        origin: PUBLIC_CODE,
        ..Format::BASE
    },
    Format {
        id: "dpd/dpd",
        carrier: "DPD",
        shapes: &["d{27}x"],
        rule: CheckDigitRule::Mod37,
        home: &["DE", "FR", "PL", "GB", "NL", "BE", "AT", "CZ"],
        words: carrier_spellings::DPD,
        origin: TRACKING_NUMBER_DATA,
        grade: EvidenceGrade::Verified,
        ..Format::BASE
    },
    Format {
        id: "dpd/dpd_14",
        carrier: "DPD",
        shapes: &["d{14}x"],
        rule: CheckDigitRule::Mod37,
        home: &["DE", "FR", "PL", "GB", "NL", "BE", "AT", "CZ"],
        words: carrier_spellings::DPD,
        origin: TRACKING_NUMBER_DATA,
        grade: EvidenceGrade::Verified,
        ..Format::BASE
    },
    Format {
        id: "dpd/dpd14",
        carrier: "DPD",
        shapes: &["d{14}"],
        stands: TextConfidence::Named,
        home: &["DE", "FR", "PL", "GB", "NL", "BE", "AT", "CZ"],
        words: carrier_spellings::DPD,
        origin: PUBLIC_CODE,
        ..Format::BASE
    },
    Format {
        id: "dpd/pl_u",
        carrier: "DPD Polska",
        shapes: &["d{13}U"],
        home: &["PL"],
        words: carrier_spellings::DPD,
        origin: PUBLIC_CODE,
        ..Format::BASE
    },
    Format {
        id: "gls/gls12",
        carrier: "GLS",
        shapes: &["d{12}"],
        rule: CheckDigitRule::Mod10 { even: 3, odd: 1, add: 1, lead: "" },
        home: &["DE", "AT", "HU", "IT", "FR", "NL", "BE", "CZ", "SK", "RO", "PL", "DK", "HR", "SI"],
        words: carrier_spellings::GLS,
        origin: "GLS Uni-Box specification 3.2.1",
        ..Format::BASE
    },
    Format {
        id: "gls/gls11",
        carrier: "GLS",
        shapes: &["d{11}"],
        stands: TextConfidence::Named,
        home: &["DE", "AT", "HU", "IT", "FR", "NL", "BE", "CZ", "SK", "RO", "PL", "DK", "HR", "SI"],
        words: carrier_spellings::GLS,
        origin: "GLS Uni-Box specification 3.2.1",
        ..Format::BASE
    },
    Format {
        id: "gls/track_id",
        carrier: "GLS",
        shapes: &["x{8}"],
        stands: TextConfidence::Named,
        home: &["DE", "AT", "HU", "IT", "FR", "NL", "BE", "CZ", "SK", "RO", "PL", "DK", "HR", "SI"],
        words: carrier_spellings::GLS,
        origin: "GLS Uni-Box specification 3.2.1",
        ..Format::BASE
    },
    Format {
        id: "packeta/z10",
        carrier: "Packeta",
        shapes: &["Zd{10}"],
        home: &["CZ", "SK", "HU", "RO", "PL"],
        words: carrier_spellings::PACKETA,
        origin: "itsvic-dev/parcel-tracker",
        ..Format::BASE
    },
    Format {
        id: "hermes_de/h20",
        carrier: "Hermes",
        shapes: &["Hd{19}"],
        home: &["DE"],
        words: carrier_spellings::HERMES,
        origin: PUBLIC_CODE,
        ..Format::BASE
    },
    Format {
        id: "evri/evri16",
        carrier: "Evri",
        shapes: &["d{16}", "lddx{3}d{10}"],
        stands: TextConfidence::Named,
        home: &["GB"],
        words: carrier_spellings::EVRI,
        origin: PUBLIC_CODE,
        ..Format::BASE
    },
    Format {
        id: "yodel/yodel",
        carrier: "Yodel",
        shapes: &["JDd{16}", "JJDd{16}"],
        stands: TextConfidence::Alone,
        home: &["GB"],
        words: carrier_spellings::YODEL,
        origin: TRACKING_NUMBER_DATA,
        ..Format::BASE
    },
    Format {
        id: "gofo/gofo_eu",
        carrier: "GOFO Express",
        shapes: &["GFITd{14}", "GFFRd{14}", "GFESd{14}", "GFNLd{14}", "GFCAd{14}"],
        stands: TextConfidence::Alone,
        home: &["IT", "FR", "ES", "NL", "CA"],
        words: carrier_spellings::GOFO,
        origin: PUBLIC_CODE,
        ..Format::BASE
    },
    Format {
        id: "dhl/dhl_express",
        carrier: "DHL Express",
        shapes: &["d{10}", "d{11}"],
        rule: CheckDigitRule::Mod7,
        words: carrier_spellings::DHL,
        sources: &["dhl", "17track"],
        origin: TRACKING_NUMBER_DATA,
        grade: EvidenceGrade::Verified,
        ..Format::BASE
    },
    Format {
        id: "dhl/dhl_express_piece_id",
        carrier: "DHL Express",
        shapes: &["Jl{2,3}d{9,10}"],
        words: carrier_spellings::DHL,
        sources: &["dhl", "17track"],
        origin: TRACKING_NUMBER_DATA,
        ..Format::BASE
    },
    Format {
        id: "dhl/licence_plate",
        carrier: "DHL",
        shapes: &["JDd{18}", "JJDd{18}", "JVGLd{12,20}"],
        stands: TextConfidence::Alone,
        words: carrier_spellings::DHL,
        sources: &["dhl", "17track"],
        origin: PUBLIC_CODE,
        ..Format::BASE
    },
    Format {
        id: "dhl/dhl_ecommerce",
        carrier: "DHL eCommerce",
        shapes: &[
            "GMdx{9,38}",
            "LXdx{9,38}",
            "RXdx{9,38}",
            "UVdx{9,38}",
            "CNdx{9,38}",
            "SGdx{9,38}",
            "THdx{9,38}",
            "INdx{9,38}",
            "HKdx{9,38}",
            "MYdx{9,38}",
        ],
        words: carrier_spellings::DHL,
        sources: &["dhl", "17track"],
        origin: TRACKING_NUMBER_DATA,
        ..Format::BASE
    },
    Format {
        id: "dhl/dhl_ecommerce_14",
        carrier: "DHL eCommerce",
        shapes: &["d{14}"],
        words: carrier_spellings::DHL,
        sources: &["dhl", "17track"],
        origin: TRACKING_NUMBER_DATA,
        ..Format::BASE
    },
];
