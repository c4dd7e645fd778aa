//! Couriers of eastern Europe and Central Asia.

use super::super::format::{Format, TextConfidence};
use super::carrier_spellings;
use super::rule_references::PUBLIC_CODE;

pub(super) const ROWS: &[Format] = &[
    Format {
        id: "cdek/cdek10",
        carrier: "СДЭК",
        shapes: &["1d{9}"],
        home: &["RU", "KZ", "BY", "AM"],
        words: carrier_spellings::CDEK,
        origin: "CDEK's API documentation: cdek_number",
        ..Format::BASE
    },
    Format {
        id: "cdek/cdek11",
        carrier: "СДЭК",
        shapes: &["1d{10}"],
        stands: TextConfidence::Named,
        home: &["RU", "KZ", "BY", "AM"],
        words: carrier_spellings::CDEK,
        origin: PUBLIC_CODE,
        ..Format::BASE
    },
    Format {
        id: "cdek/from_china",
        carrier: "СДЭК",
        shapes: &["CNd{6,14}RUd"],
        stands: TextConfidence::Alone,
        home: &["RU", "KZ", "BY", "AM"],
        words: carrier_spellings::CDEK,
        origin: PUBLIC_CODE,
        ..Format::BASE
    },
    Format {
        id: "evropochta/by12",
        carrier: "Европочта",
        shapes: &["BYd{12}"],
        stands: TextConfidence::Alone,
        home: &["BY"],
        words: carrier_spellings::EVROPOCHTA,
        origin: PUBLIC_CODE,
        ..Format::BASE
    },
    Format {
        id: "nova_poshta/np14",
        carrier: "Нова Пошта",
        shapes: &["20d{12}", "59d{12}", "1d{13}", "21d{12}", "51d{12}"],
        home: &["UA"],
        words: carrier_spellings::NOVA_POSHTA,
        sources: &["nova-poshta", "17track"],
        origin: "RomaBilka/parcel-tracking; the carrier's own page",
        ..Format::BASE
    },
    Format {
        id: "nova_poshta/between_countries",
        carrier: "Nova Post",
        shapes: &["NPlld{14}NPG", "EVd{14}NPI", "SHCNd{11}"],
        stands: TextConfidence::Alone,
        home: &["UA", "MD"],
        words: carrier_spellings::NOVA_POSHTA,
        origin: "the carrier's own page; RomaBilka/parcel-tracking",
        ..Format::BASE
    },
    Format {
        id: "meest/mycv",
        carrier: "Meest",
        shapes: &["MYCVd{9}ll"],
        stands: TextConfidence::Alone,
        home: &["UA"],
        words: carrier_spellings::MEEST,
        origin: "RomaBilka/parcel-tracking",
        ..Format::BASE
    },
    Format {
        id: "meest/cv",
        carrier: "Meest",
        shapes: &["CVd{9}ll"],
        stands: TextConfidence::Named,
        home: &["UA"],
        words: carrier_spellings::MEEST,
        origin: "RomaBilka/parcel-tracking",
        ..Format::BASE
    },
];
