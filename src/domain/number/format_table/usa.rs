//! Carriers of the United States.

use super::super::format::{CheckDigitRule, EvidenceGrade, Format, TextConfidence};
use super::carrier_spellings;
use super::rule_references::TRACKING_NUMBER_DATA;

/// Where they are everyday numbers.
const US: &[&str] = &["US"];

/// A row of the anchor with a verified check digit.
const CHECKED: Format = Format {
    rule: CheckDigitRule::GS1,
    home: US,
    origin: TRACKING_NUMBER_DATA,
    grade: EvidenceGrade::Verified,
    ..Format::BASE
};
/// A row of the anchor without one.
const BARE: Format = Format { home: US, origin: TRACKING_NUMBER_DATA, ..Format::BASE };
/// `OnTrac`'s rule: the serial is led by the digit of its letter.
const fn led_by(lead: &'static str) -> CheckDigitRule {
    CheckDigitRule::Mod10 { even: 1, odd: 2, add: 0, lead }
}

pub(super) const ROWS: &[Format] = &[
    Format { id: "usps/usps_20", carrier: "USPS", shapes: &["d{20}"], words: carrier_spellings::USPS, ..CHECKED },
    Format {
        id: "usps/usps_impb_n",
        carrier: "USPS",
        shapes: &[
            "(94d{20})",
            "(94d{24})",
            "(94d{3}9d{24})",
            "420d{5}(94d{20})",
            "420d{5}(94d{24})",
            "420d{9}(94d{20})",
        ],
        stands: TextConfidence::Alone,
        words: carrier_spellings::USPS,
        ..CHECKED
    },
    Format {
        id: "usps/usps_impb_c",
        carrier: "USPS",
        shapes: &[
            "(92d{3}9d{16})",
            "(92d{3}9d{20})",
            "(93d{3}[0-8]d{16})",
            "(93d{3}[0-8]d{20})",
            "(95d{20})",
            "(95d{24})",
            "420d{5}(92d{3}9d{16})",
            "420d{5}(92d{3}9d{20})",
            "420d{5}(93d{3}[0-8]d{16})",
            "420d{5}(93d{3}[0-8]d{20})",
            "420d{5}(95d{20})",
            "420d{5}(95d{24})",
            "420d{9}(92d{3}9d{16})",
            "420d{9}(93d{3}[0-8]d{16})",
            "420d{9}(95d{20})",
        ],
        stands: TextConfidence::Alone,
        words: carrier_spellings::USPS,
        ..CHECKED
    },
    Format {
        id: "usps/usps_legacy",
        carrier: "USPS",
        shapes: &["d{20}", "(91d{20})", "420d{5}(d{20})", "420d{5}(91d{20})", "420d{9}(d{20})", "420d{9}(91d{20})"],
        rule: CheckDigitRule::Mod10 { even: 3, odd: 1, add: 0, lead: "91" },
        words: carrier_spellings::USPS,
        ..CHECKED
    },
    Format {
        id: "ups/ups",
        carrier: "UPS",
        shapes: &["1Z(x{15}d)"],
        rule: CheckDigitRule::mod10(1, 2),
        stands: TextConfidence::Alone,
        words: carrier_spellings::UPS,
        ..CHECKED
    },
    Format {
        id: "ups/ups-waybill",
        carrier: "UPS",
        shapes: &["[AHJKTV](d{10})"],
        rule: CheckDigitRule::mod10(1, 2),
        words: carrier_spellings::UPS,
        ..CHECKED
    },
    Format {
        id: "fedex/fedex_12",
        carrier: "FedEx Express",
        shapes: &["d{12}"],
        rule: CheckDigitRule::Weights137,
        words: carrier_spellings::FEDEX,
        ..CHECKED
    },
    Format {
        id: "fedex/fedex_34",
        carrier: "FedEx Express",
        shapes: &["[0-8]d{19}(d{14})"],
        rule: CheckDigitRule::Weights137,
        words: carrier_spellings::FEDEX,
        ..CHECKED
    },
    Format {
        id: "fedex/fedex_astra_32",
        carrier: "FedEx Express",
        shapes: &["3d{15}(d{12})d{4}"],
        rule: CheckDigitRule::Weights137,
        words: carrier_spellings::FEDEX,
        ..CHECKED
    },
    Format {
        id: "fedex/fedex_ground",
        carrier: "FedEx Ground",
        shapes: &["d{15}"],
        rule: CheckDigitRule::GS1_EVEN,
        words: carrier_spellings::FEDEX,
        ..CHECKED
    },
    Format {
        id: "fedex/fedex_ground_sscc_18",
        carrier: "FedEx Ground",
        shapes: &["dd(d{16})"],
        words: carrier_spellings::FEDEX,
        ..CHECKED
    },
    Format {
        id: "fedex/fedex_ground_96",
        carrier: "FedEx Ground",
        shapes: &["96d{5}(d{15})"],
        rule: CheckDigitRule::GS1_EVEN,
        words: carrier_spellings::FEDEX,
        ..CHECKED
    },
    Format {
        id: "fedex/fedex_ground_gsn",
        carrier: "FedEx Ground",
        shapes: &["96d{18}(d{14})"],
        rule: CheckDigitRule::Weights137,
        words: carrier_spellings::FEDEX,
        ..CHECKED
    },
    Format {
        id: "ontrac/ontrac_c",
        carrier: "OnTrac",
        shapes: &["C(d{14})"],
        rule: led_by("4"),
        words: carrier_spellings::ONTRAC,
        ..CHECKED
    },
    Format {
        id: "ontrac/ontrac_d",
        carrier: "OnTrac",
        shapes: &["D(d{14})"],
        rule: led_by("5"),
        words: carrier_spellings::ONTRAC,
        ..CHECKED
    },
    Format {
        id: "old_dominion/old-dominion",
        carrier: "Old Dominion",
        shapes: &["77[78]d{8}", "072d{8}", "780d{8}"],
        rule: CheckDigitRule::Luhn,
        words: carrier_spellings::ODFL,
        ..CHECKED
    },
    Format {
        id: "old_dominion/old-dominion-guaranteed-shipment",
        carrier: "Old Dominion",
        shapes: &["80d{9}"],
        rule: CheckDigitRule::Luhn,
        words: carrier_spellings::ODFL,
        ..CHECKED
    },
    Format {
        id: "amazon/amazon_logistics",
        carrier: "Amazon Logistics",
        shapes: &["TB[ACM]d{12}"],
        stands: TextConfidence::Alone,
        words: carrier_spellings::AMAZON,
        ..BARE
    },
    Format {
        id: "amazon/amazon_international",
        carrier: "Amazon",
        shapes: &["[AFC]d{10}"],
        stands: TextConfidence::Named,
        words: carrier_spellings::AMAZON,
        ..BARE
    },
    Format {
        id: "lasership/lasership_lx",
        carrier: "LaserShip",
        shapes: &["L[AIEHNX][1-3]d{7}"],
        words: carrier_spellings::LASERSHIP,
        ..BARE
    },
    Format {
        id: "lasership/lasership_1ls7",
        carrier: "LaserShip",
        shapes: &["1LS7[12]d{10}"],
        stands: TextConfidence::Alone,
        words: carrier_spellings::LASERSHIP,
        ..BARE
    },
    Format {
        id: "lasership/lasership-1ls7-18",
        carrier: "LaserShip",
        shapes: &["1LS7[12]dd01[1-4]d{6}1"],
        stands: TextConfidence::Alone,
        words: carrier_spellings::LASERSHIP,
        ..BARE
    },
    Format {
        id: "lasership/lasership_1lscx",
        carrier: "LaserShip",
        shapes: &["1LSCXx{10}"],
        stands: TextConfidence::Alone,
        words: carrier_spellings::LASERSHIP,
        ..BARE
    },
    Format {
        id: "speedee/speedee",
        carrier: "Spee-Dee",
        shapes: &["SPd{18}"],
        stands: TextConfidence::Alone,
        words: carrier_spellings::SPEEDEE,
        ..BARE
    },
    Format {
        id: "gofo/gofo_us",
        carrier: "GOFO Express",
        shapes: &["GFUSd{14}"],
        stands: TextConfidence::Alone,
        words: carrier_spellings::GOFO,
        ..BARE
    },
    Format {
        id: "landmark/landmark_global",
        carrier: "Landmark Global",
        shapes: &["LTNd{8}N1"],
        stands: TextConfidence::Alone,
        words: carrier_spellings::LANDMARK,
        ..BARE
    },
];
