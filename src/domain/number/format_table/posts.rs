//! Posts: S10 and what posts use beside it.

use super::super::format::{CheckDigitRule, EvidenceGrade, Format, TextConfidence, TrackedTo};
use super::carrier_spellings;
use super::rule_references::PUBLIC_CODE;

pub(super) const ROWS: &[Format] = &[
    Format {
        id: "s10/s10",
        carrier: "UPU S10",
        shapes: &["ll(d{9})ll"],
        rule: CheckDigitRule::S10,
        issuer: true,
        tracked: TrackedTo::Unknown,
        stands: TextConfidence::Alone,
        sources: &["cainiao", "17track", "upu", "russian-post"],
        origin: "UPU S10; 86 printed numbers of 40 issuers",
        grade: EvidenceGrade::Verified,
        ..Format::BASE
    },
    Format {
        id: "tnt/s10_ww",
        carrier: "TNT",
        shapes: &["GE(d{9})WW"],
        rule: CheckDigitRule::S10,
        stands: TextConfidence::Alone,
        words: carrier_spellings::TNT,
        origin: "PyPI modulus11; 3 printed numbers",
        grade: EvidenceGrade::Verified,
        ..Format::BASE
    },
    Format {
        id: "russian_post/ru14",
        carrier: "Почта России",
        shapes: &["d{14}"],
        rule: CheckDigitRule::GS1,
        home: &["RU"],
        words: carrier_spellings::RUSSIAN_POST,
        sources: &["russian-post", "17track"],
        origin: "parcels/russianpost; ssvarentsov/TrackValidX",
        grade: EvidenceGrade::Verified,
        ..Format::BASE
    },
    Format {
        id: "ukrposhta/d13",
        carrier: "Укрпошта",
        shapes: &["d{13}"],
        stands: TextConfidence::Named,
        home: &["UA"],
        words: carrier_spellings::UKRPOSHTA,
        origin: PUBLIC_CODE,
        ..Format::BASE
    },
    Format {
        id: "posti/jjfi",
        carrier: "Posti",
        shapes: &["JJFId{17}"],
        stands: TextConfidence::Alone,
        home: &["FI"],
        words: carrier_spellings::POSTI,
        origin: PUBLIC_CODE,
        ..Format::BASE
    },
    Format {
        id: "colissimo/colissimo13",
        carrier: "La Poste Colissimo",
        shapes: &["dl(d{11})"],
        rule: CheckDigitRule::GS1_EVEN,
        stands: TextConfidence::Alone,
        home: &["FR"],
        words: carrier_spellings::COLISSIMO,
        sources: &["la-poste", "17track"],
        origin: "akretion/laposte_api; 20 printed numbers",
        grade: EvidenceGrade::Verified,
        ..Format::BASE
    },
    Format {
        id: "gs1/sscc20",
        carrier: "DHL Paket, PostNord, Poczta Polska",
        shapes: &["00(d{18})"],
        rule: CheckDigitRule::GS1,
        stands: TextConfidence::Alone,
        home: &["DE", "SE", "DK", "PL", "FI", "NO"],
        words: carrier_spellings::SSCC,
        sources: &["dhl", "17track"],
        origin: "GS1 SSCC; karrioapi/karrio, 11 printed numbers",
        grade: EvidenceGrade::Verified,
        ..Format::BASE
    },
    Format {
        id: "postat/postat22",
        carrier: "Österreichische Post",
        shapes: &["(10d{20})"],
        rule: CheckDigitRule::GS1,
        home: &["AT"],
        words: carrier_spellings::POSTAT,
        origin: "Post.at Fibel 4.1.6; karrioapi/karrio, 2 printed numbers",
        grade: EvidenceGrade::Verified,
        ..Format::BASE
    },
    Format {
        id: "postat/postat16",
        carrier: "Österreichische Post",
        shapes: &["(10d{14})"],
        rule: CheckDigitRule::GS1,
        stands: TextConfidence::Named,
        home: &["AT"],
        words: carrier_spellings::POSTAT,
        origin: "Post.at Fibel 4.1.6",
        ..Format::BASE
    },
    Format {
        id: "bring/bring17",
        carrier: "Posten Bring",
        shapes: &["(7[03]d{15})"],
        rule: CheckDigitRule::GS1_EVEN,
        home: &["NO"],
        words: carrier_spellings::BRING,
        origin: "GS1; 1 printed number",
        grade: EvidenceGrade::Verified,
        ..Format::BASE
    },
    Format {
        id: "bring/sscc18",
        carrier: "Posten Bring",
        shapes: &["(37d{16})"],
        rule: CheckDigitRule::GS1,
        home: &["NO"],
        words: carrier_spellings::BRING,
        origin: "GS1 SSCC",
        grade: EvidenceGrade::Verified,
        ..Format::BASE
    },
    Format {
        id: "dhl_de/identcode",
        carrier: "Deutsche Post DHL",
        shapes: &["d{12}"],
        rule: CheckDigitRule::mod10(4, 9),
        home: &["DE"],
        words: carrier_spellings::DHL,
        sources: &["dhl", "17track"],
        origin: "zint, ZXing: Deutsche Post Identcode",
        ..Format::BASE
    },
    Format {
        id: "bpost/bpost24",
        carrier: "bpost",
        shapes: &["3232d{20}"],
        home: &["BE"],
        words: carrier_spellings::BPOST,
        origin: PUBLIC_CODE,
        ..Format::BASE
    },
    Format {
        id: "postnl/3s",
        carrier: "PostNL",
        shapes: &["3Sl{4}d{7}", "3Sl{4}d{9}"],
        stands: TextConfidence::Alone,
        home: &["NL", "BE"],
        words: carrier_spellings::POSTNL,
        origin: PUBLIC_CODE,
        ..Format::BASE
    },
    Format {
        id: "postnl/3s_other",
        carrier: "PostNL",
        shapes: &["3Sx{11,13}"],
        home: &["NL", "BE"],
        words: carrier_spellings::POSTNL,
        origin: PUBLIC_CODE,
        ..Format::BASE
    },
    Format {
        id: "correos/correos23",
        carrier: "Correos",
        shapes: &["Pldldld{16}l"],
        stands: TextConfidence::Alone,
        home: &["ES"],
        words: carrier_spellings::CORREOS,
        sources: &["correos-es", "17track"],
        origin: PUBLIC_CODE,
        ..Format::BASE
    },
    Format {
        id: "correos/client23",
        carrier: "Correos",
        shapes: &["llx{4}d{16}l"],
        stands: TextConfidence::Alone,
        home: &["ES"],
        words: carrier_spellings::CORREOS,
        sources: &["correos-es", "17track"],
        origin: "printed numbers of senders with a code of letters and digits",
        ..Format::BASE
    },
    Format {
        id: "correos/pr18",
        carrier: "Correos",
        shapes: &["PRd{15}C"],
        stands: TextConfidence::Alone,
        home: &["ES"],
        words: carrier_spellings::CORREOS,
        sources: &["correos-es", "17track"],
        origin: PUBLIC_CODE,
        ..Format::BASE
    },
    Format {
        id: "swiss_post/d18",
        carrier: "Swiss Post",
        shapes: &["99d{16}"],
        home: &["CH", "LI"],
        words: carrier_spellings::SWISS_POST,
        origin: PUBLIC_CODE,
        ..Format::BASE
    },
    Format {
        id: "poste_italiane/poste13",
        carrier: "Poste Italiane",
        shapes: &["dld{4}ld{6}", "dUWx{10}"],
        home: &["IT"],
        words: carrier_spellings::POSTE_ITALIANE,
        sources: &["poste-italiane", "17track"],
        origin: PUBLIC_CODE,
        ..Format::BASE
    },
    Format {
        id: "auspost/auspost",
        carrier: "Australia Post",
        shapes: &["33x{3}d{18}", "997d{15,20}"],
        home: &["AU"],
        words: carrier_spellings::AUSPOST,
        origin: PUBLIC_CODE,
        ..Format::BASE
    },
];
